import type { Texts } from '../text/index.ts'

/** Hands the reader a file when it is made, and says how that went. */
export function download(file: Promise<Blob>, name: string, { figure }: Texts): Promise<string> {
  return file.then(
    (made) => {
      handOver(made, name)
      return figure.saved(name)
    },
    () => figure.notSaved,
  )
}

/** Hands the reader a file. */
export function handOver(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

import face from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'

let kept: Promise<string> | undefined

/** The text face as a data address, so that a saved picture looks as the page does; fetched once, when first needed. */
export function embeddedFont(): Promise<string | null> {
  kept ??= fetch(face)
    .then((response) => response.blob())
    .then(asDataAddress)
  return kept.catch(() => null)
}

function asDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

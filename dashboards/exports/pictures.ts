import type { ExportedFigure } from './figure.ts'
import { fileName } from './file-name.ts'

/** A ZIP of the figures' SVG files in order, with a text that says what each shows and what it rests on. */
export async function pictures(figures: readonly ExportedFigure[]): Promise<Blob> {
  const { default: Zip } = await import('jszip')
  const zip = new Zip()
  const names = figures.map((figure, index) => `${String(index + 1).padStart(2, '0')}-${fileName(figure.title)}.svg`)
  for (const [index, figure] of figures.entries()) zip.file(names[index]!, figure.picture.alone)
  zip.file('figurer.txt', figures.map((figure, index) => told(figure, names[index]!)).join('\r\n\r\n'))
  return zip.generateAsync({ type: 'blob', compression: 'DEFLATE' })
}

function told(figure: ExportedFigure, name: string): string {
  const lines = [name, figure.banner, figure.title, figure.subtitle, figure.comment, ...figure.notes]
  return lines.filter(Boolean).join('\r\n')
}

import type { Cover, ExportedFigure } from './figure.ts'
import { fileName } from './file-name.ts'

/** A ZIP of the figures' SVG files in order, with a text that says what each shows and what it rests on. */
export async function pictures(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const { default: Zip } = await import('jszip')
  const zip = new Zip()
  const names = figures.map((figure, index) => `${String(index + 1).padStart(2, '0')}-${fileName(figure.title)}.svg`)
  for (const [index, figure] of figures.entries()) zip.file(names[index]!, figure.picture.alone)
  const head = cover ? [[title, cover.introduction, ...cover.facts]] : []
  const told = [...head, ...figures.map((figure, index) => linesOn(figure, names[index]!))]
  zip.file('figurer.txt', told.map((lines) => lines.filter(Boolean).join('\r\n')).join('\r\n\r\n'))
  return zip.generateAsync({ type: 'blob', compression: 'DEFLATE' })
}

function linesOn({ banner, title, subtitle, comment, notes }: ExportedFigure, name: string) {
  return [name, banner, title, subtitle, comment, ...notes]
}

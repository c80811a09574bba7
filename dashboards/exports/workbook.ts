import type { Row, Sheet, Cell as Written } from 'write-excel-file/universal'
import { onPaperColour } from '../style/on-paper.ts'
import { type Cell, type Cover, decimalsAt, type ExportedFigure } from './figure.ts'

/** Excel allows 31 characters in a sheet's name, and not these. */
const LONGEST_NAME = 31
const FORBIDDEN = /[\\/?*[\]:]/g

const TITLE = { fontWeight: 'bold', fontSize: 14 } as const
const WARNING = { fontWeight: 'bold', textColor: `#${onPaperColour('worse-ink')}` } as const
const GREY = `#${onPaperColour('muted')}`

/**
 * An Excel workbook with a sheet a figure: what it says, what it rests on, and its table with numbers as numbers. The first
 * sheet is the cover of what somebody has put together, with a list of the others.
 */
export async function workbook(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const sheets = [...(cover ? [coverSheet(figures, title, cover)] : []), ...figures.map(sheet)]
  return write(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob()
}

function coverSheet(figures: readonly ExportedFigure[], title: string, cover: Cover): Sheet<Blob> {
  const banner = figures.find((figure) => figure.banner)?.banner
  return {
    data: [
      ...(banner ? [[{ value: banner, ...WARNING }]] : []),
      [{ value: title, ...TITLE }],
      ...(cover.introduction ? [[{ value: cover.introduction, wrap: true }]] : []),
      ...cover.facts.map((fact) => [fact]),
      [],
      ...figures.map((figure, index): Row => [`${index + 1} ${figure.title}`]),
    ],
    sheet: cover.name,
    columns: [{ width: 100 }],
  }
}

function sheet(figure: ExportedFigure, index: number): Sheet<Blob> {
  const preface = prefaceOf(figure)
  const header = figure.table.columns.map(
    ({ title }): Written => ({ value: title, fontWeight: 'bold', bottomBorderStyle: 'thin', wrap: true }),
  )
  return {
    data: [
      ...preface,
      header,
      ...figure.table.rows.map((cells, row) =>
        cells.map((cell, at) => written(cell, decimalsAt(figure.table, row, at))),
      ),
    ],
    sheet: sheetName(figure.title, index),
    columns: figure.table.columns.map((_, at) => ({ width: at === 0 ? 30 : 16 })),
    stickyRowsCount: preface.length + 1,
  }
}

function prefaceOf(figure: ExportedFigure): Row[] {
  const banner: Row[] = figure.banner ? [[{ value: figure.banner, ...WARNING }]] : []
  const comment: Row[] = figure.comment ? [[{ value: figure.comment, fontStyle: 'italic' }]] : []
  return [
    ...banner,
    [{ value: figure.title, ...TITLE }],
    [figure.subtitle],
    ...comment,
    ...figure.notes.map((note): Row => [{ value: note, textColor: GREY }]),
    [],
  ]
}

function written(cell: Cell, decimals: number): Written {
  if (typeof cell !== 'number') return cell
  return { value: cell, type: Number, format: decimals ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' }
}

function sheetName(title: string, index: number): string {
  const number = `${index + 1} `
  return (
    number +
    title
      .replace(FORBIDDEN, ' ')
      .slice(0, LONGEST_NAME - number.length)
      .trim()
  )
}

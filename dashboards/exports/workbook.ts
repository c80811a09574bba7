import type { Row, Sheet, Cell as Written } from 'write-excel-file/universal'
import { onPaperColour } from '../style/on-paper.ts'
import { exploringIn } from '../text/exploring/index.ts'
import type { Cell, Cover, ExportedFigure, LongForm } from './figure.ts'

/** Excel allows 31 characters in a sheet's name, and not these. */
const LONGEST_NAME = 31
const FORBIDDEN = /[\\/?*[\]:]/g

const TITLE = { fontWeight: 'bold', fontSize: 14 } as const
const WARNING = { fontWeight: 'bold', textColor: `#${onPaperColour('worse-ink')}` } as const
const GREY = `#${onPaperColour('muted')}`
const HEAD = { fontWeight: 'bold', bottomBorderStyle: 'thin', wrap: true, alignVertical: 'bottom' } as const

/**
 * An Excel workbook: a sheet a figure as it is on the screen, with numbers as numbers; a sheet that says what the figures rest
 * on, how they are reckoned and what stands where a value is missing; and one of all figures behind, a row each. What
 * somebody has put together begins with its cover.
 */
export async function workbook(figures: readonly ExportedFigure[], title: string, cover?: Cover): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const long = await Promise.all(figures.map((figure) => figure.long?.() ?? null))
  const sheets = [
    ...(cover ? [coverSheet(figures, title, cover)] : []),
    ...figures.map(figureSheet),
    aboutSheet(figures),
    ...longSheets(figures, long),
  ]
  return write(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob()
}

const bannerOf = (figures: readonly ExportedFigure[]): Row[] => {
  const banner = figures.find((figure) => figure.banner)?.banner
  return banner ? [[{ value: banner, ...WARNING }]] : []
}

function coverSheet(figures: readonly ExportedFigure[], title: string, cover: Cover): Sheet<Blob> {
  return {
    data: [
      ...bannerOf(figures),
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

function figureSheet(figure: ExportedFigure, index: number): Sheet<Blob> {
  const comment: Row[] = figure.comment ? [[{ value: figure.comment, fontStyle: 'italic' }]] : []
  const preface: Row[] = [...bannerOf([figure]), [{ value: figure.title, ...TITLE }], [figure.subtitle], ...comment, []]
  const { columns, rows } = figure.table
  return {
    data: [
      ...preface,
      columns.map((value): Written => ({ value, ...HEAD })),
      ...rows.map((cells) => cells.map(written)),
    ],
    sheet: sheetName(`${index + 1} ${figure.title}`),
    columns: columns.map((_, at) => ({ width: at === 0 ? 30 : 14 })),
    stickyRowsCount: preface.length + 1,
    stickyColumnsCount: 1,
  }
}

const written = ({ text, number, format }: Cell): Written =>
  number === undefined ? text || null : { value: number, type: Number, ...(format && { format }) }

/** What each figure is about, rests on and how it is reckoned; what is said of several is said once. */
function aboutSheet(figures: readonly ExportedFigure[]): Sheet<Blob> {
  const words = exploringIn(figures[0]?.lang ?? 'sv').workbook
  const pair = (term: string, meaning: string): Row => [
    { value: term, alignVertical: 'top', wrap: true },
    { value: meaning, wrap: true, alignVertical: 'top' },
  ]
  const chapter = (title: string, explained: readonly { term: string; meaning: string }[] = []): Row[] =>
    explained.length === 0
      ? []
      : [[], [{ value: title, ...HEAD }], ...explained.map(({ term, meaning }) => pair(term, meaning))]
  return {
    data: [
      ...bannerOf(figures),
      [{ value: words.about, ...TITLE }],
      ...figures.flatMap(({ title, lead = '', subtitle, notes }): Row[] => [
        [],
        [{ value: title, fontWeight: 'bold' }],
        ...[lead, subtitle].filter(Boolean).map((text): Row => pair('', text)),
        ...notes.map((note): Row => [null, { value: note, textColor: GREY }]),
      ]),
      ...chapter(words.methods, distinct(figures.flatMap(({ methods = [] }) => methods))),
      ...chapter(words.missing, distinct(figures.flatMap(({ missing = [] }) => missing))),
    ],
    sheet: words.about,
    columns: [{ width: 34 }, { width: 110 }],
  }
}

const distinct = <One extends { term: string }>(all: readonly One[]): One[] =>
  all.filter(({ term }, at) => all.findIndex((one) => one.term === term) === at)

/** All figures behind in one sheet, under the columns that any of them has; of several figures the first column says which. */
function longSheets(figures: readonly ExportedFigure[], long: readonly (LongForm | null)[]): Sheet<Blob>[] {
  const words = exploringIn(figures[0]?.lang ?? 'sv').workbook
  const columns = [...new Set(long.flatMap((form) => form?.columns ?? []))]
  if (columns.length === 0) return []
  const isOne = figures.length === 1
  const rows = long.flatMap((form, at) =>
    (form?.rows ?? []).map((row) => [
      ...(isOne ? [] : [at + 1]),
      ...columns.map((column) => row[form!.columns.indexOf(column)] ?? null),
    ]),
  )
  const head = [...(isOne ? [] : [words.figure]), ...columns].map((value): Written => ({ value, ...HEAD }))
  return [{ data: [head, ...rows], sheet: words.long, columns: head.map(() => ({ width: 16 })), stickyRowsCount: 1 }]
}

const sheetName = (title: string): string => title.replace(FORBIDDEN, ' ').slice(0, LONGEST_NAME).trim()

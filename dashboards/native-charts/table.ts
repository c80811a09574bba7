import type PptxGenJS from 'pptxgenjs'
import { equalParts } from '../charts/equal-parts.ts'
import { onPaperColour } from '../style/on-paper.ts'
import { CARD, EDGE, INK, MUTED, RULE } from './marks.ts'

/** Indicators down, municipalities across, for a table that can be edited. */
export type Grid = {
  /** Over the names of the rows. */
  corner: string
  columns: readonly { name: string; own: boolean }[]
  rows: readonly { name: string; base: string; cells: readonly GridCell[] }[]
}

type GridCell = {
  written: string
  sign: string
  moving: string
  band: 'best' | 'middle' | 'worst' | 'none' | 'level' | 'missing'
}

type Place = { x: number; y: number; w: number; h: number }

/** Inches on a slide, for text of ten points. */
const NAMES = 3.9
const COLUMN = 0.78
const ROW = 0.245
const HEAD = 0.45
const BORDER = { type: 'solid', pt: 0.5, color: RULE } as const
const FRAME = { type: 'solid', pt: 2, color: INK } as const
const NOTHING = { type: 'none' } as const

/** More slides than this of one figure are no presentation. */
const MOST_SLIDES = 12

/** Wash of a cell, and the colour of its sign. */
const COLOURS: Readonly<Record<GridCell['band'], { fill: string; sign: string }>> = {
  best: { fill: onPaperColour('better-wash'), sign: onPaperColour('better-ink') },
  middle: { fill: CARD, sign: onPaperColour('similar-ink') },
  worst: { fill: onPaperColour('worse-wash'), sign: onPaperColour('worse-ink') },
  none: { fill: CARD, sign: onPaperColour('neutral-ink') },
  level: { fill: CARD, sign: onPaperColour('similar-ink') },
  missing: { fill: onPaperColour('band'), sign: MUTED },
}

/** The table in parts that each can be read on a slide; none where they would be too many. */
export function tablesOf(grid: Grid, { w, h }: Pick<Place, 'w' | 'h'>): Grid[] {
  const across = Math.max(1, Math.floor((w - NAMES) / COLUMN))
  const down = Math.floor((h - HEAD) / ROW)
  const columns = equalParts([...grid.columns.keys()], across)
  const tables = equalParts(grid.rows, down).flatMap((rows) =>
    columns.map((some) => ({
      ...grid,
      columns: some.map((at) => grid.columns[at]!),
      rows: rows.map((row) => ({ ...row, cells: some.map((at) => row.cells[at]!) })),
    })),
  )
  return tables.length > MOST_SLIDES ? [] : tables
}

/** A table on a slide that can be edited there: value and sign, the colour of the place, the own column framed. */
export function addTable(slide: PptxGenJS.Slide, grid: Grid, { x, y, w }: Place, title: string) {
  const column = Math.min(1.2, (w - NAMES) / grid.columns.length)
  slide.addTable([headOf(grid), ...grid.rows.map((row, at) => rowOf(row, grid, at === grid.rows.length - 1))], {
    x,
    y,
    w: NAMES + column * grid.columns.length,
    colW: [NAMES, ...grid.columns.map(() => column)],
    rowH: [HEAD, ...grid.rows.map(() => ROW)],
    fontFace: 'Calibri',
    fontSize: 10,
    color: INK,
    margin: [0, 0.05, 0, 0.05],
    valign: 'middle',
    objectName: title,
  })
}

const headOf = ({ corner, columns }: Grid): PptxGenJS.TableRow => [
  { text: corner, options: { bold: true, color: MUTED, valign: 'bottom', border: [NOTHING, NOTHING, EDGED, NOTHING] } },
  ...columns.map(
    ({ name, own }): PptxGenJS.TableCell => ({
      text: name,
      options: {
        align: 'right',
        valign: 'bottom',
        bold: own,
        border: own ? [FRAME, FRAME, EDGED, FRAME] : [NOTHING, NOTHING, EDGED, NOTHING],
      },
    }),
  ),
]

const EDGED = { type: 'solid', pt: 1, color: EDGE } as const

const rowOf = ({ name, base, cells }: Grid['rows'][number], { columns }: Grid, isLast: boolean): PptxGenJS.TableRow => [
  {
    text: [{ text: `${name} ` }, { text: base, options: { color: MUTED, fontSize: 8 } }],
    options: { border: [BORDER, NOTHING, BORDER, NOTHING] },
  },
  ...cells.map((cell, at) => cellOf(cell, columns[at]!.own, isLast)),
]

function cellOf({ written, sign, moving, band }: GridCell, own: boolean, isLast: boolean): PptxGenJS.TableCell {
  const { fill, sign: colour } = COLOURS[band]
  const under = own && isLast ? FRAME : BORDER
  return {
    text: [
      ...(moving === '' ? [] : [{ text: `${moving} `, options: { color: MUTED, fontSize: 8 } }]),
      { text: `${written} `, options: { bold: own } },
      { text: sign, options: { color: colour, fontSize: 8 } },
    ],
    options: {
      align: 'right',
      fill: { color: fill },
      border: own ? [BORDER, FRAME, under, FRAME] : [BORDER, NOTHING, BORDER, NOTHING],
    },
  }
}

import { cell, dot, ruleX, ruleY, text } from '@observablehq/plot'
import type { CellGrid, GridCell, GridRow } from './grid.ts'
import { type GridLayout, gridLayout, gridSheets } from './grid-layout.ts'
import { HATCHED_CELL } from './hatching.ts'
import { CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'

type Placed = GridCell & { indicator: string }

const FILLS = { best: 'var(--better-wash)', worst: 'var(--worse-wash)', middle: CARD, none: CARD, level: CARD } as const

/** Each municipality's value on each indicator with its sign and a wash of colour; the own column framed. */
export function cellGrid(grid: CellGrid, { width }: Drawn): SVGSVGElement {
  const layout = gridLayout(grid, width)
  const cells = grid.rows.flatMap(({ indicator, cells }) => cells.map((one): Placed => ({ ...one, indicator })))
  return draw({
    width: layout.width,
    height: layout.height,
    marginLeft: layout.names,
    marginTop: layout.head,
    marginRight: 1,
    marginBottom: 1,
    x: { type: 'band', domain: grid.columns.map(({ municipality }) => municipality), axis: null, padding: 0 },
    y: { type: 'band', domain: grid.rows.map(({ indicator }) => indicator), axis: null, padding: 0 },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    r: { type: 'identity' },
    marks: [
      HATCHED_CELL.mark,
      cell(cells, {
        ...PLACE,
        fill: ({ mark }: Placed) => (mark ? FILLS[mark.name] : HATCHED_CELL.fill),
        insetTop: layout.row - layout.cellHeight,
        inset: 0.5,
        title: 'label',
      } as object),
      ruleY(grid.rows, { y: 'indicator', dy: layout.row / 2, stroke: RULE }),
      ...ownFrame(grid, layout),
      ...values(cells, grid.own, layout),
      signs(cells, layout),
      ...titles(grid, layout),
    ],
  })
}

/** A sheet is never wider than this, so that it can still be read where it is made to fit paper. */
const WIDEST_SHEET = 900

/** The grid in as many drawings as it takes to read each in the width and on a page. */
export function cellGridSheets(grid: CellGrid, { width }: Drawn): SVGSVGElement[] {
  const sheet = Math.min(width, WIDEST_SHEET)
  return gridSheets(grid, sheet).map((part) => cellGrid(part, { width: sheet }))
}

const PLACE = { x: 'municipality', y: 'indicator' } as const

function ownFrame({ columns, own }: CellGrid, { cell }: GridLayout) {
  const framed = columns.filter(({ municipality }) => municipality === own)
  return [-cell / 2, cell / 2].map((dx) => ruleX(framed, { x: 'municipality', dx, stroke: INK, strokeWidth: 2 }))
}

function values(cells: readonly Placed[], own: string, { cell, dy }: GridLayout) {
  const end = { ...PLACE, dy, dx: cell / 2 - 17, textAnchor: 'end', text: 'written' } as const
  const known = cells.filter(({ mark }) => mark !== null)
  return [
    text(
      known.filter(({ municipality }) => municipality !== own),
      { ...end, fill: INK },
    ),
    text(
      known.filter(({ municipality }) => municipality === own),
      { ...end, fill: INK, fontWeight: 'bold' },
    ),
    text(
      cells.filter(({ mark }) => mark === null),
      { ...end, fill: INK, stroke: CARD, strokeWidth: 5 },
    ),
    text(
      cells.filter(({ moving }) => moving !== ''),
      { ...PLACE, dy, dx: 3 - cell / 2, textAnchor: 'start', text: 'moving', fill: MUTED, fontSize: 10.5 },
    ),
  ]
}

/** Place is never told by colour alone. */
function signs(cells: readonly Placed[], { cell, dy }: GridLayout) {
  return dot(
    cells.filter(({ mark }) => mark !== null),
    {
      ...PLACE,
      dy,
      dx: cell / 2 - 9,
      symbol: ({ mark }: Placed) => mark?.symbol,
      rotate: ({ mark }: Placed) => mark?.rotate ?? 0,
      fill: (one: Placed) => (isOpen(one) ? CARD : one.mark?.ink),
      stroke: (one: Placed) => one.mark?.ink,
      strokeWidth: (one: Placed) => (isOpen(one) ? 1.1 : 0),
      r: ({ mark, doubt }: Placed) => (mark?.name === 'middle' || doubt === 'unknown' ? 2 : 3.2),
    } as object,
  )
}

/** What may be chance is not filled. */
const isOpen = ({ mark, doubt }: Placed) => doubt === 'chance' && (mark?.name === 'best' || mark?.name === 'worst')

function titles({ columns, rows, own }: CellGrid, { names, above, row, upright }: GridLayout) {
  const left = { y: 'indicator', frameAnchor: 'left', textAnchor: 'start', dx: -names } as const
  const head = { x: 'municipality', frameAnchor: 'top', lineAnchor: 'middle', text: 'name', fill: INK } as const
  const turned = upright ? { dy: -10 } : { rotate: -90, textAnchor: 'start', dy: -8 }
  const clear = { fill: INK, stroke: CARD, strokeWidth: 4 } as const
  const isOwn = ({ municipality }: { municipality: string }) => municipality === own
  return [
    text(rows, { ...left, text: nameOf(above), dy: above ? 10 - row / 2 : -6, ...clear }),
    text(above ? [] : rows, { ...left, text: 'base', dy: 7, fill: MUTED, fontSize: 10.5 }),
    text(
      columns.filter((column) => !isOwn(column)),
      { ...head, ...turned } as object,
    ),
    text(columns.filter(isOwn), { ...head, ...turned, fontWeight: 'bold' } as object),
  ]
}

/** Above the cells unit and year stand behind the name; beside them below it. */
const nameOf = (above: boolean) => (above ? ({ name, base }: GridRow) => `${name} · ${base}` : 'name')

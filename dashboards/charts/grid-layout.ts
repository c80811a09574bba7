import { equalParts } from './equal-parts.ts'
import type { CellGrid } from './grid.ts'

/** Measures of a grid of cells, in pixels. */
export type GridLayout = {
  width: number
  height: number
  /** Room for the names to the left; 0 where they stand above their cells. */
  names: number
  above: boolean
  /** Room for the municipalities' names; they lie across where they fit. */
  head: number
  upright: boolean
  cell: number
  row: number
  cellHeight: number
  /** How far below the middle of its row the middle of a cell lies. */
  dy: number
}

const LETTER = 6.5
const NAME_LETTER = 6.3
const BASE_LETTER = 5.3
/** Room in a cell beside the value, for arrow and sign. */
const SIGNS = 31
const WIDEST_CELL = 96
const ROW = { beside: 30, above: 46 }
const CELL_ABOVE = 26
/** Names take no more of a page than this; else they stand above. */
const MOST_NAMES = 0.45

/** The layout of all columns in the width, or in the width that they need where it is more. */
export function gridLayout(grid: CellGrid, width: number): GridLayout {
  const names = namesOf(grid)
  const above = names > width * MOST_NAMES
  const left = above ? 0 : names
  const longest = Math.max(0, ...grid.columns.map(({ name }) => name.length)) * LETTER
  const fitting = (width - left - 1) / grid.columns.length
  const cell = Math.min(Math.max(fitting, leastCell(grid)), Math.max(WIDEST_CELL, longest + 8))
  const upright = longest + 6 <= cell
  const head = upright ? 22 : longest + 16
  const row = above ? ROW.above : ROW.beside
  const cellHeight = above ? CELL_ABOVE : row
  const height = head + grid.rows.length * row + 1
  const whole = left + cell * grid.columns.length + 1
  return { width: whole, height, names: left, above, head, upright, cell, row, cellHeight, dy: (row - cellHeight) / 2 }
}

function namesOf({ rows }: CellGrid): number {
  const widths = rows.map(({ name, base }) => Math.max(name.length * NAME_LETTER, base.length * BASE_LETTER))
  return Math.max(0, ...widths) + 12
}

function leastCell({ rows }: CellGrid): number {
  const written = rows.flatMap(({ cells }) => cells.map((one) => one.written.length))
  return Math.max(3, ...written) * LETTER + SIGNS
}

/** Rows that fit a page of paper beside the names of the municipalities. */
const MOST_ROWS = { beside: 25, above: 16 }

/** The grid in parts that each can be read in the width and fit a page, row by row of sheets. */
export function gridSheets(grid: CellGrid, width: number): CellGrid[] {
  const { above, names } = gridLayout(grid, width)
  const across = Math.floor((width - names - 1) / leastCell(grid))
  const columns = equalParts(grid.columns, Math.max(1, across))
  return equalParts(grid.rows, above ? MOST_ROWS.above : MOST_ROWS.beside).flatMap((rows) =>
    columns.map((some) => partOf(grid, rows, some)),
  )
}

/** The part of a grid with these rows and columns. */
function partOf(grid: CellGrid, rows: CellGrid['rows'], columns: CellGrid['columns']): CellGrid {
  const kept = new Set(columns.map(({ municipality }) => municipality))
  const cut = rows.map((row) => ({ ...row, cells: row.cells.filter(({ municipality }) => kept.has(municipality)) }))
  return { ...grid, columns, rows: cut }
}

import type { Table } from '../read/table.ts'
import type { TableRow } from '../read/table-row.ts'
import type { Sheet, Workbook } from '../read/workbook.ts'
import { columnLetters, isOfPersons } from './headers.ts'
import { isPersonal, mayBePersonal } from './person.ts'
import type { Problem } from './rules.ts'

/** Whether a value of a figure stands in a row's column: there a number is taken for the number that it is. */
export type StandsValue = (row: TableRow, column: number) => boolean

/** What the columns of a table are called in the findings (by their letters where it is not said), and which hold values. */
export type Columns = { names?: readonly string[]; values: readonly string[] }

/** The rows of a table of figures that hold no personal number; what is wrong with the others, and above them, is told. */
export async function* watched(
  { above, header, rows }: Table,
  tell: (problem: Problem) => void,
  { names = [], values }: Columns,
): AsyncGenerator<TableRow> {
  let told = 0
  const count = (problem: Problem): void => {
    told += 1
    tell(problem)
  }
  const watch = new FigureWatch(
    count,
    ({ row }, index) => row > header.row && values.includes(names[index] ?? ''),
    names,
  )
  for (const row of [...above, header]) watch.look(row)
  for await (const row of rows) {
    const before = told
    watch.look(row)
    if (told === before) yield row
  }
  watch.conclude()
}

type Tally = { index: number; mayStandAlone: boolean; rows: number[]; others: number }

/** Looks at each row of a table of figures for what could point out a person; `conclude` tells what whole columns do. */
export class FigureWatch {
  readonly #tell: (problem: Problem) => void
  readonly #standsValue: StandsValue
  readonly #names: readonly string[]
  readonly #tallies = new Map<string, Tally>()
  readonly #headings = new Map<number, number>()

  constructor(tell: (problem: Problem) => void, standsValue: StandsValue, names: readonly string[] = []) {
    this.#tell = tell
    this.#standsValue = standsValue
    this.#names = names
  }

  look(row: TableRow): void {
    for (let index = 0; index < row.cells.length; index++) {
      const cell = row.cells[index] as string
      if (cell === '') continue
      this.#belowHeading(index)
      if (cell.length < SHORTEST) continue
      if (isPersonal(cell)) this.#tell({ rule: 'identity', row: row.row, column: this.#nameOf(index) })
      else if (isOfPersons(cell)) this.#headings.set(index, row.row)
      else this.#count(index, row, cell)
    }
  }

  conclude(): void {
    for (const { index, rows, others, mayStandAlone } of this.#tallies.values()) {
      if (rows.length === 0 || isChance(rows.length, others, mayStandAlone)) continue
      for (const row of rows) this.#tell({ rule: 'identity', row, column: this.#nameOf(index) })
    }
  }

  /** Something stands below a heading that is over persons. */
  #belowHeading(index: number): void {
    const row = this.#headings.get(index)
    if (row === undefined) return
    this.#headings.delete(index)
    this.#tell({ rule: 'forbidden-column', row, column: this.#nameOf(index) })
  }

  #nameOf = (index: number): string => this.#names[index] || columnLetters(index)

  #count(index: number, row: TableRow, cell: string): void {
    if (!mayBePersonal(cell, false)) return
    const isValue = this.#standsValue(row, index)
    const may = mayBePersonal(cell, isValue)
    if (!may) return
    const tally = this.#tallyOf(index, may.way, isValue)
    if (may.is) tally.rows.push(row.row)
    else tally.others += 1
  }

  /** Numbers forwards and backwards, values and what stands beside them, each speak for themselves only. */
  #tallyOf(index: number, way: string, isValue: boolean): Tally {
    const key = [index, way, isValue].join(' ')
    const known = this.#tallies.get(key)
    const tally = known ?? { index, mayStandAlone: isValue && way === 'backwards', rows: [], others: 0 }
    if (!known) this.#tallies.set(key, tally)
    return tally
  }
}

const SHORTEST = 3
const CHANCE = 0.2

/**
 * One in some 270 numbers of that length looks like a personal number: one among others does by chance, a fifth of a column
 * or the only one of the length does not. A value in kronor with six decimals may be the only one.
 */
const isChance = (hits: number, others: number, mayStandAlone: boolean): boolean =>
  hits === 1 ? mayStandAlone || others > 0 : hits <= CHANCE * (hits + others)

/** What in a workbook of figures could point out a person, on every sheet and beside the cells. */
export function personsInFigures(
  { sheets, texts }: Pick<Workbook, 'sheets' | 'texts'>,
  tell: (problem: Problem) => void,
  valuesOf: (sheet: Sheet) => StandsValue,
): void {
  for (const sheet of sheets) {
    const watch = new FigureWatch(tell, valuesOf(sheet))
    for (const row of sheet.rows) watch.look(row)
    watch.conclude()
  }
  const isInCell = (text: string): boolean => sheets.some(({ rows }) => rows.some(({ cells }) => cells.includes(text)))
  for (const { part, text } of texts) {
    const isNumber = VALUES_KEPT.test(part) || !mayBePersonal(text, false)?.is || isInCell(text)
    if (isPersonal(text) || !isNumber) tell({ rule: 'identity' })
  }
}

/** Charts keep the values that they show beside the cells, and formulas the numbers that they reckon with. */
const VALUES_KEPT = /charts|pivotCache|worksheets$/

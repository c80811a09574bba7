import type { TableRow } from '../read/table-row.ts'
import type { Workbook } from '../read/workbook.ts'
import { columnLetters, isOfPersons } from './headers.ts'
import { isPersonal, mayBePersonal } from './person.ts'
import type { Problem } from './rules.ts'

/**
 * The rows of a table of figures that hold no personal number; what is wrong with the others is told.
 * @param names what the columns are called in the findings; by their letters where it is not given
 */
export async function* watched(
  rows: AsyncIterable<TableRow>,
  tell: (problem: Problem) => void,
  names: readonly string[] = [],
): AsyncGenerator<TableRow> {
  let told = 0
  const watch = new FigureWatch((problem) => {
    told += 1
    tell(problem)
  }, names)
  for await (const row of rows) {
    const before = told
    watch.look(row)
    if (told === before) yield row
  }
  watch.conclude()
}

/** Looks at each row of a table of figures for what could point out a person; `conclude` tells what whole columns do. */
class FigureWatch {
  readonly #tell: (problem: Problem) => void
  readonly #names: readonly string[]
  readonly #maybe = new Map<number, { rows: number[]; others: number }>()
  readonly #headings = new Map<number, number>()

  constructor(tell: (problem: Problem) => void, names: readonly string[] = []) {
    this.#tell = tell
    this.#names = names
  }

  look({ row, cells }: TableRow): void {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as string
      if (cell === '') continue
      this.#belowHeading(index)
      if (cell.length < SHORTEST) continue
      if (isPersonal(cell)) this.#tell({ rule: 'identity', row, column: this.#nameOf(index) })
      else if (isOfPersons(cell)) this.#headings.set(index, row)
      else this.#count(index, row, cell)
    }
  }

  conclude(): void {
    for (const [index, { rows, others }] of this.#maybe) {
      if (rows.length === 0 || !isNoChance(rows.length, others)) continue
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

  #count(index: number, row: number, cell: string): void {
    const may = mayBePersonal(cell)
    if (may === null) return
    const tally = this.#maybe.get(index) ?? { rows: [], others: 0 }
    this.#maybe.set(index, tally)
    if (may === 'yes') tally.rows.push(row)
    else tally.others += 1
  }
}

const SHORTEST = 3
const CHANCE = 0.2

/** One in some 270 numbers of that length looks like a personal number: a fifth of a column, or the only one, does not by chance. */
const isNoChance = (hits: number, others: number): boolean =>
  hits === 1 ? others === 0 : hits > CHANCE * (hits + others)

/** What in a workbook of figures could point out a person, on every sheet and beside the cells. */
export function personsInFigures({ sheets, texts }: Workbook, tell: (problem: Problem) => void): void {
  for (const { rows } of sheets) {
    const watch = new FigureWatch(tell)
    for (const row of rows) watch.look(row)
    watch.conclude()
  }
  for (const { text } of texts) if (isPersonal(text)) tell({ rule: 'identity' })
}

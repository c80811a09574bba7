import { columnLetters, isForbiddenColumn } from '../check/headers.ts'
import { couldHead } from '../check/heading-row.ts'
import { identityRule } from '../check/person.ts'
import type { Rule } from '../check/rules.ts'
import type { TableRow } from '../read/table-row.ts'

const MOST_DISTINCT = 300
const MOST_CODES = 60
/** More different numbers than this are amounts or ages, not codes. */
const MOST_NUMBERS = 12
const ROWS_A_CODE = 3
const MOST_ROWS = 20_000
const MOST_SHOWN = 10
/** A value that fewer rows have may be somebody's own. */
const FEWEST_ROWS = 3
const LONGEST_CODE = 40

/** A code of a foreign column, and how many rows have it to the nearest five; null where they are fewer than five. */
export interface ExampleCode {
  code: string
  rows: number | null
}

/** What stands in one column of the municipality's own file. */
export class ColumnTally {
  readonly heading: string
  readonly letter: string
  /** What keeps the column from being read at all, by its heading or by something in it. */
  rule: Rule | null
  /** Rows by value, as long as they are few enough to be codes. */
  readonly counts = new Map<string, number>()
  isLong = false
  #rows = 0

  constructor(heading: string, index: number) {
    this.rule = identityRule(heading) ?? (isForbiddenColumn(heading) ? 'forbidden-column' : null)
    const mayBeTold = (this.rule === null || this.rule === 'forbidden-column') && couldHead(heading)
    this.heading = mayBeTold ? heading.trim() : ''
    this.letter = columnLetters(index)
  }

  add(cell: string): void {
    const value = cell.trim()
    if (value === '') return
    this.#rows += 1
    const known = this.counts.get(value)
    if (known !== undefined) this.counts.set(value, known + 1)
    else this.#addNew(value)
  }

  #addNew(value: string): void {
    this.rule ??= identityRule(value)
    if (this.counts.size >= MOST_DISTINCT) this.isLong = true
    else this.counts.set(value, 1)
  }

  /** Whether what stands above the column stands in it too, as where the first row is one of the rows. */
  get holdsItsHeading(): boolean {
    return this.heading !== '' && this.counts.has(this.heading)
  }

  /** Whether the column holds codes, and nothing that could point out a person: a few values that come again and again. */
  get holdsCodes(): boolean {
    const numbers = [...this.counts.keys()].filter((value) => /^[\d.,]+$/.test(value)).length
    const repeated = this.counts.size * ROWS_A_CODE <= this.#rows
    return !this.rule && !this.isLong && repeated && this.counts.size <= MOST_CODES && numbers <= MOST_NUMBERS
  }

  /** The commonest codes. */
  get examples(): ExampleCode[] {
    if (!this.holdsCodes) return []
    return [...this.counts]
      .filter(([value, rows]) => rows >= FEWEST_ROWS && looksLikeCode(value))
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST_SHOWN)
      .map(([code, rows]) => ({ code, rows: rows < 5 ? null : Math.round(rows / 5) * 5 }))
  }
}

/** Short, and without anything that a mapping may not hold. */
export const looksLikeCode = (value: string): boolean =>
  value.length <= LONGEST_CODE && value.split(/\s+/).length <= 5 && !/\d(?:[\s._/+-]?\d){5,}|@/.test(value)

/** Looks through the first rows of a file, column by column. */
export async function tallied(header: TableRow, rows: AsyncIterable<TableRow>): Promise<ColumnTally[]> {
  const columns = header.cells.map((heading, index) => new ColumnTally(heading, index))
  let seen = 0
  for await (const { cells } of rows) {
    for (const [index, column] of columns.entries()) column.add(cells[index] ?? '')
    seen += 1
    if (seen >= MOST_ROWS) break
  }
  return columns
}

import { type DecimalMark, Notation } from '../../read/written-number.ts'
import { type Column, VALUE_COLUMNS } from './columns.ts'
import type { Line } from './line.ts'

/** How the numbers of each indicator are written in each column, as far as its other rows show. */
export class Notations {
  readonly #byColumn = new Map<string, Notation>()

  see(line: Line): void {
    for (const column of VALUE_COLUMNS) if (line.cell(column) !== '') this.#of(line, column).see(line.cell(column))
  }

  /** The mark of decimals in a text of two readings; undefined where no other row tells, and for every other text. */
  decimalIn(line: Line, column: Column): DecimalMark | undefined {
    return isTwofold(line, column) ? this.#of(line, column).decimalIn(line.cell(column)) : undefined
  }

  #of(line: Line, column: Column): Notation {
    const key = `${column} ${line.cell('indikator')}`
    const notation = this.#byColumn.get(key) ?? new Notation()
    this.#byColumn.set(key, notation)
    return notation
  }
}

const isTwofold = (line: Line, column: Column): boolean => line.note(column) === 'two-readings'

/** Whether a row can be read only once the others have shown how their numbers are written. */
export const mustWait = (line: Line): boolean => VALUE_COLUMNS.some((column) => isTwofold(line, column))

import type { Column } from '../../data/store/columns.ts'

/** Rows of numbers in memory, by column. */
export class HeldRows {
  readonly columns: readonly Column[]
  readonly #rows: ReadonlyMap<number, number>

  private constructor(columns: readonly Column[], rows: ReadonlyMap<number, number>) {
    this.columns = columns
    this.#rows = rows
  }

  /**
   * Keeps what is read.
   * @param read hands over row by row
   * @param where columns in which the numbers of a row's place and indicator stand
   */
  static async from(
    read: (take: (columns: readonly Column[], row: number) => void) => Promise<void>,
    where: { place: number; indicator: number },
  ): Promise<HeldRows> {
    let cells: number[][] = []
    const rows = new Map<number, number>()
    await read((columns, row) => {
      if (rows.size === 0) cells = columns.map(() => [])
      for (const [index, column] of columns.entries()) cells[index]!.push(column.getItem(row) ?? Number.NaN)
      const [place, indicator] = [where.place, where.indicator].map((column) => columns[column]!.getItem(row)!)
      rows.set(keyOf(place!, indicator!), rows.size)
    })
    return new HeldRows(cells.map(columnOf), rows)
  }

  /** How many bytes they take, about. */
  get bytes(): number {
    return this.#rows.size * (this.columns.length * Float64Array.BYTES_PER_ELEMENT + BYTES_OF_A_KEY)
  }

  /** The row of a place and an indicator, by their numbers. */
  at(place: number, indicator: number): number | undefined {
    return this.#rows.get(keyOf(place, indicator))
  }
}

const MOST_INDICATORS = 2 ** 16
const BYTES_OF_A_KEY = 32
const keyOf = (place: number, indicator: number) => place * MOST_INDICATORS + indicator

function columnOf(cells: readonly number[]): Column {
  const held = Float64Array.from(cells)
  return {
    getItem(row) {
      const cell = held[row]!
      return Number.isNaN(cell) ? null : cell
    },
  }
}

import type { Column } from '../../data/store/columns.ts'

/** Rows of numbers in memory, by column. */
export class HeldRows {
  readonly columns: readonly Column[]
  /** How many there are. */
  readonly #size: number
  /** By place: the row of each indicator, one more than its number; 0 where there is none. */
  readonly #rows: ReadonlyMap<number, Uint32Array>

  private constructor(columns: readonly Column[], size: number, rows: ReadonlyMap<number, Uint32Array>) {
    this.columns = columns
    this.#size = size
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
    let size = 0
    await read((columns, row) => {
      if (size === 0) cells = columns.map(() => [])
      for (let index = 0; index < columns.length; index++)
        cells[index]!.push(columns[index]!.getItem(row) ?? Number.NaN)
      size++
    })
    return new HeldRows(cells.map(columnOf), size, rowsByPlace(cells[where.place] ?? [], cells[where.indicator] ?? []))
  }

  /** How many bytes they take, about. */
  get bytes(): number {
    const numbers = this.#size * this.columns.length * Float64Array.BYTES_PER_ELEMENT
    return [...this.#rows.values()].reduce((sum, { byteLength }) => sum + byteLength, numbers)
  }

  /** The row of a place and an indicator, by their numbers. */
  at(place: number, indicator: number): number | undefined {
    const row = this.#rows.get(place)?.[indicator]
    return row ? row - 1 : undefined
  }
}

function rowsByPlace(places: readonly number[], indicators: readonly number[]): Map<number, Uint32Array> {
  const width = indicators.reduce((most, indicator) => Math.max(most, indicator + 1), 0)
  const rows = new Map<number, Uint32Array>()
  for (const [row, place] of places.entries()) {
    const there = rows.get(place) ?? new Uint32Array(width)
    there[indicators[row]!] = row + 1
    rows.set(place, there)
  }
  return rows
}

function columnOf(cells: readonly number[]): Column {
  const held = Float64Array.from(cells)
  return {
    getItem(row) {
      const cell = held[row]!
      return Number.isNaN(cell) ? null : cell
    },
  }
}

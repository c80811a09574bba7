import type { Mark, RowDot, Rows, Scale } from './chart.ts'
import { INK, MARKS, MUTED } from './marks.ts'
import { intervalsOf } from './reach.ts'
import type { scatterSeries } from './scatter.ts'
import type { Sheet } from './sheet.ts'
import { cellLabels, labelsFrom, type Position } from './xml.ts'

/** Thickness of a zone in points, null for that of a row, and how strong it is: what lies below shows through. */
const ZONES = {
  field: { width: null, strength: 0.2 },
  line: { width: 5, strength: 0.25 },
  middle: { width: 5, strength: 0.35 },
} as const

type Series = Parameters<typeof scatterSeries>[0]

/** The series of a chart of rows; all of them share the column that says which row a point is in. */
export class RowSeries {
  readonly #chart: Rows
  readonly #scale: Scale
  readonly #sheet: Sheet
  readonly #rows: string

  constructor(chart: Rows, scale: Scale, sheet: Sheet) {
    this.#chart = chart
    this.#scale = scale
    this.#sheet = sheet
    this.#names = sheet.labels(
      ' ',
      chart.rows.map(({ name }) => name),
    )
    this.#beside = sheet.labels(
      '→',
      chart.rows.map(({ beside }) => beside),
    )
    this.#rows = sheet.numbers(
      '↓',
      chart.rows.map((_, at) => at + 1),
    )
  }
  readonly #names: string
  readonly #beside: string

  /** Parts of the scale: a line in each row, as thick as the row or thinner, which later series lie upon. */
  zones(rowHeight: number): Series[] {
    const rows = this.#chart.rows.map((_, at) => at + 1)
    return this.#chart.zones.map(({ from, to, name, as }) => {
      const y = this.#sheet.numbers(
        '↓',
        rows.flatMap((row) => [row, row, null]),
      )
      const x = this.#sheet.numbers(
        name,
        rows.flatMap(() => [from, to, null]),
      )
      const line = { colour: MARKS.similar.colour, width: ZONES[as].width ?? rowHeight, strength: ZONES[as].strength }
      return { heading: this.#sheet.heading(), x, y, drawn: null, line }
    })
  }

  /** Values on the scale, from the first row to the last, each named above. */
  lines(): Series[] {
    const ends = [0.5, this.#chart.rows.length + 0.5]
    return this.#chart.lines.map(({ at, name, bare = false }) => {
      const y = this.#sheet.numbers('↕', ends)
      const x = this.#sheet.numbers(name || ' ', [at, at])
      const heading = this.#sheet.heading()
      const labels = cellLabels([name, ''], 't', { colour: MUTED })
      const extension = labelsFrom(this.#sheet.labels(' ', [name, '']))
      return {
        heading,
        x,
        y,
        drawn: null,
        line: bare ? null : { colour: MUTED, width: 1, dash: true },
        labels,
        extension,
      }
    })
  }

  /** A series a mark, so that colour and shape follow their row; a missing value is missing on both axes. */
  dots(): Series[] {
    const used = this.#chart.marks.filter(({ mark }) =>
      this.#dotsOf(mark).some((dot) => typeof dot?.value === 'number'),
    )
    return used.map(({ mark, name }) => {
      const dots = this.#dotsOf(mark)
      const drawn = MARKS[mark]
      const y = this.#sheet.numbers(
        '↓',
        dots.map((dot, at) => (typeof dot?.value === 'number' ? at + 1 : null)),
      )
      const x = this.#sheet.numbers(
        drawn.sign ? `${drawn.sign} ${name}` : name,
        dots.map((dot) => dot?.value ?? null),
      )
      const heading = this.#sheet.heading()
      const bare = dots.flatMap((dot, at) => (dot?.bare ? [at] : []))
      return { heading, x, y, drawn, bare, errors: this.#intervals(name, dots, drawn.colour) }
    })
  }

  #dotsOf(mark: Mark): (RowDot | undefined)[] {
    return this.#chart.rows.map((row) => row.dots.find((one) => one.mark === mark))
  }

  #intervals(name: string, dots: (RowDot | undefined)[], colour: string): string {
    const joined = dots.some((dot) => typeof dot?.to === 'number')
    const limits = dots.map((dot) =>
      joined ? joinedTo(dot) : { lower: dot?.lower ?? null, upper: dot?.upper ?? null },
    )
    const line = { colour, width: joined ? 2 : 2.5 }
    return intervalsOf({ name, values: dots.map((dot) => dot?.value ?? null), limits }, 'x', this.#sheet, line)
  }

  /** Names before the rows, the own one bold, and the figures in words after them. */
  words(): Series[] {
    const { rows } = this.#chart
    const named = (own: boolean) => rows.map((row) => (row.own === own ? row.name : ''))
    const { min, max } = this.#scale
    const all = [
      { at: min, side: 'l', words: named(false), bold: false, range: this.#names },
      { at: min, side: 'l', words: named(true), bold: true, range: this.#names },
      { at: max, side: 'r', words: rows.map(({ beside }) => beside), bold: false, range: this.#beside },
    ] as const
    return all
      .filter(({ words }) => words.some((word) => word !== ''))
      .map(({ at, side, words, bold, range }) => ({
        ...{ x: this.#alike(' ', at), heading: this.#sheet.heading(), y: this.#rows, drawn: null },
        labels: cellLabels(words, side as Position, { colour: INK, bold, size: sizeOf(rows.length) }),
        extension: labelsFrom(range),
      }))
  }

  #alike(title: string, value: number): string {
    return this.#sheet.numbers(
      title,
      this.#chart.rows.map(() => value),
    )
  }
}

const sizeOf = (rows: number): number => (rows > 24 ? 9 : rows > 16 ? 10 : 11)

function joinedTo(dot: RowDot | undefined) {
  const { value = null, to = null } = dot ?? {}
  if (value === null || to === null) return { lower: null, upper: null }
  return { lower: Math.min(value, to), upper: Math.max(value, to) }
}

import { tickStep } from 'd3'
import type { Mark, RowDot, Rows, Scale } from './chart.ts'
import { type ChartPart, chartSpace, type Size, valueAxis } from './chart-space.ts'
import { BAND, EDGE, INK, MARKS, MUTED, RULE } from './marks.ts'
import { intervalsOf } from './reach.ts'
import { STEPS, scaleAround } from './scale.ts'
import { ALONG, scatterChart, scatterSeries, UP } from './scatter.ts'
import { Sheet } from './sheet.ts'
import { cellLabels, errorBars, labelsFrom, numberFormat, type Position } from './xml.ts'

/** Inches that a letter of a row's name takes, and that stand above and below the rows. */
const LETTER = 0.078
const ABOVE = 0.32
const TITLE = 0.32
const AXIS = 0.28
const UNIT = 0.26
const LEGEND = 0.32
const POINTS_AN_INCH = 72

/**
 * Dots in rows, on one scale: names to the left, words to the right, both out of the workbook, so that a row that is
 * deleted there takes everything with it.
 */
export function rowsPart(chart: Rows, size: Size): ChartPart {
  const sheet = new Sheet()
  const scale = chart.scale ?? scaleAround(chart)
  const along = valueAxis(axisOf(chart, scale), { id: ALONG, other: UP, crosses: 'max' })
  const up = valueAxis(
    {
      min: 0.5,
      max: chart.rows.length + 0.5,
      side: 'left',
      title: '',
      format: '0',
      shown: false,
      grid: false,
      reversed: true,
    },
    { id: UP, other: ALONG, crosses: 'min' },
  )
  const drawing = new Drawing(chart, scale, sheet)
  const inner = innerOf(chart, size)
  const rowHeight = (inner.h * size.h * POINTS_AN_INCH) / chart.rows.length
  const before = [...drawing.zones(rowHeight), ...drawing.lines()]
  const dots = drawing.dots()
  const series = [...before, ...dots, ...drawing.words()]
  const unnamed = series.map((_, at) => at).filter((at) => at < before.length || at >= before.length + dots.length)
  for (const { title, values } of chart.facts ?? []) sheet.numbers(title, values)
  const xml = chartSpace({
    plot: scatterChart(series.map((one, at) => scatterSeries(one, at))) + along + up,
    legend: chart.legend ? 'b' : null,
    ...{ unnamed, inner },
    ...(chart.title && { title: chart.title }),
  })
  return { sheet, xml }
}

const axisOf = ({ unit, decimals, numbered }: Rows, { min, max }: Scale) =>
  ({
    side: 'bottom',
    ...{ min, max, title: unit, format: numberFormat(decimals) },
    ...{ shown: numbered, grid: numbered, step: tickStep(min, max, STEPS) },
  }) as const

/** Where the rows lie in the chart: room for the longest name and the longest words beside. */
function innerOf({ rows, title, unit, numbered, legend, lines }: Rows, size: Size) {
  const room = (texts: string[], most: number) =>
    Math.min(most, (0.15 + LETTER * Math.max(0, ...texts.map((text) => text.length))) / size.w)
  const x = room(
    rows.map(({ name }) => name),
    0.42,
  )
  const right = room(
    rows.map(({ beside }) => beside),
    0.35,
  )
  const top = ((title ? TITLE : 0) + (lines.some(({ name }) => name !== '') ? ABOVE : 0.06)) / size.h
  const bottom = ((numbered ? AXIS + (unit ? UNIT : 0) : 0.04) + (legend ? LEGEND : 0)) / size.h
  return { x, y: top, w: 1 - x - right, h: 1 - top - bottom }
}

/** Colour of a zone and its thickness in points; null is that of a row. */
const ZONES = {
  field: { colour: BAND, width: null },
  line: { colour: RULE, width: 5 },
  middle: { colour: EDGE, width: 5 },
} as const

type Series = Parameters<typeof scatterSeries>[0]

/** The series of a chart of rows; all of them share the column that says which row a point is in. */
class Drawing {
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

  /** Parts of the scale: the interval of a point in the middle, as thick as a row or as a line. */
  zones(rowHeight: number): Series[] {
    return this.#chart.zones.map(({ from, to, name, as }) => {
      const x = this.#alike(name, (from + to) / 2)
      const heading = this.#sheet.heading()
      const half = this.#alike('±', (to - from) / 2)
      const line = { colour: ZONES[as].colour, width: ZONES[as].width ?? rowHeight }
      return { heading, x, y: this.#rows, drawn: null, errors: errorBars('x', half, half, line) }
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
      return { heading, x, y, drawn, errors: this.#intervals(name, dots, drawn.colour) }
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

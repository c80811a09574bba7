import { axisX, barX, ruleX, text } from '@observablehq/plot'
import { type Lang, writeNumber } from '../../data/model/numbers.ts'
import { ACCENT, CARD, type Drawn, draw, INK, MUTED, RULE } from './plot.ts'

export type Difference = {
  municipality: string
  name: string
  measure: string
  /** Theirs less the own, in standard deviations; null where a value is missing. */
  difference: number | null
  /** What is read out. */
  label: string
}

export type DifferenceBars = {
  differences: readonly Difference[]
  /** Municipalities in the order of their distance, with what stands behind the name. */
  rows: readonly { municipality: string; name: string; distance: string }[]
  measures: readonly { id: string; title: string }[]
  missing: string
  lang: Lang
}

const NARROW = 620
const NAMES = 150

/** A small bar per municipality and measure: to the left they have less, to the right more; a column per measure. */
export function differenceBars(bars: DifferenceBars, { width }: Drawn): SVGSVGElement {
  return width < NARROW ? stacked(bars, width) : sideBySide(bars, width)
}

const ROW = 24
const LINE = 15
const LETTER = 6.5

function sideBySide(bars: DifferenceBars, width: number): SVGSVGElement {
  const letters = (width - NAMES) / bars.measures.length / LETTER
  const lines = Math.max(1, ...bars.measures.map(({ title }) => Math.ceil(title.length / letters)))
  const top = 18 + lines * LINE
  return draw({
    width,
    height: bars.rows.length * ROW + 30 + top,
    marginLeft: NAMES,
    marginTop: top,
    marginBottom: 26,
    marginRight: 12,
    x: scaleOf(bars),
    y: { domain: bars.rows.map((row) => row.municipality), axis: null, padding: 0.3 },
    fx: { domain: bars.measures.map((measure) => measure.id), axis: null, padding: 0.12 },
    marks: [
      ...marksOf(bars, { fx: 'measure' }),
      text(bars.measures, {
        fx: 'id',
        text: 'title',
        frameAnchor: 'top',
        dy: -12,
        lineAnchor: 'bottom',
        lineWidth: letters / 2.2,
        fill: INK,
        fontSize: 12,
      }),
      text(bars.rows, {
        fx: () => bars.measures[0]?.id,
        y: 'municipality',
        text: (row: DifferenceBars['rows'][number]) => `${row.name} ${row.distance}`,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -10,
        fill: INK,
      }),
    ],
  })
}

/** The measures under each other, for a narrow page. */
function stacked(bars: DifferenceBars, width: number): SVGSVGElement {
  const names = Math.min(NAMES, width * 0.4)
  return draw({
    width,
    height: bars.measures.length * (bars.rows.length * ROW + 44) + 40,
    marginLeft: names,
    marginTop: 28,
    marginBottom: 26,
    marginRight: 12,
    x: scaleOf(bars),
    y: { domain: bars.rows.map((row) => row.municipality), axis: null, padding: 0.3 },
    fy: { domain: bars.measures.map((measure) => measure.id), axis: null, padding: 0.16 },
    marks: [
      ...marksOf(bars, { fy: 'measure' }),
      text(bars.measures, {
        fy: 'id',
        text: 'title',
        frameAnchor: 'top-left',
        dx: -names,
        dy: -16,
        fill: INK,
        fontWeight: 'bold',
      }),
      text(
        bars.measures.flatMap(({ id }) => bars.rows.map((row) => ({ ...row, measure: id }))),
        { fy: 'measure', y: 'municipality', text: 'name', frameAnchor: 'left', textAnchor: 'end', dx: -8, fill: INK },
      ),
    ],
  })
}

function scaleOf({ differences }: DifferenceBars) {
  const reach = reachOf(differences)
  return { domain: [-reach, reach] as [number, number] }
}

const reachOf = (differences: readonly Difference[]) =>
  Math.max(0.5, ...differences.map(({ difference }) => Math.abs(difference ?? 0)))

/** Zero, and the largest round number of standard deviations on either side. */
function ticksOf(reach: number): number[] {
  const end = [5, 4, 3, 2, 1, 0.5].find((round) => round <= reach) ?? 0.5
  return [-end, 0, end]
}

function marksOf({ differences, missing, lang }: DifferenceBars, facet: { fx: string } | { fy: string }) {
  const known = differences.filter(({ difference }) => difference !== null)
  const unknown = differences.filter(({ difference }) => difference === null)
  return [
    ruleX([0], { stroke: MUTED }),
    barX(known, { ...facet, y: 'municipality', x: 'difference', fill: ACCENT, title: 'label', insetTop: 1 } as object),
    text(unknown, {
      ...facet,
      y: 'municipality',
      x: () => 0,
      text: () => missing,
      fill: MUTED,
      stroke: CARD,
      strokeWidth: 4,
      fontStyle: 'italic',
      fontSize: 11,
      title: 'label',
    } as object),
    axisX({
      ticks: ticksOf(reachOf(differences)),
      tickSize: 0,
      label: null,
      fill: MUTED,
      stroke: RULE,
      tickFormat: (value: number) => signed(value, lang),
    }),
  ]
}

const signed = (value: number, lang: Lang): string =>
  `${value > 0 ? '+' : ''}${writeNumber(value, Number.isInteger(value) ? 0 : 1, lang)}`

import { cellsOf, type Family, familiesOf } from '../../../data/instruments/cells.ts'
import type { Instrument, Measure } from '../../../data/instruments/definition.ts'
import { instruments } from '../../../data/instruments/index.ts'
import type { DistributionStep } from './distribution.ts'
import type { AskedCell } from './question.ts'
import { type Shown, spotOf } from './sums.ts'

/** A whole and the sexes that the catalogue divides it into. */
export interface Kin {
  whole: AskedCell
  sexes: AskedCell[]
}

/** Which of a whole and its sexes are held back, because they would speak against each other. */
export type HeldBack = 'whole' | 'sexes' | null

/** What is held back: figures, or of distributions the medians alone. */
export interface Judgement {
  figures: HeldBack
  medians: HeldBack
}

const kinByCell: ReadonlyMap<Instrument['id'], ReadonlyMap<string, Kin>> = new Map(
  instruments.map((instrument) => {
    const cells = cellsOf(instrument).map(
      ({ name, choices }): AskedCell => ({
        name,
        categories: Object.fromEntries(choices.map(({ dimension, category }) => [dimension, category])),
      }),
    )
    const kinOf = ({ whole, parts }: Family): Kin => ({ whole: cells[whole]!, sexes: parts.map((at) => cells[at]!) })
    const kin = familiesOf(instrument).map(kinOf)
    return [instrument.id, new Map(kin.flatMap((one) => [one.whole, ...one.sexes].map(({ name }) => [name, one])))]
  }),
)

/** The family of a cell; null of one that the catalogue does not divide by sex. */
export const kinOf = ({ id }: Instrument, { name }: AskedCell): Kin | null => kinByCell.get(id)?.get(name) ?? null

const TOLERANCE = 3
const FEWEST_SEXES = 2

/**
 * A whole lies between its sexes, within three points (percent; of a mean percent of its scale). In one municipality's
 * year they are made to; in a sum each may lack years or municipalities of the others. Where the whole lies outside, it is
 * held back if it lacks some of what its sexes hold, else the sexes are. Of distributions whose bars agree so may the median
 * alone be.
 */
export function judged(measure: Measure, whole: Shown | null, sexes: readonly (Shown | null)[]): Judgement {
  const shown = sexes.filter((sex) => sex !== null)
  if (!whole || shown.length < FEWEST_SEXES || measure.kind === 'count') return { figures: null, medians: null }
  const held = new Set(whole.parts.map(spotOf))
  const isLacking = shown.some(({ parts }) => parts.some((part) => !held.has(spotOf(part))))
  const back = isLacking ? 'whole' : 'sexes'
  return {
    figures: liesOutside(measure, whole, shown) ? back : null,
    medians: hasMedianOutside(measure, whole, shown) ? back : null,
  }
}

/** Bars that agree may be merged differently, and a median lies anywhere within its bar. */
function hasMedianOutside(measure: Measure, whole: Shown, sexes: readonly Shown[]): boolean {
  return measure.kind === 'distribution' && isOutside(limitsOf(whole), sexes.map(limitsOf), pointsOf(measure))
}

/** Three points of a share's percent, or of the scale of anything else. */
const pointsOf = ({ kind, scale: { min, max } }: Measure): number =>
  kind === 'share' ? TOLERANCE : (TOLERANCE * (max - min)) / 100

function liesOutside(measure: Measure, whole: Shown, sexes: readonly Shown[]): boolean {
  if (measure.kind !== 'distribution') return isOutside(limitsOf(whole), sexes.map(limitsOf), pointsOf(measure))
  const bars = sexes.map(barsOf)
  return barsOf(whole).some(({ from }) => {
    const common = bars.filter((of) => of.some((bar) => bar.from === from)).map((of) => percentFrom(of, from))
    return common.length >= FEWEST_SEXES && isOutside(percentFrom(barsOf(whole), from), common, TOLERANCE)
  })
}

/** From where to where a figure lies. */
type Limits = readonly [low: number, high: number]

function isOutside([low, high]: Limits, others: readonly Limits[], points: number): boolean {
  const least = Math.min(...others.map(([from]) => from))
  const most = Math.max(...others.map(([, to]) => to))
  return high < least - points || low > most + points
}

function limitsOf({ figure: { value, bound, lower, upper } }: Shown): Limits {
  if (bound === 'under') return [0, value]
  if (bound === 'over') return [value, 100]
  return bound === 'between' ? [lower!, upper!] : [value, value]
}

const barsOf = ({ figure }: Shown): readonly DistributionStep[] => figure.distribution ?? []

function percentFrom(bars: readonly DistributionStep[], start: number): Limits {
  const percent = bars.reduce((sum, { from, share }) => sum + (from >= start ? share : 0), 0)
  return [percent, percent]
}

import type { Derivation, InterviewKind, Measure, Test } from './definition.ts'

/** The numbers from `from` up to `below`, the latter not included; null is the end of the scale. */
export interface Stretch {
  from: number | null
  below: number | null
}

/**
 * All measures of a kind that read the same number of a person: the interviewer's rating is one, whichever of its shares,
 * bands and means is asked for. Everything shown of an item is read off one protected distribution (disclosure rule 7).
 */
export interface Item {
  measures: Measure[]
  /** Where a share or a step of the item begins or ends, ascending: the distribution tells how many lie at or above each. */
  cuts: number[]
  /** The same in the order in which bars keep them: those of shares first, in the catalogue's order. */
  barCuts: number[]
  /** By band, from the lowest: the middle of the values between two cuts. Null of an item without a mean of its own. */
  middles: number[] | null
}

/** The items among the measures of a kind, in the catalogue's order. A mean without shares or steps is none. */
export function itemsOf(measures: readonly Measure[], interview: InterviewKind): Item[] {
  const byNumber = new Map<string, Measure[]>()
  for (const measure of measures.filter((one) => one.interview === interview && one.kind !== 'count')) {
    const number = JSON.stringify(asNumber(measure.derivation))
    byNumber.set(number, [...(byNumber.get(number) ?? []), measure])
  }
  return [...byNumber.values()].filter((of) => of.some(({ kind }) => kind !== 'mean')).map(itemOf)
}

function itemOf(measures: Measure[]): Item {
  const stretches = measures.flatMap(({ kind, derivation }) => (kind === 'share' ? [stretchOf(derivation.test!)] : []))
  const steps = measures.flatMap((measure) => measure.steps ?? [])
  const mean = measures.find((measure) => measure.kind === 'mean' && !isDifference(measure))
  const ends = [
    ...stretches.flatMap(({ from, below }) => [from, below]),
    ...steps.slice(1).map(({ from }) => from),
    ...(mean ? everyStep(mean.scale) : []),
  ]
  const barCuts = [...new Set(ends.filter((end) => end !== null))]
  const cuts = barCuts.toSorted((a, b) => a - b)
  return { measures, cuts, barCuts, middles: mean ? middlesOf(mean.scale, cuts) : null }
}

const MOST_STEPS = 5

/** The cuts between the steps of a scale that has at most five. */
function everyStep({ min, max }: Measure['scale']): number[] {
  return max - min < MOST_STEPS ? Array.from({ length: max - min }, (_, i) => min + 1 + i) : []
}

function middlesOf({ min, max }: Measure['scale'], cuts: readonly number[]): number[] {
  const from = [min, ...cuts]
  return from.map((first, band) => (first + (from[band + 1] ?? max + 1) - 1) / 2)
}

/** The number that a measure reads, before it is asked whether it passes the test. Codes are read as 1 or 0. */
export function asNumber({ test, ...derivation }: Derivation): Derivation {
  return test && 'is' in test ? { ...derivation, test } : derivation
}

/** Which numbers pass a test. All that are tested are whole. */
export function stretchOf(test: Test): Stretch {
  if ('is' in test) return { from: 1, below: null }
  if ('atLeast' in test) return { from: Math.ceil(test.atLeast), below: null }
  if ('atMost' in test) return { from: null, below: Math.floor(test.atMost) + 1 }
  return { from: Math.ceil(test.between[0]), below: Math.floor(test.between[1]) + 1 }
}

/** The shares that read the same number as a share does, itself among them; none for another measure. */
export function sharesBeside(measures: readonly Measure[], { kind, interview, derivation }: Measure): Measure[] {
  const number = JSON.stringify(asNumber(derivation))
  return measures.filter(
    (one) =>
      kind === 'share' &&
      one.kind === 'share' &&
      one.interview === interview &&
      JSON.stringify(asNumber(one.derivation)) === number,
  )
}

/** A mean of differences is shown as the difference of two means (disclosure rule 8). */
export function isDifference({ kind, derivation }: Measure): boolean {
  return kind === 'mean' && derivation.minus !== undefined
}

/**
 * The two means whose difference a measure is: `alkohol_skattning_efter` and `…_fore`, or the child's and the social
 * worker's rating. Null of a measure that is no difference.
 */
export function endsOf(measures: readonly Measure[], measure: Measure): { of: Measure; minus: Measure } | null {
  if (!isDifference(measure)) return null
  const { value, minus } = measure.derivation
  return { of: meanOf(measures, measure, value), minus: meanOf(measures, measure, minus!) }
}

function meanOf(measures: readonly Measure[], { id, interview }: Measure, value: Derivation['value']): Measure {
  const number = JSON.stringify({ value })
  const found = measures.find(
    (one) => one.kind === 'mean' && one.interview === interview && JSON.stringify(one.derivation) === number,
  )
  if (!found) throw new Error(`no mean of its own for an end of ${id}`)
  return found
}

/** How many decimals a measure's values have. A scale as short as 0–1 needs two to tell anything. */
export function decimalsOf({ kind, scale }: Pick<Measure, 'kind' | 'scale'>): number {
  if (kind === 'share' || kind === 'count') return 0
  return scale.max <= 1 ? 2 : 1
}

import { changeInterval, type Interval, type Measured, rounded } from './change-interval.ts'

/** The figures that an action is judged by: own before and after, and those of the comparable over the same years. */
export type Evidence = {
  before: Measured | null
  after: Measured | null
  others: readonly { before: number; after: number }[]
  /** Answers such as yes and no are what they are: no chance in them. */
  exact: boolean
}

type Expected = { direction: 'up' | 'down'; size: number | null }

/** `within`: the change may be chance. `unknown`: nobody states or can measure the uncertainty. */
type Chance = 'beyond' | 'within' | 'unknown'
/** What the figure did, seen from what was predicted. */
type Movement = 'as-predicted' | 'moved' | 'unchanged' | 'worse'
type Outcome = 'met' | 'unmet' | 'cannot-be-said'
/** What the comparable municipalities did meanwhile: their median change, and how many moved the predicted way. */
type Meanwhile = { count: number; median: number; sameWay: number; ownIsMore: boolean }

export type Verdict = {
  outcome: Outcome
  movement: Movement | null
  chance: Chance
  /** Why nothing can be said; null where something can. */
  reason: 'no-before' | 'no-after' | 'uncertainty-unknown' | 'too-uncertain' | null
  change: number | null
  /** 95 % interval of the change; null where the uncertainty is unknown. */
  lower: number | null
  upper: number | null
  meanwhile: Meanwhile | null
}

/** Fewer comparable municipalities than this say nothing of what happened elsewhere. */
const FEWEST_OTHERS = 3

/**
 * The one rule for every action. A change counts only where its 95 % interval leaves zero out.
 * - As predicted: it goes the predicted way beyond chance, and at least as far as was predicted. Met.
 * - Moved: the predicted way beyond chance, but less far. Unmet.
 * - Worse: the other way beyond chance. Unmet.
 * - Unchanged: within chance. Unmet where the interval leaves out what was predicted; where it holds both no change and the
 *   predicted one, or no size was predicted, the figures cannot tell: cannot be said. Chance is never a success.
 * - Without a value before or after, or with unknown uncertainty: cannot be said.
 * What the comparable did meanwhile is told beside the verdict and changes nothing in it.
 */
export function judge(expected: Expected, { before, after, others, exact }: Evidence): Verdict {
  if (!before || before.value === null) return silent('no-before')
  if (!after || after.value === null) return silent('no-after')
  const change = rounded(after.value - before.value)
  const sign = expected.direction === 'up' ? 1 : -1
  const interval = exact ? { lower: change, upper: change } : changeInterval(before, after)
  const meanwhile = meanwhileOf(others, change, interval, sign)
  if (!interval) return { ...silent('uncertainty-unknown'), change, meanwhile }
  return { ...weighed(change * sign, facing(interval, sign), expected.size), change, ...interval, meanwhile }
}

const silent = (reason: Verdict['reason']): Verdict => ({
  outcome: 'cannot-be-said',
  movement: null,
  chance: 'unknown',
  reason,
  change: null,
  lower: null,
  upper: null,
  meanwhile: null,
})

/** @param gained the change, positive the predicted way; `interval` likewise */
function weighed(gained: number, { lower, upper }: Interval, size: number | null) {
  if (lower > 0) {
    const far = size === null || gained >= rounded(size)
    return {
      outcome: far ? met : unmet,
      movement: far ? 'as-predicted' : 'moved',
      chance: 'beyond',
      reason: null,
    } as const
  }
  if (upper < 0) return { outcome: unmet, movement: 'worse', chance: 'beyond', reason: null } as const
  const excluded = upper === lower || (size !== null && upper < rounded(size))
  return excluded
    ? ({ outcome: unmet, movement: 'unchanged', chance: 'within', reason: null } as const)
    : ({ outcome: 'cannot-be-said', movement: 'unchanged', chance: 'within', reason: 'too-uncertain' } as const)
}

const met = 'met' as const
const unmet = 'unmet' as const

const facing = ({ lower, upper }: Interval, sign: number): Interval =>
  sign > 0 ? { lower, upper } : { lower: -upper, upper: -lower }

function meanwhileOf(
  others: Evidence['others'],
  change: number,
  interval: Interval | null,
  sign: number,
): Meanwhile | null {
  if (others.length < FEWEST_OTHERS) return null
  const changes = others.map((one) => rounded(one.after - one.before)).sort((a, b) => a - b)
  const median = rounded(
    (changes[Math.floor((changes.length - 1) / 2)]! + changes[Math.ceil((changes.length - 1) / 2)]!) / 2,
  )
  const own = interval && facing(interval, sign)
  return {
    count: changes.length,
    median,
    sameWay: changes.filter((one) => one * sign > 0).length,
    ownIsMore: own !== null && own.lower > median * sign && change * sign > median * sign,
  }
}

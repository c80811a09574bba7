import type { Indicator } from '../model/indicator.ts'
import type { Municipality } from '../model/municipality.ts'
import { isPopulation } from './bases.ts'
import { normal, type Random } from './random.ts'

/** How an indicator's levels lie, drawn once: hidden numbers around 0 that `scales.ts` makes values of. */
export type Plan = {
  indicator: Indicator
  middle: number
  slope: number
  /** Half the distance between women and men. */
  sexGap: number
  /** A change of definition: from this year on everything is shifted. */
  breakYear: number
  breakShift: number
  /** By SKR group. */
  groupShift: Map<string, number>
  /** How much the municipality's general standing counts here. */
  loading: number
  /** How far apart municipalities lie. */
  spread: number
}

type Span = { from: number; to: number; municipalities: readonly Municipality[] }

/** Nearly everybody answers no, many do, nearly everybody answers yes: with a spread of 2, in turn. */
const ANSWERS = [-3.4, -0.7, 2.2]

/** @param turn the indicator's place among those of its kind */
export function planOf(indicator: Indicator, { from, to, municipalities }: Span, turn: number, random: Random): Plan {
  const fixed = isPopulation(indicator)
  const groups = [...new Set(municipalities.map(({ skrCode }) => skrCode))].sort()
  const middle = normal(random) * 0.7 + (indicator.direction === 'higher' ? 0.6 : -0.3)
  return {
    indicator,
    middle: fixed ? 0 : (ownMiddle(indicator, turn) ?? middle),
    slope: fixed ? 0.02 : normal(random) * 0.03,
    sexGap: normal(random) * 0.12,
    breakYear:
      random() < 0.06 ? from + 2 + Math.floor(random() * Math.max(1, to - from - 3)) : Number.POSITIVE_INFINITY,
    breakShift: normal(random) * 0.9,
    groupShift: new Map(groups.map((code) => [code, fixed ? 0 : normal(random) * 0.25])),
    spread: indicator.kind === 'yesno' ? 2 : 0.4,
    loading: indicator.direction === 'neutral' ? 0.05 : indicator.direction === 'higher' ? 0.25 : -0.25,
  }
}

function ownMiddle({ kind }: Indicator, turn: number): number | null {
  if (kind === 'yesno') return ANSWERS[turn % ANSWERS.length]!
  return kind === 'ordinal' ? 0 : null
}

/** The shift of a year that all municipalities share. */
export const trendOf = (plan: Plan, year: number): number =>
  plan.slope * (year - 2022) + (year >= plan.breakYear ? plan.breakShift : 0)

const PERSISTENCE = 0.75

/** A municipality's level year after year: its own place, a drift that hangs together, and the trend of all. */
export function levelsOf(plan: Plan, place: Municipality, standing: number, random: Random): (year: number) => number {
  const fixed = isPopulation(plan.indicator)
  const own = plan.middle + plan.groupShift.get(place.skrCode)! + plan.loading * standing + normal(random) * plan.spread
  const wander = fixed ? 0.004 : Math.min(0.7, wanderOf(plan.indicator) * Math.sqrt(25_000 / place.population))
  let drift = normal(random) * wander
  return (year) => {
    drift = PERSISTENCE * drift + Math.sqrt(1 - PERSISTENCE ** 2) * normal(random) * wander
    return (fixed ? 0 : own) + trendOf(plan, year) + drift
  }
}

/** What is counted in cases has their chance besides; of the rest all chance is here. */
const wanderOf = ({ multiplier }: Indicator) => (multiplier === null ? 0.12 : 0.06)

import { multiplierOf } from '../../../data/figures/figure.ts'
import { asRatio, asReckoned, type Precision } from '../../../data/figures/precision.ts'
import type { Subject } from '../../../data/figures/subject.ts'
import type { FunnelAnswer } from '../../../data/model/answers/funnel.ts'
import {
  type FunnelKind,
  type FunnelLimits,
  funnelLimits,
  funnelStandardError,
  overdispersedLimits,
  overdispersion,
} from '../../../data/stats/index.ts'
import { total } from '../../../data/stats/mean.ts'

/** A municipality's value in the indicator's unit, its base and how many of the base. */
export type Unit = { value: number; n: number; events: number }
type Side = FunnelAnswer['points'][number]['outside']
type Funnel = Pick<FunnelAnswer, 'pooled' | 'overdispersion' | 'limits'> & {
  outside(unit: Unit): { outside: Side; outsideAdjusted: Side }
}

const CURVE_POINTS = 60
const NO_FUNNEL: Funnel = {
  pooled: null,
  overdispersion: null,
  limits: [],
  outside: () => ({ outside: null, outsideAdjusted: null }),
}

/** The funnel of all units around their pooled value; empty without a unit whose base is known. */
export function funnelOf(
  { indicator, precision }: Pick<Subject, 'indicator' | 'precision'>,
  kind: FunnelKind,
  units: readonly Unit[],
): Funnel {
  const per = multiplierOf(indicator)
  const whole = total(units.map(({ n }) => n))
  if (per === null || whole <= 0) return NO_FUNNEL
  const pooled = total(units.map(({ events }) => events)) / whole
  const spread = spreadOf(units, pooled, kind, per)
  const tauSquared = spread?.tauSquared ?? 0
  const chance = (n: number) => scaled(funnelLimits(pooled, n, kind), per)
  const adjusted = (n: number) => scaled(overdispersedLimits(pooled, n, kind, tauSquared), per)
  return {
    pooled: asReckoned(pooled * per, precision),
    overdispersion: spread && { phi: asRatio(spread.phi), tauSquared: asRatio(tauSquared * per * per) },
    limits: curveOf(units).flatMap((n) => {
      const [inner, outer] = [chance(n), adjusted(n)]
      return inner && outer ? [{ n: asRatio(n), ...told(inner, precision), adjusted: told(outer, precision) }] : []
    }),
    outside: ({ value, n }) => ({ outside: sideOf(value, chance(n)), outsideAdjusted: sideOf(value, adjusted(n)) }),
  }
}

function spreadOf(units: readonly Unit[], pooled: number, kind: FunnelKind, per: number) {
  const errors = units.map(({ n }) => funnelStandardError(pooled, n, kind) ?? 0)
  const scores = units.map(({ value }, index) => (value / per - pooled) / errors[index]!)
  return overdispersion(scores, errors)
}

/** Bases at which the curves are drawn: from the smallest to the largest, in equal ratios. */
function curveOf(units: readonly Unit[]): number[] {
  const bases = units.map(({ n }) => n)
  const [smallest, largest] = [Math.min(...bases), Math.max(...bases)]
  return Array.from(
    { length: CURVE_POINTS },
    (_, step) => smallest * (largest / smallest) ** (step / (CURVE_POINTS - 1)),
  )
}

const scaled = (limits: FunnelLimits | null, per: number): FunnelLimits | null =>
  limits && {
    lower95: limits.lower95 * per,
    upper95: limits.upper95 * per,
    lower998: limits.lower998 * per,
    upper998: limits.upper998 * per,
  }

const told = (limits: FunnelLimits, precision: Precision): FunnelLimits => ({
  lower95: asReckoned(limits.lower95, precision),
  upper95: asReckoned(limits.upper95, precision),
  lower998: asReckoned(limits.lower998, precision),
  upper998: asReckoned(limits.upper998, precision),
})

function sideOf(value: number, limits: FunnelLimits | null): Side {
  if (!limits) return null
  if (value > limits.upper998) return 'above998'
  if (value < limits.lower998) return 'below998'
  if (value > limits.upper95) return 'above95'
  return value < limits.lower95 ? 'below95' : null
}

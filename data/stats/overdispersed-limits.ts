import { normalCritical } from './distributions.ts'
import { isPresent } from './finite.ts'
import { type FunnelKind, type FunnelLimits, isFunnelBase, labelled } from './funnel-limits.ts'

/**
 * Standard error of a unit's value when the pooled value holds for it: √(π(1 − π)/n) for a proportion, √(λ/n) for a
 * rate. Pooled and result per one of `n`. Null for n not above 0 or a pooled value outside its range.
 */
export function funnelStandardError(pooled: number, n: number, kind: FunnelKind): number | null {
  if (!isFunnelBase(pooled, n, kind)) return null
  const error = Math.sqrt((kind === 'proportion' ? pooled * (1 - pooled) : pooled) / n)
  return isPresent(error) ? error : null
}

/**
 * Funnel limits widened for overdispersion: pooled ± z·√(s² + τ²), s as `funnelStandardError`, z = 1.96 and 3.09.
 * Per one of `n`; a proportion's within 0…1, a rate's ≥ 0. `tauSquared` ≥ 0 as given by `overdispersion`.
 * Null for n not above 0 or input outside its range. Source: Spiegelhalter, Stat Med 24 (2005), additive model.
 */
export function overdispersedLimits(
  pooled: number,
  n: number,
  kind: FunnelKind,
  tauSquared: number,
): FunnelLimits | null {
  const error = funnelStandardError(pooled, n, kind)
  if (error === null || !isPresent(tauSquared) || tauSquared < 0) return null
  const greatest = kind === 'proportion' ? 1 : Number.POSITIVE_INFINITY
  const limitsAt = (confidence: number) => {
    const margin = normalCritical(confidence) * Math.hypot(error, Math.sqrt(tauSquared))
    return { lower: Math.max(0, pooled - margin), upper: Math.min(greatest, pooled + margin) }
  }
  return labelled(limitsAt(0.95), limitsAt(0.998))
}

import type { ProtectedFigure } from '../../../data/model/findings/followup.ts'

/** A scale as far to the left of zero as to the right, in whole steps, that holds the figures with their limits. */
export function aroundZero(figures: readonly ProtectedFigure[]) {
  const ends = figures.flatMap(({ value, lower, upper }) => [value, lower, upper])
  const reach = Math.max(1, Math.ceil(Math.max(...ends.map((end) => Math.abs(end ?? 0)))))
  const step = Math.max(1, Math.round(reach / 4))
  const each = Math.floor(reach / step)
  const ticks = Array.from({ length: 2 * each + 1 }, (_, at) => (at - each) * step)
  return { scale: { min: -reach, max: reach }, ticks }
}

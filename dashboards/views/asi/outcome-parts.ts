import { limitsOf, type ProtectedFigure } from '../../../data/model/findings/followup.ts'

/** How many percent of an area's persons turned which way, as they are shown. */
export type Turned = { improved: ProtectedFigure; unchanged: ProtectedFigure; worsened: ProtectedFigure }

export type Part = { way: keyof Turned | null; from: number; to: number }

/**
 * The hundred percent of an area: improved from the left, worsened from the right, unchanged between; where only bounds
 * are known, or nothing, a part that may be either side's. Empty where none of the three is shown.
 */
export function outcomeParts({ improved, unchanged, worsened }: Turned): Part[] {
  if ([improved, unchanged, worsened].every(({ value }) => value === null)) return []
  const [left, right] = [knownOf(improved), knownOf(worsened)]
  // Each is rounded by itself, so that three may come to 101.
  const least = Math.max(0, Math.min(knownOf(unchanged)[0], 100 - left[0] - right[0]))
  // Where the borders can lie: what is known of those between narrows both.
  const first = { from: left[0], to: Math.min(left[1], 100 - right[0] - least) }
  const second = { from: Math.max(100 - right[1], left[0] + least), to: 100 - right[0] }
  const apart = first.to <= second.from
  const parts: Part[] = [
    { way: 'improved', from: 0, to: first.from },
    { way: null, from: first.from, to: apart ? first.to : second.to },
    ...(apart
      ? ([
          { way: 'unchanged', from: first.to, to: second.from },
          { way: null, from: second.from, to: second.to },
        ] as const)
      : []),
    { way: 'worsened', from: second.to, to: 100 },
  ]
  return parts.filter(({ from, to }) => to > from)
}

/** Between what a share lies for certain; anywhere, where it is not shown. */
function knownOf(share: ProtectedFigure): [number, number] {
  if (share.value === null) return [0, 100]
  return share.bound === null ? [share.value, share.value] : limitsOf(share)!
}

/** Within what the borders between the three may lie, 95 percent: of those shares that are more than bounds. */
export function borderIntervals({ improved, worsened }: Turned): { from: number; to: number }[] {
  const isValue = ({ value, bound, lower, upper }: ProtectedFigure) =>
    value !== null && bound === null && lower !== null && upper !== null
  return [
    ...(isValue(improved) ? [{ from: improved.lower!, to: improved.upper! }] : []),
    ...(isValue(worsened) ? [{ from: 100 - worsened.upper!, to: 100 - worsened.lower! }] : []),
  ]
}

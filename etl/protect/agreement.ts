import type { Family } from '../../data/instruments/cells.ts'
import { type Distribution, held } from './distribution.ts'

const ROUNDS = 20
/** The shown sexes must make up so much of their whole. */
const LARGEST_SHARE_HIDDEN = 0.2
const FEWEST_SEXES = 2
/** Corrections so small, in persons, move nothing that is shown. */
const NOTHING = 1e-9

/**
 * Makes the sexes of every cell agree with their whole (disclosure rule 7): each moves a little, by how much it may be
 * off. Only draws of shown cells enter; what is hidden is filled in by the shown share.
 *
 * @param shown by shown set; null where the item is not shown of it
 * @param families by place among the shown sets
 * @param persons n̂ of each shown set; left out where it is they that are made to agree
 */
export function agreed(
  shown: readonly (Distribution | null)[],
  families: readonly Family[],
  persons?: readonly number[],
): (Distribution | null)[] {
  const moved = shown.map((one) => one && { all: one.all, above: [...one.above] })
  const together = families.flatMap((family) => partsToAgree(moved, family, persons) ?? [])
  for (let round = 0, largest = 1; round < ROUNDS && largest > NOTHING; round++) {
    largest = settle(together)
    for (const { whole, parts } of together) {
      whole.above = held(whole).above
      for (const part of parts) part.above = held(part).above
    }
  }
  return moved
}

interface Together {
  whole: Distribution
  parts: Distribution[]
}

/** Null where too few of the sexes are shown, or too few persons in them: of those with a value, and of all. */
function partsToAgree(
  shown: readonly (Distribution | null)[],
  family: Family,
  persons?: readonly number[],
): Together | null {
  const whole = shown[family.whole]
  const places = family.parts.filter((place) => shown[place])
  const parts = places.map((place) => shown[place]!)
  if (!whole || parts.length < FEWEST_SEXES) return null
  const ofPersons =
    persons &&
    makeUp(
      places.map((place) => persons[place]!),
      persons[family.whole]!,
    )
  return ofPersons ||
    makeUp(
      parts.map(({ all }) => all),
      whole.all,
    )
    ? { whole, parts }
    : null
}

const makeUp = (parts: readonly number[], whole: number): boolean =>
  parts.reduce((sum, part) => sum + part, 0) >= (1 - LARGEST_SHARE_HIDDEN) * whole

const sumOf = (parts: readonly Distribution[]): number => parts.reduce((sum, { all }) => sum + all, 0)

/** One round over all families. @returns the largest correction, in persons */
function settle(families: readonly Together[]): number {
  let largest = 0
  for (const family of families) largest = Math.max(largest, settleCounts(family), settleCuts(family))
  return largest
}

/** Parts that hold more persons than their whole meet it half way, each as much as any other. */
function settleCounts({ whole, parts }: Together): number {
  const over = sumOf(parts) - whole.all
  if (over <= 0) return 0
  const step = over / (1 + parts.length)
  resize(whole, whole.all + step)
  for (const part of parts) resize(part, part.all - step)
  return step
}

function resize(distribution: Distribution, all: number): void {
  const factor = all / distribution.all
  distribution.above = distribution.above.map((count) => count * factor)
  distribution.all = all
}

/** At each cut the error is shared by least squares: the whole is a sum of its parts times what they make up of it. */
function settleCuts({ whole, parts }: Together): number {
  const factor = whole.all / sumOf(parts)
  const share = 1 / (1 + parts.length * factor ** 2)
  let largest = 0
  for (let cut = 0; cut < whole.above.length; cut++) {
    const sum = parts.reduce((all, { above }) => all + above[cut]!, 0)
    const error = (whole.above[cut]! - factor * sum) * share
    whole.above[cut]! -= error
    for (const part of parts) part.above[cut]! += factor * error
    largest = Math.max(largest, Math.abs(error))
  }
  return largest
}

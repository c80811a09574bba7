import type { Measure } from '../../../data/instruments/definition.ts'
import { compareWithReference, indirectlyStandardisedRatio } from '../../../data/stats/index.ts'
import type { Part } from './parts.ts'

/** Shown shares of one municipality by stratum (an age and a sex), over the years asked for. */
export type Strata = ReadonlyMap<string, readonly Part[]>

/** A municipality beside what its ages and sexes would lead one to expect. */
export interface CaseMix {
  observed: number
  expected: number
  ratio: number
  lower: number
  upper: number
}

const FEWEST_MUNICIPALITIES = 3
const Z = 1.959963984540054
const NOISE_VARIANCE = 2

/**
 * The reference's share of each stratum, 0–1, from what is shown of it; a stratum that fewer than three municipalities
 * show is left out.
 */
export function referenceShares(members: readonly Strata[]): Map<string, number> {
  const names = new Set(members.flatMap((strata) => [...strata.keys()]))
  const shares = [...names].flatMap((name): [string, number][] => {
    const share = shareOf(members.flatMap((strata) => strata.get(name) ?? []))
    return share === null ? [] : [[name, share]]
  })
  return new Map(shares)
}

/** The share of what is shown, 0–1; null where fewer than three municipalities show it, or it is known too loosely. */
export function shareOf(parts: readonly Part[]): number | null {
  const municipalities = new Set(parts.map(({ municipality }) => municipality)).size
  return municipalities < FEWEST_MUNICIPALITIES ? null : knownShare(parts)
}

const NARROW = 2

/** Shares that are known within bounds carry them into the sum: its share is known where that leaves two percent at most. */
function knownShare(parts: readonly Part[]): number | null {
  const all = counted(parts)
  const sumOf = (end: 'low' | 'high') => parts.reduce((sum, part) => sum + part.count * part[end]!, 0)
  const [lowest, highest] = [sumOf('low'), sumOf('high')]
  return highest - lowest > NARROW * all ? null : (lowest + highest) / (200 * all)
}

/**
 * Indirect standardisation: those of the municipality who have the property, over how many would if each of its strata
 * had the reference's share. Only strata whose share is known on both sides count, on both sides. The interval is the ratio's
 * own, widened by the noise of each count. Null where nothing is shown.
 */
export function caseMixOf(strata: Strata, reference: ReadonlyMap<string, number>): CaseMix | null {
  const shared = sharedStrata(strata, reference)
  const observed = shared.reduce((sum, { parts, share }) => sum + counted(parts) * share, 0)
  const expected = shared.reduce((sum, { name, parts }) => sum + counted(parts) * reference.get(name)!, 0)
  const ratio = indirectlyStandardisedRatio(observed, expected)
  if (!ratio) return null
  const draws = shared.reduce((sum, { parts }) => sum + parts.length, 0)
  const noise = (Z ** 2 * NOISE_VARIANCE * draws) / expected ** 2
  return {
    observed,
    expected,
    ratio: ratio.value,
    lower: Math.max(0, ratio.value - Math.sqrt((ratio.value - ratio.lower) ** 2 + noise)),
    upper: ratio.value + Math.sqrt((ratio.upper - ratio.value) ** 2 + noise),
  }
}

function sharedStrata(strata: Strata, reference: ReadonlyMap<string, number>) {
  return [...strata].flatMap(([name, parts]) => {
    const share = parts.length > 0 && reference.has(name) ? knownShare(parts) : null
    return share === null ? [] : [{ name, parts, share }]
  })
}

/** How many of a municipality's persons are in strata that counted, percent to the nearest five. */
export function coveredOf(strata: Strata, reference: ReadonlyMap<string, number>, whole: readonly Part[]): number {
  const inside = sharedStrata(strata, reference).flatMap(({ parts }) => parts)
  return Math.min(100, Math.round((20 * counted(inside)) / counted(whole)) * 5)
}

/** Better, similar or worse than as expected. */
export function standing({ ratio, lower, upper }: CaseMix, { direction }: Measure) {
  return compareWithReference(ratio, lower, upper, 1, direction)
}

function counted(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}

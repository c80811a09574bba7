import type { Measure } from '../../../data/instruments/definition.ts'
import { compareWithReference, indirectlyStandardisedRatio } from '../../../data/stats/index.ts'
import type { Part } from '../../release/protected-slices.ts'

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

/** A share, or so many persons, known within bounds; of most figures both ends are the same. */
export interface Within {
  low: number
  high: number
}

/**
 * The reference's share of each stratum, 0–1, from what is shown of it; a stratum that fewer than three municipalities
 * show is left out.
 */
export function referenceShares(members: readonly Strata[]): Map<string, Within> {
  const names = new Set(members.flatMap((strata) => [...strata.keys()]))
  const shares = [...names].flatMap((name): [string, Within][] => {
    const share = sharedBy(members.flatMap((strata) => strata.get(name) ?? []))
    return share === null ? [] : [[name, share]]
  })
  return new Map(shares)
}

/** The share of what is shown, 0–1; null where fewer than three municipalities show it. */
function sharedBy(parts: readonly Part[]): Within | null {
  const municipalities = new Set(parts.map(({ municipality }) => municipality)).size
  if (municipalities < FEWEST_MUNICIPALITIES) return null
  return { low: having(parts, 'low') / counted(parts), high: having(parts, 'high') / counted(parts) }
}

const NARROW = 0.02

/** The level of a group, 0–1, as a group's share is told; null where that is known within bounds only. */
export function levelOf(parts: readonly Part[]): number | null {
  const share = sharedBy(parts)
  return share === null || share.high - share.low > NARROW ? null : middleOf(share)
}

/**
 * Indirect standardisation: those of the municipality who have the property, over how many would if each of its strata
 * had the reference's share. Only strata that are shown on both sides count, on both sides. The interval is the ratio's
 * own, widened by the noise of each count and by the bounds of shares that are known within such only. Null where nothing
 * is shown.
 */
export function caseMixOf(strata: Strata, reference: ReadonlyMap<string, Within>): CaseMix | null {
  const shared = [...strata].filter(([name, parts]) => parts.length > 0 && reference.has(name))
  const sums = (sumOf: (end: keyof Within, parts: readonly Part[], name: string) => number): Within => ({
    low: shared.reduce((sum, [name, parts]) => sum + sumOf('low', parts, name), 0),
    high: shared.reduce((sum, [name, parts]) => sum + sumOf('high', parts, name), 0),
  })
  const observed = sums((end, parts) => having(parts, end))
  const expected = sums((end, parts, name) => counted(parts) * reference.get(name)![end])
  const open = observed.high / expected.low - observed.low / expected.high
  const ratio = indirectlyStandardisedRatio(middleOf(observed), middleOf(expected))
  if (!ratio || !Number.isFinite(open)) return null
  const draws = shared.reduce((sum, [, parts]) => sum + parts.length, 0)
  const noise = (Z ** 2 * NOISE_VARIANCE * draws) / middleOf(expected) ** 2
  return {
    observed: middleOf(observed),
    expected: middleOf(expected),
    ratio: ratio.value,
    lower: Math.max(0, ratio.value - Math.sqrt((ratio.value - ratio.lower) ** 2 + noise) - open / 2),
    upper: ratio.value + Math.sqrt((ratio.upper - ratio.value) ** 2 + noise) + open / 2,
  }
}

/** How many of a municipality's persons are in strata that counted, percent to the nearest five. */
export function coveredOf(strata: Strata, reference: ReadonlyMap<string, Within>, whole: readonly Part[]): number {
  const inside = [...strata].filter(([name]) => reference.has(name)).flatMap(([, parts]) => parts)
  return Math.min(100, Math.round((20 * counted(inside)) / counted(whole)) * 5)
}

/** Better, similar or worse than as expected. */
export function standing({ ratio, lower, upper }: CaseMix, { direction }: Measure) {
  return compareWithReference(ratio, lower, upper, 1, direction)
}

function counted(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}

function having(parts: readonly Part[], end: 'low' | 'high'): number {
  return parts.reduce((sum, part) => sum + (part.count * part[end]!) / 100, 0)
}

const middleOf = ({ low, high }: Within): number => (low + high) / 2

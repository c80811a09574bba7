import type { Lang } from '../numbers.ts'
import { say } from './finding.ts'

/** A value with what is known of how sure it is: a stated interval, or how much values of its size swing from year to year. */
export type Uncertain = {
  value: number | null
  lower?: number | null
  upper?: number | null
  margin?: number | null
}

/** What a claim about a value rests on. */
export type Rest = 'stated' | 'measured' | 'unknown'

export function restOf({ lower, upper, margin }: Uncertain): Rest {
  if (lower != null && upper != null) return 'stated'
  return margin == null ? 'unknown' : 'measured'
}

/**
 * From where to where a value is sure within: its stated interval, else as far as such values swing to either side; null where
 * nothing is known. What is never below nought is not drawn below it, nor a share above a hundred.
 */
export function sureWithin(
  one: Uncertain,
  unit: string,
): { from: number; to: number; rest: 'stated' | 'measured' } | null {
  const { value, lower, upper, margin } = one
  if (value === null) return null
  if (lower != null && upper != null) return { from: lower, to: upper, rest: 'stated' }
  if (margin == null) return null
  const [from, to] = [value - margin, value + margin]
  return {
    from: value >= 0 ? Math.max(0, from) : from,
    to: unit === '%' && value <= 100 ? Math.min(100, to) : to,
    rest: 'measured',
  }
}

/** Whether a value differs from a fixed one by more than chance; null where nobody knows. */
export function differsFrom(one: Uncertain, fixed: number): boolean | null {
  const { value, lower, upper, margin } = one
  if (value === null) return null
  if (lower != null && upper != null) return fixed < lower || fixed > upper
  return margin == null ? null : Math.abs(value - fixed) > margin
}

/** Half of the band that a value is sure within, in its unit. */
function halfWidth({ lower, upper, margin }: Uncertain): number | null {
  return lower != null && upper != null ? (upper - lower) / 2 : (margin ?? null)
}

/** Whether two values differ by more than chance: by more than the root of their squared half-widths; null where nobody knows. */
export function areApart(one: Uncertain, other: Uncertain): boolean | null {
  const [a, b] = [halfWidth(one), halfWidth(other)]
  if (a === null || b === null || one.value === null || other.value === null) return null
  return Math.abs(one.value - other.value) > Math.hypot(a, b)
}

/** That a difference may be chance, in the words of what it rests on. */
export function mayBeChance(rest: Rest, lang: Lang): string {
  return rest === 'measured'
    ? say(
        lang,
        'skillnaden är inte större än värdena brukar svänga från år till år',
        'the difference is no larger than the values usually swing from year to year',
      )
    : say(lang, 'skillnaden kan vara slump', 'the difference may be chance')
}

/** Where nothing is known of chance, that is said; money has no base that could be known. */
export const unknownSentence = (isMoney: boolean, lang: Lang): string =>
  isMoney
    ? say(lang, 'Hur mycket som är tillfälligt går inte att säga.', 'How much of it is passing cannot be told.')
    : say(
        lang,
        'Hur mycket som är slump går inte att säga: underlaget är inte känt.',
        'How much is chance cannot be told: the base is not known.',
      )

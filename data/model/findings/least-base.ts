import { type Lang, type Written, writeNumber, writeValue } from '../numbers.ts'
import { say } from './finding.ts'

/** A share of so few, 13 of 14. */
export type LeastBase = { events: number; of: number }

/** Answers of fewer than these are not published. */
const FEWEST = 5
/** From here on a base is no longer small. */
const SMALL = 30
/** A share written finer than this was not rounded by its source, and shows what it is a part of. */
const FINE = 4

/**
 * The smallest base that a published share can rest on, where the share itself shows it and it is under 30: only 13 of 14, or
 * a multiple of both, make 92.857143 per cent. Null of what is no share, is rounded, or rests on more.
 * @param value per cent
 */
export function leastBase(value: number | null, { kind, unit }: { kind: string; unit: string }): LeastBase | null {
  if (value === null || kind !== 'share' || unit !== '%') return null
  const decimals = String(value).split('.')[1]?.length ?? 0
  if (decimals < FINE || value < 0 || value > 100) return null
  for (let of = FEWEST; of < SMALL; of++) {
    const events = Math.round((value * of) / 100)
    if (Math.abs((100 * events) / of - value) <= 0.5 * 10 ** -decimals) return { events, of }
  }
  return null
}

/** `92,9 % kan vara 13 av 14`: how little may stand behind a value whose base nobody states. */
export function leastBaseClause(value: number, about: Written & { kind: string }, lang: Lang): string {
  const base = leastBase(value, about)
  if (base === null) return ''
  const written = writeValue(value, about, lang)
  const [events, of] = [base.events, base.of].map((count) => writeNumber(count, 0, lang))
  return say(lang, `${written} kan vara ${events} av ${of}`, `${written} may be ${events} of ${of}`)
}

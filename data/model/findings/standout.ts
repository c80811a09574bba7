import type { RecentTrend } from '../answers/figure.ts'
import { type Lang, type Written, writeValue } from '../numbers.ts'
import { amongWhom, say } from './finding.ts'
import { reasonMissing } from './missing.ts'
import { numberAmong } from './position.ts'
import { recentTrendClause } from './trend.ts'

type Subject = Written & { short: string; direction: string }

type Differs = {
  name: string
  about: Subject
  period: number
  value: number
  median: number
  reference: { id: string; name: string }
  rank: number
  of: number
}

/** One sentence on a value that lies far from the reference, with both figures and, where it can be ranked, the place. */
export function differsSentence(found: Differs, lang: Lang): string {
  const { about, period } = found
  const whom = amongWhom(found.reference, lang)
  const [own, theirs] = [found.value, found.median].map((value) => writeValue(value, about, lang))
  const side = found.value < found.median ? say(lang, 'lägre', 'lower') : say(lang, 'högre', 'higher')
  const stated = say(
    lang,
    `${about.short}: ${own} i ${found.name} ${period}, ${side} än medianen ${whom} (${theirs})`,
    `${about.short}: ${own} in ${found.name} ${period}, ${side} than the median ${whom} (${theirs})`,
  )
  if (about.direction === 'neutral') return `${stated}.`
  return `${stated}; ${numberAmong(found, lang)}.`
}

type Moved = {
  name: string
  about: Subject
  from: number
  to: number
  before: number
  value: number
  side: 'better' | 'worse' | null
  recentTrend: RecentTrend
}

/** One sentence on a change between two years, with the recent trend where it is more than chance. */
export function movedSentence(found: Moved, lang: Lang): string {
  const [before, now] = [found.before, found.value].map((value) => writeValue(value, found.about, lang))
  const verb = movement(found.before, found.value, lang)
  const stated = say(
    lang,
    `${found.about.short} ${verb} i ${found.name} från ${before} ${found.from} till ${now} ${found.to}`,
    `${found.about.short} ${verb} in ${found.name} from ${before} in ${found.from} to ${now} in ${found.to}`,
  )
  const clause = recentTrendClause(found.recentTrend, lang)
  return clause === '' ? `${stated}${sideClause(found.side, lang)}.` : `${stated} (${clause}).`
}

function sideClause(side: Moved['side'], lang: Lang): string {
  if (side === null) return ''
  return side === 'better'
    ? say(lang, ', åt det bättre hållet', ', in the better direction')
    : say(lang, ', åt det sämre hållet', ', in the worse direction')
}

function movement(before: number, value: number, lang: Lang): string {
  if (before === value) return say(lang, 'är oförändrad', 'is unchanged')
  return value > before ? say(lang, 'har ökat', 'has risen') : say(lang, 'har minskat', 'has fallen')
}

type Missing = { name: string; about: Subject; period: number; status: string | null; referenceCount: number }

/** One sentence on a value that others have and the municipality lacks, with the reason. */
export function missingSentence(found: Missing, lang: Lang): string {
  const { about, name, period, referenceCount } = found
  const reason = reasonMissing(found.status, lang)
  return say(
    lang,
    `${about.short}: inget värde för ${name} ${period}, ${reason}; ${referenceCount} andra har ett.`,
    `${about.short}: no value for ${name} in ${period}, ${reason}; ${referenceCount} others have one.`,
  )
}

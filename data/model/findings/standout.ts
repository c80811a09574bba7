import type { RecentTrend } from '../answers/figure.ts'
import { type Lang, writeShort, writeValue } from '../numbers.ts'
import { quoted, say } from './finding.ts'
import { besideMedian, isRanked, isVolume, type Told, valueAt } from './kinds.ts'
import { leastBaseClause } from './least-base.ts'
import { reasonMissing } from './missing.ts'
import { numberAmong } from './position.ts'
import { recentTrendClause } from './trend.ts'
import { among, type Group, inPlace } from './whom.ts'

type Subject = Told & { short: string; direction: string }

type Differs = {
  name: string
  about: Subject
  period: number
  value: number
  median: number
  reference: Group
  /** Null where the municipality is no member of the reference. */
  rank: number | null
  of: number
  isOfFew?: boolean
}

/** A place among fewer than these says nothing. */
const FEWEST_PLACES = 3

/** One sentence on a value that lies far from the reference, with both figures and, where it can be ranked, the place. */
export function differsSentence(found: Differs, lang: Lang): string {
  const { about, period } = found
  const theirs = writeShort(found.median, about, lang)
  const whom = among(found.reference, lang)
  const own = valueAt(found.value, about, inPlace(found.name, lang), say(lang, String(period), `in ${period}`), lang)
  const stated = say(
    lang,
    `${quoted(about.short, lang)} är ${own}, ${sideOf(found, lang)} medianen ${whom} (${theirs})`,
    `${quoted(about.short, lang)} is ${own}, ${sideOf(found, lang)} the median ${whom} (${theirs})`,
  )
  const hasPlace = isRanked(about) && found.rank !== null && found.of >= FEWEST_PLACES
  const few = found.isOfFew ? leastBaseClause(found.value, about, lang) : ''
  return `${[stated, hasPlace ? numberAmong(found, lang) : '', few].filter(Boolean).join('; ')}.`
}

/** `högre än`, `lägre än`; of what costs, how far from it. */
function sideOf({ value, median, about }: Differs, lang: Lang): string {
  if (isVolume(about)) return besideMedian(value, median, about, lang)
  if (value < median) return say(lang, 'lägre än', 'lower than')
  return say(lang, 'högre än', 'higher than')
}

type Moved = {
  name: string
  about: Subject
  from: number
  to: number
  before: number
  value: number
  side: 'better' | 'worse' | null
  isOfFew?: boolean
  recentTrend: RecentTrend
}

/** One sentence on a change between two years, with the recent trend where it is more than chance. */
export function movedSentence(found: Moved, lang: Lang): string {
  const { about } = found
  const [before, now] = [writeShort(found.before, about, lang), writeValue(found.value, about, lang)]
  const where = inPlace(found.name, lang)
  const verb = found.value > found.before ? say(lang, 'ökade', 'rose') : say(lang, 'minskade', 'fell')
  const isStill = before === writeShort(found.value, about, lang)
  const stated = isStill
    ? say(
        lang,
        `${quoted(about.short, lang)} var ${now} ${where} både ${found.from} och ${found.to}`,
        `${quoted(about.short, lang)} was ${now} ${where} in both ${found.from} and ${found.to}`,
      )
    : say(
        lang,
        `${quoted(about.short, lang)} ${verb} ${where} från ${before} (${found.from}) till ${now} (${found.to})`,
        `${quoted(about.short, lang)} ${verb} ${where} from ${before} (${found.from}) to ${now} (${found.to})`,
      )
  const clause = recentTrendClause(found.recentTrend, lang)
  return clause === ''
    ? `${[`${stated}${sideClause(found.side, lang)}`, fewClause(found, lang)].filter(Boolean).join('; ')}.`
    : `${stated} (${clause}).`
}

/** How few may stand behind the one or the other end. */
const fewClause = ({ isOfFew, value, before, about }: Moved, lang: Lang): string =>
  isOfFew ? leastBaseClause(value, about, lang) || leastBaseClause(before, about, lang) : ''

function sideClause(side: Moved['side'], lang: Lang): string {
  if (side === null) return ''
  return side === 'better'
    ? say(lang, ', åt det bättre hållet', ', in the better direction')
    : say(lang, ', åt det sämre hållet', ', in the worse direction')
}

type Missing = {
  name: string
  about: Subject
  period: number
  status: string | null
  referenceCount: number
  /** The newest year that has a value. */
  other?: { period: number; value: number } | null
}

/** One sentence on a value that others have and the municipality lacks, with the reason and the newest year that has one. */
export function missingSentence(found: Missing, lang: Lang): string {
  const { about, name, period, referenceCount: count, other } = found
  const reason = reasonMissing(found.status, lang)
  const others =
    count === 1
      ? say(lang, 'en annan har ett', 'one other has one')
      : say(lang, `${count} andra har ett`, `${count} others have one`)
  const instead = other
    ? say(
        lang,
        ` Värdet ${other.period} var ${writeValue(other.value, about, lang)}.`,
        ` The value of ${other.period} was ${writeValue(other.value, about, lang)}.`,
      )
    : ''
  return say(
    lang,
    `${quoted(about.short, lang)} har inget värde ${inPlace(name, lang)} ${period}: ${reason}; ${others}.${instead}`,
    `${quoted(about.short, lang)} has no value ${inPlace(name, lang)} in ${period}: ${reason}; ${others}.${instead}`,
  )
}

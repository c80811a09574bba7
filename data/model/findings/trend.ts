import type { RecentTrend } from '../answers/figure.ts'
import type { TrendAnswer } from '../answers/trend.ts'
import { asSentence, type Lang, writeValue } from '../numbers.ts'
import { say } from './finding.ts'

type Answer = Pick<TrendAnswer, 'about' | 'series' | 'reference'>
type Zone = 'below' | 'inside' | 'above'

/** Title of the trend: which side of the middle half a municipality is on, since when, and whether it moves. */
export function trendFinding(answer: Answer, municipality: string, lang: Lang): string {
  const series = answer.series.find((one) => one.municipality === municipality)
  const zones = zonesOf(answer, municipality)
  const last = zones.at(-1)
  if (!series || !last) return say(lang, 'Ingen utveckling att visa', 'No development to show')
  const since = zones.findLast((one) => one.zone !== last.zone)?.period
  const first = zones.find((one) => since === undefined || one.period > since)!.period
  const place = asSentence(zoneWord(last.zone, lang))
  const lasting = first === last.period ? String(last.period) : say(lang, `sedan ${first}`, `since ${first}`)
  const moving = recentTrendClause(series.recentTrend, lang) || plainChangeClause(series.points, last.period, lang)
  return moving === '' ? `${place} ${lasting}` : `${place} ${lasting}, ${moving}`
}

function zonesOf(answer: Answer, municipality: string): { period: number; zone: Zone }[] {
  const points = answer.series.find((one) => one.municipality === municipality)?.points ?? []
  return points.flatMap(({ period, value }) => {
    const reference = answer.reference.find((one) => one.period === period)
    if (value === null || !reference || reference.q1 === null || reference.q3 === null) return []
    return [{ period, zone: zoneOf(value, reference.q1, reference.q3) }]
  })
}

function zoneOf(value: number, q1: number, q3: number): Zone {
  if (value < q1) return 'below'
  return value > q3 ? 'above' : 'inside'
}

function zoneWord(zone: Zone, lang: Lang): string {
  if (zone === 'below') return say(lang, 'under mittersta hälften', 'below the middle half')
  if (zone === 'above') return say(lang, 'över mittersta hälften', 'above the middle half')
  return say(lang, 'i mittersta hälften', 'in the middle half')
}

/** Where a trend cannot be tested, a change can be seen but not judged; empty where there is nothing to see. */
function plainChangeClause(points: Answer['series'][number]['points'], last: number, lang: Lang): string {
  const since = last - SPAN
  const change = changeBetween(points, since, last)
  if (change === null || change === 0) return ''
  const word = change > 0 ? say(lang, 'högre', 'higher') : say(lang, 'lägre', 'lower')
  return say(lang, `${word} än ${since}`, `${word} than in ${since}`)
}

/** The last five years in a clause: a change is named only where it is more than chance; empty where nothing can be said. */
export function recentTrendClause(trend: RecentTrend, lang: Lang): string {
  if (trend === null) return ''
  if (trend.change === 'none') return say(lang, 'ingen säker förändring på fem år', 'no certain change in five years')
  const word = trend.change === 'increasing' ? say(lang, 'stigande', 'rising') : say(lang, 'sjunkande', 'falling')
  if (trend.assessment === null) return say(lang, `${word} de senaste fem åren`, `${word} over the last five years`)
  const judged =
    trend.assessment === 'better'
      ? say(lang, 'en förbättring', 'an improvement')
      : say(lang, 'en försämring', 'a deterioration')
  return say(lang, `${word} de senaste fem åren: ${judged}`, `${word} over the last five years: ${judged}`)
}

/**
 * Title of a group's developments: how many of its members have risen or fallen over four years, whichever are more.
 * @param group whose members are counted; others in the answer are left out
 */
export function groupTrendFinding(
  answer: Answer,
  group: { id: string; name: string; members: readonly string[] },
  lang: Lang,
): string {
  const last = answer.reference.findLast(({ count }) => count > 0)?.period
  const place =
    group.id === 'all' ? say(lang, 'i landet', 'in the country') : say(lang, `i ${group.name}`, `in ${group.name}`)
  if (last === undefined) return say(lang, 'Ingen utveckling att visa', 'No development to show')
  const changes = answer.series
    .filter(({ municipality }) => group.members.includes(municipality))
    .map(({ points }) => changeBetween(points, last - SPAN, last))
    .filter((change) => change !== null)
  const [up, down] = [changes.filter((change) => change > 0).length, changes.filter((change) => change < 0).length]
  const since = last - SPAN
  if (changes.length === 0) return say(lang, `Utvecklingen ${place}`, `Development ${place}`)
  if (up === down)
    return say(
      lang,
      `Lika många ${place} har ökat som minskat sedan ${since}`,
      `As many ${place} have risen as fallen since ${since}`,
    )
  const word = up > down ? say(lang, 'ökat', 'risen') : say(lang, 'minskat', 'fallen')
  const count = Math.max(up, down)
  return say(
    lang,
    `${count} av ${changes.length} ${place} har ${word} sedan ${since}`,
    `${count} of ${changes.length} ${place} ${count === 1 ? 'has' : 'have'} ${word} since ${since}`,
  )
}

const SPAN = 4

function changeBetween(points: Answer['series'][number]['points'], from: number, to: number): number | null {
  const [before, after] = [from, to].map((year) => points.find(({ period }) => period === year)?.value ?? null)
  return before == null || after == null ? null : after - before
}

/** From the first to the last year with a value, with both values. */
export function fromToSentence(answer: Answer, municipality: string, lang: Lang): string {
  const series = answer.series.find((one) => one.municipality === municipality)
  const known = (series?.points ?? []).filter((point) => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!series || !first || !last || first === last) return ''
  const [before, after] = [first, last].map((point) => writeValue(point.value!, answer.about, lang))
  return say(
    lang,
    `${series.name}: ${before} ${first.period}, ${after} ${last.period}.`,
    `${series.name}: ${before} in ${first.period}, ${after} in ${last.period}.`,
  )
}

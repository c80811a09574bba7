import type { RecentTrend } from '../answers/figure.ts'
import type { TrendAnswer } from '../answers/trend.ts'
import { type Lang, writeBare, writeValue } from '../numbers.ts'
import { areApart, mayBeChance, restOf } from './certainty.ts'
import { quoted, say } from './finding.ts'
import { answered, answerOf, isAnswer } from './kinds.ts'
import { among, told } from './whom.ts'

type Answer = Pick<TrendAnswer, 'about' | 'series' | 'reference'> & Partial<Pick<TrendAnswer, 'sex' | 'referenceGroup'>>
type Series = Answer['series'][number]
type Point = Series['points'][number] & { value: number; margin?: number | null }

/** A change is looked at over so many years at most. */
const LONGEST = 10

/** A point with what it rests on: its interval, else the noise that was measured for its municipality. */
export const uncertainPoint = <P extends Series['points'][number]>(
  { margin }: Pick<Series, 'margin'>,
  point: P,
): P & { margin: number | null } => ({ ...point, margin: point.lower === null ? margin : null })

const knownOf = (series: Series | undefined): Point[] =>
  (series?.points ?? [])
    .map((point) => uncertainPoint(series!, point))
    .filter((point): point is Point & { margin: number | null } => point.value !== null)

/** Title of the trend: what happened, to whom, since when, and what happened to the others meanwhile. */
export function trendFinding(answer: Answer, municipality: string, lang: Lang): string {
  const series = answer.series.find((one) => one.municipality === municipality)
  const known = knownOf(series)
  const last = known.at(-1)
  if (!series || !last) return say(lang, 'Ingen utveckling att visa', 'No development to show')
  const first = known.find(({ period }) => period >= last.period - LONGEST)!
  if (isAnswer(answer.about)) return answersOver(answer, series, known, lang)
  if (first === last) return onlyYear(answer, series, last, lang)
  const change = changeOf(answer, series, first, last, lang)
  return `${change}${meanwhile(answer, first, last, lang)}${endClause(answer, last, lang)}`
}

function onlyYear(answer: Answer, { name }: Series, { period, value }: Point, lang: Lang): string {
  const written = inWords(value, answer, lang)
  const rest = say(lang, `bara ett värde, ${written} (${period})`, `only one value, ${written} (${period})`)
  return told(answer, name, say(lang, 'har', 'has'), rest, lang)
}

/** A value with its unit spelled out, as in running text. */
function inWords(value: number, { about }: Answer, lang: Lang): string {
  if (about.unit !== '%') return writeValue(value, about, lang)
  return say(lang, `${writeBare(value, about, lang)} procent`, `${writeBare(value, about, lang)} per cent`)
}

function changeOf(answer: Answer, series: Series, first: Point, last: Point, lang: Lang): string {
  const [before, now] = [writeBare(first.value, answer.about, lang), inWords(last.value, answer, lang)]
  const has = say(lang, 'har', 'has')
  const until = endOf(answer, last)
  const when = until === null ? say(lang, `sedan ${first.period}`, `since ${first.period}`) : between(first, last, lang)
  if (inWords(first.value, answer, lang) === now) {
    const rest =
      until === null
        ? say(lang, `samma värde som ${first.period}, ${now}`, `the same value as in ${first.period}, ${now}`)
        : say(
            lang,
            `samma värde ${first.period} och ${last.period}, ${now}`,
            `the same value in ${first.period} and ${last.period}, ${now}`,
          )
    return told(answer, series.name, has, rest, lang)
  }
  if (areApart(first, last) === false) {
    const rest = say(
      lang,
      `${before} (${first.period}) och ${now} (${last.period}); ${mayBeChance(restOf(last), lang)}`,
      `${before} (${first.period}) and ${now} (${last.period}); ${mayBeChance(restOf(last), lang)}`,
    )
    return told(answer, series.name, say(lang, 'hade', 'had'), rest, lang)
  }
  const went = until === null ? has : say(lang, 'gick', 'went')
  const gone = until === null ? say(lang, 'gått ', 'gone ') : ''
  return told(
    answer,
    series.name,
    went,
    say(lang, `${gone}från ${before} till ${now} ${when}`, `${gone}from ${before} to ${now} ${when}`),
    lang,
  )
}

const between = (first: Point, last: Point, lang: Lang) =>
  say(lang, `mellan ${first.period} och ${last.period}`, `between ${first.period} and ${last.period}`)

/** The municipality's last year, where others have later ones or the measure is no longer collected; else null. */
function endOf({ about, reference }: Answer, last: Point): number | null {
  const latest = reference.findLast(({ count }) => count > 0)?.period ?? last.period
  const isOver = about.ended != null && last.period >= about.ended
  return isOver || last.period < latest ? last.period : null
}

function endClause(answer: Answer, last: Point, lang: Lang): string {
  const { ended } = answer.about
  if (ended != null && last.period === ended)
    return say(lang, '; måttet samlas inte in längre', '; the measure is no longer collected')
  return endOf(answer, last) === null
    ? ''
    : say(lang, `; inget värde efter ${last.period}`, `; no value after ${last.period}`)
}

/** A move of the median under this part of the middle half is none. */
const STILL = 0.1

/** What the median of the others did between the two years; empty where either is not known, and of what follows their size. */
function meanwhile(answer: Answer, first: Point, last: Point, lang: Lang): string {
  if (answer.about.kind === 'count') return ''
  const [before, now] = [first, last].map(({ period }) => answer.reference.find((one) => one.period === period))
  if (before?.median == null || now?.median == null) return ''
  const whom = whomOf(answer, lang)
  const [was, is] = [before.median, now.median].map((value) => writeBare(value, answer.about, lang))
  const spread = now.q1 === null || now.q3 === null ? 0 : now.q3 - now.q1
  if (was === is || Math.abs(now.median - before.median) < STILL * spread)
    return say(lang, `; ${whom} stod stilla`, `; ${whom} stood still`)
  return say(lang, `; ${whom} gick från ${was} till ${is}`, `; ${whom} went from ${was} to ${is}`)
}

const whomOf = ({ referenceGroup }: Answer, lang: Lang) =>
  referenceGroup === undefined || referenceGroup.id === 'all'
    ? say(lang, 'landets median', 'the country’s median')
    : say(lang, `medianen ${among(referenceGroup, lang)}`, `the median ${among(referenceGroup, lang)}`)

/** An answer that has stood, or when it last changed. */
function answersOver(answer: Answer, { name }: Series, known: readonly Point[], lang: Lang): string {
  const last = known.at(-1)!
  const other = known.findLast(({ value }) => value !== last.value)
  const since = known.find(({ period }) => period > (other?.period ?? 0))!
  const [verb, said] = answered(last.value, answer.about, lang)
  const isPast = endOf(answer, last) !== null
  const lasting = lastingOf(since.period, last.period, isPast, lang)
  const now = since === last ? verb : sinceThenOf(verb, lang)
  const stated = told(answer, name, isPast ? pastOf(verb, lang) : now, `${said} ${lasting}`, lang)
  return `${stated}${beforeThat(answer, other, lang)}${endClause(answer, last, lang)}`
}

/** English has another tense of what still is as it was. */
const sinceThenOf = (verb: string, lang: Lang) => say(lang, verb, verb === 'has' ? 'has had' : 'has answered')

const pastOf = (verb: string, lang: Lang) =>
  say(lang, verb === 'har' ? 'hade' : 'svarade', verb === 'has' ? 'had' : 'answered')

function beforeThat({ about }: Answer, other: Point | undefined, lang: Lang): string {
  if (!other) return ''
  const answer = answerOf(other.value, about, lang)
  return say(lang, `; ${other.period} var det ${answer}`, `; in ${other.period} it was ${answer}`)
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

type Zone = 'below' | 'inside' | 'above'

/** Which side of the middle half a municipality is on and since when, and what its last five years say. */
export function zoneSentence(answer: Answer, municipality: string, lang: Lang): string {
  const series = answer.series.find((one) => one.municipality === municipality)
  const zones = zonesOf(answer, series)
  const last = zones.at(-1)
  if (!series || !last || isAnswer(answer.about)) return ''
  const since = zones.findLast(({ zone }) => zone !== last.zone)?.period
  const first = zones.find(({ period }) => since === undefined || period > since)!.period
  const isPast = endOf(answer, knownOf(series).at(-1)!) !== null
  const lasting = lastingOf(first, last.period, isPast, lang)
  const moving = recentTrendClause(series.recentTrend, lang)
  const now = say(lang, 'ligger', first === last.period ? 'is' : 'has been')
  const verb = isPast ? say(lang, 'låg', 'was') : now
  const where = `${zoneWord(last.zone, lang)} ${quoted(answer.about.short, lang)}`
  const stated = told(answer, series.name, verb, `${where} ${lasting}`, lang)
  return moving === '' ? `${stated}.` : `${stated}; ${moving}.`
}

function lastingOf(first: number, last: number, ended: boolean, lang: Lang): string {
  if (first === last) return say(lang, String(last), `in ${last}`)
  return ended ? `${first}–${last}` : say(lang, `sedan ${first}`, `since ${first}`)
}

function zonesOf(answer: Answer, series: Series | undefined): { period: number; zone: Zone }[] {
  return knownOf(series).flatMap(({ period, value }) => {
    const reference = answer.reference.find((one) => one.period === period)
    if (!reference || reference.q1 === null || reference.q3 === null || reference.q1 === reference.q3) return []
    return [{ period, zone: zoneOf(value, reference.q1, reference.q3) }]
  })
}

function zoneOf(value: number, q1: number, q3: number): Zone {
  if (value < q1) return 'below'
  return value > q3 ? 'above' : 'inside'
}

function zoneWord(zone: Zone, lang: Lang): string {
  if (zone === 'below') return say(lang, 'under mittersta hälften för', 'below the middle half for')
  if (zone === 'above') return say(lang, 'över mittersta hälften för', 'above the middle half for')
  return say(lang, 'i mittersta hälften för', 'in the middle half for')
}

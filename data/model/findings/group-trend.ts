import type { TrendAnswer } from '../answers/trend.ts'
import type { Lang } from '../numbers.ts'
import { areApart } from './certainty.ts'
import { say } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { majorityOf } from './majority.ts'
import { uncertainPoint } from './trend.ts'
import { someOf, told, within } from './whom.ts'

type Answer = Pick<TrendAnswer, 'about' | 'series' | 'reference'> & Partial<Pick<TrendAnswer, 'sex'>>

/** Years between the two ends of a change. */
const SPAN = 4

/**
 * Title of a group's developments: how many of its members have risen or fallen over four years, where either is most of
 * them; else both.
 * @param group whose members are counted; others in the answer are left out
 */
export function groupTrendFinding(
  answer: Answer,
  group: { id: string; name: string; members: readonly string[] },
  lang: Lang,
): string {
  const last = answer.reference.findLast(({ count }) => count > 0)?.period
  const place = within(group, lang)
  if (last === undefined) return say(lang, 'Ingen utveckling att visa', 'No development to show')
  const since = isAnswer(answer.about) ? firstFrom(answer, last - SPAN) : last - SPAN
  const followed = answer.series.flatMap((series) => {
    const change = group.members.includes(series.municipality) ? changeBetween(series, since, last) : null
    return change === null ? [] : [{ change, uncertainty: series.uncertainty }]
  })
  const changes = followed.map(({ change }) => change)
  if (changes.length === 0) return say(lang, `Utvecklingen ${place}`, `Development ${place}`)
  const counts = {
    clear: followed.every(({ uncertainty }) => uncertainty !== 'unknown'),
    up: changes.filter((change) => change > 0).length,
    down: changes.filter((change) => change < 0).length,
  }
  const isAll = changes.length === group.members.length || changes.length === 1
  const where = isAll ? place : say(lang, `som går att följa ${place}`, `that can be followed ${place}`)
  if (isAnswer(answer.about)) return changedFinding(answer, counts.up + counts.down, changes.length, since, where, lang)
  return movedFinding(answer, counts, changes.length, since, where, lang)
}

/** The first year from then on that anybody answered. */
const firstFrom = ({ reference }: Answer, year: number): number =>
  reference.find(({ period, count }) => period >= year && count > 0)?.period ?? year

/** How far it moved; nought where that may be chance, null where either year has no value. */
function changeBetween(series: Answer['series'][number], from: number, to: number): number | null {
  const [before, after] = [from, to].map((year) => series.points.find(({ period }) => period === year))
  if (before?.value == null || after?.value == null) return null
  const isChance = areApart(uncertainPoint(series, before), uncertainPoint(series, after)) === false
  return isChance ? 0 : after.value - before.value
}

/** Of answers: how many are other than they were. */
function changedFinding(answer: Answer, changed: number, of: number, since: number, place: string, lang: Lang): string {
  if (changed === 0) return unchanged(answer, false, of, since, place, lang)
  const rest = say(lang, `ändrats sedan ${since}`, `changed since ${since}`)
  return told(answer, movedOf(changed, of, place, lang), say(lang, 'har', changed === 1 ? 'has' : 'have'), rest, lang)
}

function unchanged(answer: Answer, clear: boolean, of: number, since: number, place: string, lang: Lang): string {
  const none = of === 1 ? onlyOne(place, lang) : say(lang, `ingen av ${of} ${place}`, `none of ${of} ${place}`)
  const not = of === 1 ? say(lang, 'inte ', 'not ') : ''
  const rest = clear
    ? say(lang, `${not}ändrats tydligt sedan ${since}`, `${not}clearly changed since ${since}`)
    : say(lang, `${not}ändrats sedan ${since}`, `${not}changed since ${since}`)
  return told(answer, none, say(lang, 'har', 'has'), rest, lang)
}

const onlyOne = (place: string, lang: Lang) =>
  say(lang, `den enda kommun som går att följa ${place}`, `the only one that can be followed ${place}`)

const movedOf = (count: number, of: number, place: string, lang: Lang): string =>
  of === 1 ? onlyOne(place, lang) : someOf(count, of, place, lang)

/** How many rose and fell, and whether that is more than chance. */
type Counts = { clear: boolean; up: number; down: number }

const risenOf = (clear: boolean, lang: Lang) =>
  clear ? say(lang, 'ökat tydligt', 'clearly risen') : say(lang, 'ökat', 'risen')

const fallenOf = (clear: boolean, lang: Lang) =>
  clear ? say(lang, 'minskat tydligt', 'clearly fallen') : say(lang, 'minskat', 'fallen')

function movedFinding(answer: Answer, counts: Counts, of: number, since: number, place: string, lang: Lang): string {
  const { up, down, clear } = counts
  if (up + down === 0) return unchanged(answer, clear, of, since, place, lang)
  const majority = majorityOf(up, down, of)
  const [risen, fallen] = [risenOf(clear, lang), fallenOf(clear, lang)]
  const then = say(lang, `sedan ${since}`, `since ${since}`)
  if (majority === null && up > 0 && down > 0) return evenFinding(answer, counts, of, place, then, lang)
  const [count, word] = up > down ? [up, risen] : [down, fallen]
  const has = say(lang, 'har', count === 1 ? 'has' : 'have')
  return told(answer, movedOf(count, of, place, lang), has, `${word} ${then}`, lang)
}

/** Neither way is most: both are told. */
function evenFinding(
  answer: Answer,
  { up, down, clear }: Counts,
  of: number,
  place: string,
  then: string,
  lang: Lang,
): string {
  if (up === down) {
    const rest = clear
      ? say(lang, `ökat som minskat tydligt ${then}: ${up} av ${of}`, `clearly risen as fallen ${then}: ${up} of ${of}`)
      : say(lang, `ökat som minskat ${then}: ${up} av ${of}`, `risen as fallen ${then}: ${up} of ${of}`)
    return told(answer, say(lang, `lika många ${place}`, `as many ${place}`), say(lang, 'har', 'have'), rest, lang)
  }
  const both = clear
    ? say(lang, `ökat och ${down} minskat tydligt ${then}`, `clearly risen and ${down} fallen ${then}`)
    : say(lang, `ökat och ${down} minskat ${then}`, `risen and ${down} fallen ${then}`)
  const some = say(lang, `${up} av ${of} ${place}`, `${up} of ${of} ${place}`)
  return told(answer, some, say(lang, 'har', up > 1 ? 'have' : 'has'), both, lang)
}

import type { TrendAnswer } from '../answers/trend.ts'
import type { Lang } from '../numbers.ts'
import { say } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { majorityOf } from './majority.ts'
import { allOf, told, within } from './whom.ts'

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
  const since = last - SPAN
  const changes = answer.series
    .filter(({ municipality }) => group.members.includes(municipality))
    .map(({ points }) => changeBetween(points, since, last))
    .filter((change) => change !== null)
  if (changes.length === 0) return say(lang, `Utvecklingen ${place}`, `Development ${place}`)
  const counts = {
    up: changes.filter((change) => change > 0).length,
    down: changes.filter((change) => change < 0).length,
  }
  if (isAnswer(answer.about)) return changedFinding(answer, counts.up + counts.down, changes.length, since, place, lang)
  return movedFinding(answer, counts, changes.length, since, place, lang)
}

function changeBetween(points: Answer['series'][number]['points'], from: number, to: number): number | null {
  const [before, after] = [from, to].map((year) => points.find(({ period }) => period === year)?.value ?? null)
  return before == null || after == null ? null : after - before
}

/** Of answers: how many are other than they were. */
function changedFinding(answer: Answer, changed: number, of: number, since: number, place: string, lang: Lang): string {
  if (changed === 0) return unchanged(answer, of, since, place, lang)
  const rest = say(lang, `ändrats sedan ${since}`, `changed since ${since}`)
  return told(answer, someOf(changed, of, place, lang), say(lang, 'har', changed === 1 ? 'has' : 'have'), rest, lang)
}

function unchanged(answer: Answer, of: number, since: number, place: string, lang: Lang): string {
  const none = of === 1 ? onlyOne(place, lang) : say(lang, `ingen av ${of} ${place}`, `none of ${of} ${place}`)
  const not = of === 1 ? say(lang, 'inte ', 'not ') : ''
  const rest = say(lang, `${not}ändrats sedan ${since}`, `${not}changed since ${since}`)
  return told(answer, none, say(lang, 'har', 'has'), rest, lang)
}

const onlyOne = (place: string, lang: Lang) =>
  say(lang, `den enda kommun som går att följa ${place}`, `the only one that can be followed ${place}`)

function someOf(count: number, of: number, place: string, lang: Lang): string {
  if (of === 1) return onlyOne(place, lang)
  return count === of ? allOf(of, place, lang) : say(lang, `${count} av ${of} ${place}`, `${count} of ${of} ${place}`)
}

type Counts = { up: number; down: number }

function movedFinding(answer: Answer, counts: Counts, of: number, since: number, place: string, lang: Lang): string {
  const { up, down } = counts
  if (up + down === 0) return unchanged(answer, of, since, place, lang)
  const majority = majorityOf(up, down, of)
  const [risen, fallen] = [say(lang, 'ökat', 'risen'), say(lang, 'minskat', 'fallen')]
  const then = say(lang, `sedan ${since}`, `since ${since}`)
  if (majority === null) return evenFinding(answer, counts, of, place, then, lang)
  const [count, word] = majority === 'a' ? [up, risen] : [down, fallen]
  const has = say(lang, 'har', count === 1 ? 'has' : 'have')
  return told(answer, someOf(count, of, place, lang), has, `${word} ${then}`, lang)
}

/** Neither way is most: both are told. */
function evenFinding(
  answer: Answer,
  { up, down }: Counts,
  of: number,
  place: string,
  then: string,
  lang: Lang,
): string {
  if (up === down) {
    const rest = say(lang, `ökat som minskat ${then}: ${up} av ${of}`, `risen as fallen ${then}: ${up} of ${of}`)
    return told(answer, say(lang, `lika många ${place}`, `as many ${place}`), say(lang, 'har', 'have'), rest, lang)
  }
  const [risen, fallen] = [up || say(lang, 'ingen', 'none'), down || say(lang, 'ingen', 'none')]
  const both = say(lang, `ökat och ${fallen} minskat ${then}`, `risen and ${fallen} fallen ${then}`)
  const some = say(lang, `${risen} av ${of} ${place}`, `${risen} of ${of} ${place}`)
  return told(answer, some, say(lang, 'har', up > 1 ? 'have' : 'has'), both, lang)
}

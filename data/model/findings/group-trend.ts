import type { TrendAnswer } from '../answers/trend.ts'
import type { Lang } from '../numbers.ts'
import { say } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { majorityOf } from './majority.ts'
import { told, within } from './whom.ts'

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

function changedFinding(answer: Answer, changed: number, of: number, since: number, place: string, lang: Lang): string {
  const subject = say(lang, `${changed} av ${of} ${place}`, `${changed} of ${of} ${place}`)
  return told(
    answer,
    subject,
    say(lang, 'svarar', 'answer'),
    say(lang, `annorlunda än ${since}`, `otherwise than in ${since}`),
    lang,
  )
}

function movedFinding(
  answer: Answer,
  { up, down }: { up: number; down: number },
  of: number,
  since: number,
  place: string,
  lang: Lang,
): string {
  const majority = majorityOf(up, down, of)
  const has = say(lang, 'har', 'have')
  if (up + down === 0)
    return told(
      answer,
      say(lang, `ingen av ${of} ${place}`, `none of ${of} ${place}`),
      say(lang, 'har', 'has'),
      say(lang, `ändrats sedan ${since}`, `changed since ${since}`),
      lang,
    )
  if (of === 1) {
    const word = up === 1 ? say(lang, 'ökat', 'risen') : say(lang, 'minskat', 'fallen')
    const only = say(lang, `den enda kommun som går att följa ${place}`, `the only one that can be followed ${place}`)
    return told(
      answer,
      only,
      say(lang, 'har', 'has'),
      say(lang, `${word} sedan ${since}`, `${word} since ${since}`),
      lang,
    )
  }
  if (majority === null) {
    const rest = say(
      lang,
      `ökat och ${down} minskat sedan ${since}: ungefär jämnt`,
      `risen and ${down} fallen since ${since}: about even`,
    )
    return told(answer, say(lang, `${up} av ${of} ${place}`, `${up} of ${of} ${place}`), has, rest, lang)
  }
  const [count, word] = majority === 'a' ? [up, say(lang, 'ökat', 'risen')] : [down, say(lang, 'minskat', 'fallen')]
  const subject =
    count === of
      ? say(lang, `alla ${of} ${place}`, `all ${of} ${place}`)
      : say(lang, `${count} av ${of} ${place}`, `${count} of ${of} ${place}`)
  return told(answer, subject, has, say(lang, `${word} sedan ${since}`, `${word} since ${since}`), lang)
}

import { asSentence, type Lang, writeRange, writeValue } from '../numbers.ts'
import type { Compared as Answer } from './compared.ts'
import { municipalities, say } from './finding.ts'
import { answered, answerOf, isAnswer } from './kinds.ts'
import { allOf, membersOf, someOf, told, within } from './whom.ts'

/** How far apart a group lies: its lowest and highest value, or how many answer what. */
export function spreadFinding(group: Answer, lang: Lang): string {
  const { min, max, count } = group.reference
  const place = within(group.reference, lang)
  if (min === null || max === null || count === 0) return say(lang, `Inget värde ${place}`, `No value ${place}`)
  if (isAnswer(group.about)) return mostAnswer(group, lang)
  if (count === 1) return onlyFinding(group, lang)
  const value = writeValue(min, group.about, lang)
  if (value === writeValue(max, group.about, lang))
    return told(group, allOf(count, place, lang), say(lang, 'har', 'have'), value, lang)
  return rangeFinding(group, lang)
}

function rangeFinding(group: Answer, lang: Lang): string {
  const { min, max } = group.reference
  const range = writeRange(min!, max!, group.about, lang)
  const lie = say(lang, 'ligger', 'lie')
  return told(group, membersOf(group.reference, lang), lie, say(lang, `på ${range}`, `at ${range}`), lang)
}

function onlyFinding(group: Answer, lang: Lang): string {
  const row = group.rows.find(({ rank, value }) => rank !== null && value !== null)
  const name = row?.name ?? municipalities(1, lang)
  const { min } = group.reference
  const value = isAnswer(group.about) ? answerOf(min!, group.about, lang) : writeValue(min!, group.about, lang)
  const place = within(group.reference, lang)
  return say(lang, `Bara ${name} har ett värde ${place}: ${value}`, `Only ${name} has a value ${place}: ${value}`)
}

/** An answer and how many gave it. */
type Tally = { value: number; count: number }

/** How many of the group gave each answer, the commonest first; those of its members only. */
function tallies({ rows }: Answer): Tally[] {
  const counts = new Map<number, number>()
  for (const { value, rank } of rows)
    if (value !== null && rank !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => b.count - a.count || a.value - b.value,
  )
}

/** Title of answers: how many say yes, or which grade most have. */
function mostAnswer(group: Answer, lang: Lang): string {
  const { about, reference } = group
  const place = within(reference, lang)
  const all = tallies(group)
  if (about.kind === 'yesno') {
    const yes = all.find(({ value }) => value === 1)?.count ?? 0
    return yesOf(yes, reference.count, place, lang)
  }
  return gradeFinding(group, all, lang)
}

/** Which grade most have; all of them where none is commoner than the others. */
function gradeFinding(group: Answer, all: readonly Tally[], lang: Lang): string {
  const { count } = group.reference
  const place = within(group.reference, lang)
  const [most, next] = all
  if (!most) return say(lang, `Inget värde ${place}`, `No value ${place}`)
  if (count === 1) return onlyFinding(group, lang)
  if (group.about.grades && next && next.count === most.count)
    return asSentence(`${place}: ${gradesOf(all, group, lang)}`)
  if (!group.about.grades && most.count * 2 <= count) return rangeFinding(group, lang)
  const who = someOf(most.count, count, place, lang)
  const has = say(lang, 'har', most.count === 1 ? 'has' : 'have')
  return told(group, who, has, answered(most.value, group.about, lang)[1], lang)
}

const gradesOf = (all: readonly Tally[], { about }: Answer, lang: Lang) =>
  [...all]
    .sort((a, b) => a.value - b.value)
    .map(
      ({ value, count }) =>
        `${about.grades ? '' : say(lang, 'steg ', 'step ')}${answerOf(value, about, lang)}: ${count}`,
    )
    .join(', ')

function yesOf(yes: number, count: number, place: string, lang: Lang): string {
  if (count === 1) {
    const word = yes === 1 ? say(lang, 'ja', 'yes') : say(lang, 'nej', 'no')
    return say(
      lang,
      `Den enda kommun som svarat ${place} svarar ${word}`,
      `The only one that has answered ${place} says ${word}`,
    )
  }
  if (yes === count)
    return asSentence(say(lang, `${allOf(count, place, lang)} svarar ja`, `${allOf(count, place, lang)} answer yes`))
  if (yes === 0) return say(lang, `Ingen av ${count} ${place} svarar ja`, `None of ${count} ${place} answers yes`)
  return say(
    lang,
    `${yes} av ${count} ${place} svarar ja`,
    `${yes} of ${count} ${place} ${yes === 1 ? 'answers' : 'answer'} yes`,
  )
}

/** How many gave each answer, in a sentence. */
export function answersSentence(answer: Answer, lang: Lang): string {
  const all = tallies(answer).sort((a, b) => a.value - b.value)
  const count = all.reduce((sum, one) => sum + one.count, 0)
  if (count < 2) return ''
  if (answer.about.kind === 'yesno') {
    const yes = all.find(({ value }) => value === 1)?.count ?? 0
    return `${yesOf(yes, count, within(answer.reference, lang), lang)}.`
  }
  const grades = gradesOf(all, answer, lang)
  return say(lang, `Av ${municipalities(count, lang)}: ${grades}.`, `Of ${municipalities(count, lang)}: ${grades}.`)
}

/** Where more than this share lies in the middle half, it is no half. */
const NO_HALF = 0.6

/** Title of the distribution: where the middle half lies, or what most have where values tie. */
export function distributionFinding(answer: Answer, lang: Lang): string {
  const { q1, q3, min, max, count } = answer.reference
  if (q1 === null || q3 === null || count < 4 || min === max || isAnswer(answer.about))
    return spreadFinding(answer, lang)
  const values = answer.rows.flatMap(({ value, rank }) => (value === null || rank === null ? [] : [value]))
  const within = values.filter((value) => value >= q1 && value <= q3).length
  const range = writeRange(q1, q3, answer.about, lang)
  if (q1 === q3 || within > NO_HALF * values.length)
    return mostFinding(answer, within, values.length, q1 === q3 ? writeValue(q1, answer.about, lang) : range, lang)
  const half = say(lang, 'hälften av kommunerna', 'half of the municipalities')
  return told(answer, half, say(lang, 'ligger', 'lie'), say(lang, `på ${range}`, `at ${range}`), lang)
}

function mostFinding(answer: Answer, within: number, of: number, range: string, lang: Lang): string {
  const subject = say(lang, `${within} av ${of} kommuner`, `${within} of ${of} municipalities`)
  return told(answer, subject, say(lang, 'ligger', 'lie'), say(lang, `på ${range}`, `at ${range}`), lang)
}

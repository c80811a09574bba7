import type { SurveyQuestion } from '../answers/surveys.ts'
import { type Lang, writeNumber } from '../numbers.ts'
import type { OpenAnswerers } from '../survey.ts'
import { joined, quoted, say } from './finding.ts'

type Groups = Pick<SurveyQuestion, 'grades' | 'groups' | 'answerers'>
type AnswerCounts = { answered: number; asked: number | null; counts: readonly number[] }

/** Everyone together: as the file says, else the municipalities summed. */
export function togetherIn({ grades, groups }: Groups): AnswerCounts {
  const whole = groups.find(({ municipality }) => municipality === null)
  if (whole) return whole
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const asked = groups.map((group) => group.asked)
  return {
    answered: sum(groups.map(({ answered }) => answered)),
    asked: asked.includes(null) ? null : sum(asked as number[]),
    counts: grades.map((_, at) => sum(groups.map(({ counts }) => counts[at]!))),
  }
}

/** The commonest grade, as people: never a percentage of a handful. "Vanligaste svaret är ”Till stor del”: 5 av 10 chefer" */
export function surveyFinding(question: Groups, lang: Lang): string {
  const { answered, counts } = togetherIn(question)
  const who = (count: number) => people(question.answerers, count, lang)
  if (answered === 0) return say(lang, `Ingen av ${who(0)} har svarat`, `None of the ${who(0)} has answered`)
  const most = Math.max(...counts)
  const names = question.grades.filter((_, at) => counts[at] === most).map(({ name }) => quoted(name, lang))
  const [part, all] = [writeNumber(most, 0, lang), writeNumber(answered, 0, lang)]
  if (most === answered)
    return say(
      lang,
      `Alla ${all} ${who(answered)} svarade ${names[0]}`,
      `All ${all} ${who(answered)} answered ${names[0]}`,
    )
  if (names.length === counts.length)
    return say(
      lang,
      `Svaren är jämnt fördelade: ${part} av ${all} ${who(answered)} på varje grad`,
      `The answers are evenly spread: ${part} of ${all} ${who(answered)} on each grade`,
    )
  const list = joined(names, lang)
  return names.length === 1
    ? say(
        lang,
        `Vanligaste svaret är ${list}: ${part} av ${all} ${who(answered)}`,
        `The commonest answer is ${list}: ${part} of ${all} ${who(answered)}`,
      )
    : say(
        lang,
        `Vanligaste svaren är ${list}: ${part} av ${all} ${who(answered)} vardera`,
        `The commonest answers are ${list}: ${part} of ${all} ${who(answered)} each`,
      )
}

/** Who was asked and who has answered: "10 av 12 tillfrågade chefer svarade". */
export function answeredSentence({ answered, asked }: AnswerCounts, who: OpenAnswerers, lang: Lang): string {
  const count = writeNumber(answered, 0, lang)
  if (asked === null)
    return say(
      lang,
      `${count} ${people(who, answered, lang)} svarade; hur många som tillfrågades är inte känt`,
      `${count} ${people(who, answered, lang)} answered; how many were asked is not known`,
    )
  const all = writeNumber(asked, 0, lang)
  return say(
    lang,
    `${count} av ${all} tillfrågade ${people(who, asked, lang)} svarade`,
    `${count} of ${all} ${people(who, asked, lang)} asked answered`,
  )
}

const PEOPLE: Readonly<Record<OpenAnswerers, { sv: [string, string]; en: [string, string] }>> = {
  managers: { sv: ['chef', 'chefer'], en: ['manager', 'managers'] },
  staff: { sv: ['anställd', 'anställda'], en: ['member of staff', 'staff'] },
  others: { sv: ['svarande', 'svarande'], en: ['respondent', 'respondents'] },
}

/** What those who answered are called: one or several. */
const people = (who: OpenAnswerers, count: number, lang: Lang): string => PEOPLE[who][lang][count === 1 ? 0 : 1]

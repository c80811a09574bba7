import type { ClientQuestion } from '../answers/surveys.ts'
import { type Lang, writeNumber } from '../numbers.ts'
import { quoted, say } from './finding.ts'
import { among, inPlace } from './whom.ts'

type Group = ClientQuestion['groups'][number]
type Bar = Group['bars'][number]

/** A run of grades by name: "Nej" till "Till liten del" where several were put together. */
export function runOfGrades({ from, to }: Bar, { grades }: Pick<ClientQuestion, 'grades'>, lang: Lang): string {
  const name = (grade: number) => quoted(grades.find(({ value }) => value === grade)?.name ?? String(grade), lang)
  return from === to ? name(from) : say(lang, `${name(from)} till ${name(to)}`, `${name(from)} to ${name(to)}`)
}

/** The commonest answer of clients, out of what is shown: in one group with its share, in several by how many of them. */
export function clientSurveyFinding(question: Pick<ClientQuestion, 'grades' | 'groups'>, lang: Lang): string {
  const told = question.groups.filter(({ bars }) => bars.length > 0)
  const [only] = told
  if (!only)
    return say(
      lang,
      'Hur klienternas svar fördelar sig går inte att visa.',
      'How the clients’ answers are spread cannot be shown.',
    )
  return told.length === 1 ? ofOne(only, question, lang) : ofSeveral(told, question, lang)
}

const commonest = ({ bars }: Group): Bar => bars.reduce((most, bar) => (bar.percent > most.percent ? bar : most))

function ofOne(group: Group, question: Pick<ClientQuestion, 'grades'>, lang: Lang): string {
  const bar = commonest(group)
  const where = group.municipality === null ? among({ id: 'all', name: group.name }, lang) : inPlace(group.name, lang)
  const [run, base] = [runOfGrades(bar, question, lang), writeNumber(group.answered, 0, lang)]
  return say(
    lang,
    `Vanligaste svaret ${where} är ${run}: ${bar.percent} procent av omkring ${base} svarande klienter`,
    `The commonest answer ${where} is ${run}: ${bar.percent} per cent of about ${base} clients who answered`,
  )
}

function ofSeveral(told: readonly Group[], question: Pick<ClientQuestion, 'grades'>, lang: Lang): string {
  const runs = told.map((group) => runOfGrades(commonest(group), question, lang))
  const timesOf = (run: string): number => runs.filter((one) => one === run).length
  const most = [...runs].sort((a, b) => timesOf(b) - timesOf(a))[0]!
  return say(
    lang,
    `Klienternas vanligaste svar är ${most} i ${timesOf(most)} av ${told.length} grupper som visas`,
    `The clients’ commonest answer is ${most} in ${timesOf(most)} of the ${told.length} groups shown`,
  )
}

import { z } from 'zod'
import { swedishOrder } from '../../../data/model/numbers.ts'
import type { ProtectedSurvey, Survey } from '../../../data/model/survey.ts'
import { surveysWhere } from '../../../data/store/release-questions.ts'
import { municipalityOf } from '../../figures/lookup.ts'
import { nameOf } from '../../figures/members.ts'
import type { Language } from '../../language.ts'
import { invalidQuestion } from '../../problem.ts'
import { id, year } from '../../question/parameters.ts'
import { notAmong } from '../../question/read-question.ts'
import type { OpenRelease } from '../../release/open-release.ts'

/** What may be asked of surveys. */
export const askedOfSurveys = z.object({
  question: id('Only this question').optional(),
  municipality: id('Only this municipality').optional(),
  period: year('Year; the newest of each question where it is left out').optional(),
})
type Asked = z.infer<typeof askedOfSurveys>

type Stored = Pick<Survey | ProtectedSurvey, 'question' | 'period' | 'municipality' | 'grades'>

/** The surveys of a release for which a condition holds. */
export async function surveysIn<T extends Stored>({ questions }: OpenRelease, condition: string): Promise<T[]> {
  const rows = await questions.rows<{ definition: string }>(surveysWhere(condition))
  return rows.map(({ definition }) => JSON.parse(definition))
}

/** The surveys of each question. @throws Problem where one is asked for that is not there */
function byQuestion<T extends Stored>(all: readonly T[], wanted: string | undefined): T[][] {
  const found = new Map<string, T[]>()
  for (const survey of all) found.set(survey.question, [...(found.get(survey.question) ?? []), survey])
  if (wanted === undefined) return [...found.values()]
  const one = found.get(wanted)
  if (one) return [one]
  throw invalidQuestion([{ path: 'question', message: notAmong(wanted, [...found.keys()]) }])
}

/** The years of a question's surveys, and those of the wanted year or else the newest. */
export function yearOf<T extends Stored>(about: readonly T[], wanted: number | undefined) {
  const periods = [...new Set(about.map(({ period }) => period))].sort((a, b) => a - b)
  const period = wanted ?? periods.at(-1)!
  return { periods, period, inYear: about.filter((survey) => survey.period === period) }
}

/** Each question that was asked for, told by the surveys of it, with the groups that were asked for; none without any. */
export function toldByQuestion<T extends Stored, Q extends { groups: { municipality: string | null }[] }>(
  all: readonly T[],
  asked: Asked,
  release: OpenRelease,
  tell: (about: readonly T[]) => Q,
): Q[] {
  if (asked.municipality !== undefined) municipalityOf(release, asked.municipality)
  return byQuestion(all, asked.question)
    .map(tell)
    .map((one) => ({ ...one, groups: one.groups.filter(({ municipality }) => isAsked(municipality, asked)) }))
    .filter(({ groups }) => groups.length > 0)
}

const isAsked = (municipality: string | null, asked: Asked): boolean =>
  asked.municipality === undefined || municipality === asked.municipality

const ALL = { sv: 'Alla tillsammans', en: 'All together' }

export const groupName = (
  { municipality }: Pick<Stored, 'municipality'>,
  release: OpenRelease,
  language: Language,
): string => (municipality === null ? ALL[language] : nameOf(release, municipality))

/** Everyone together first, then the municipalities in the order of their names. */
export const wholeFirst = <G extends { municipality: string | null; name: string }>(groups: readonly G[]): G[] =>
  [...groups].sort(
    (a, b) => Number(b.municipality === null) - Number(a.municipality === null) || swedishOrder(a.name, b.name),
  )

/** The grades that any group was given, from the lowest. */
export function gradesOf(surveys: readonly Pick<Stored, 'grades'>[]): { value: number; name: string }[] {
  const names = new Map<number, string | null>()
  for (const { value, name } of surveys.flatMap(({ grades }) => grades)) names.set(value, names.get(value) ?? name)
  return [...names].sort(([a], [b]) => a - b).map(([value, name]) => ({ value, name: name ?? String(value) }))
}

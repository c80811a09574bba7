import { z } from 'zod'
import { type SurveyQuestion, SurveysAnswer } from '../../../data/model/answers/surveys.ts'
import { swedishOrder } from '../../../data/model/numbers.ts'
import type { Survey } from '../../../data/model/survey.ts'
import { municipalityOf } from '../../figures/lookup.ts'
import { nameOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { column, columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { invalidQuestion } from '../../problem.ts'
import { id, year } from '../../question/parameters.ts'
import { notAmong } from '../../question/read-question.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

const ALL = { sv: 'Alla tillsammans', en: 'All together' }

export const surveys = feature({
  path: '/surveys',
  right: 'open',
  summary: {
    sv: 'Lokala enkäter: hur många som valt varje grad',
    en: 'Local surveys: how many have chosen each grade',
  },
  parameters: z.object({
    question: id('Only this question').optional(),
    municipality: id('Only this municipality').optional(),
    period: year('Year; the newest of each question where it is left out').optional(),
  }),
  answer: SurveysAnswer,
  respond: async ({ release, question: asked, language }): Promise<SurveysAnswer> => {
    if (asked.municipality !== undefined) municipalityOf(release, asked.municipality)
    const questions = byQuestion(await stored(release), asked.question)
      .map((about) => questionOf(about, asked.period, release, language))
      .map((one) => ({ ...one, groups: one.groups.filter(({ municipality }) => isAsked(municipality, asked)) }))
      .filter(({ groups }) => groups.length > 0)
    return { questions, ...provenanceOf(release, language, ['indicators']) }
  },
  table: ({ questions, ...answer }) => ({
    name: ['surveys'],
    columns: [
      column('question', 'text', 'Fråga', 'Question'),
      ...columns('title', 'period', 'municipality', 'name'),
      column('answerers', 'text', 'Svarande', 'Answerers'),
      column('grade', 'integer', 'Grad', 'Grade'),
      column('gradeName', 'text', 'Gradens namn', 'Name of the grade'),
      column('chosenBy', 'integer', 'Antal svar', 'Answers'),
      column('answered', 'integer', 'Svarade', 'Answered'),
      column('asked', 'integer', 'Tillfrågade', 'Asked'),
      ...provenanceColumns,
    ],
    rows: questions.flatMap((question) => rowsOf(question)).map((row) => ({ ...row, ...originOf(answer) })),
  }),
})

const isAsked = (municipality: string | null, asked: { municipality?: string | undefined }): boolean =>
  asked.municipality === undefined || municipality === asked.municipality

/** The surveys of each question. @throws Problem where one is asked for that is not there */
function byQuestion(all: readonly Survey[], wanted: string | undefined): Survey[][] {
  const found = new Map<string, Survey[]>()
  for (const survey of all) found.set(survey.question, [...(found.get(survey.question) ?? []), survey])
  if (wanted === undefined) return [...found.values()]
  const one = found.get(wanted)
  if (one) return [one]
  throw invalidQuestion([{ path: 'question', message: notAmong(wanted, [...found.keys()]) }])
}

async function stored({ questions }: OpenRelease): Promise<Survey[]> {
  const rows = await questions.rows<{ definition: string }>(
    'SELECT definition::TEXT AS definition FROM survey ORDER BY id',
  )
  return rows.map(({ definition }) => JSON.parse(definition))
}

/** One question in one year: everyone together first, then the municipalities in the order of their names. */
function questionOf(
  about: readonly Survey[],
  wanted: number | undefined,
  release: OpenRelease,
  language: Language,
): SurveyQuestion {
  const periods = [...new Set(about.map(({ period }) => period))].sort((a, b) => a - b)
  const period = wanted ?? periods.at(-1)!
  const inYear = about.filter((survey) => survey.period === period)
  const { question, title, answerers } = inYear[0] ?? about[0]!
  const grades = gradesOf(inYear)
  const groups = inYear.map((survey) => ({
    municipality: survey.municipality,
    name: survey.municipality === null ? ALL[language] : nameOf(release, survey.municipality),
    asked: survey.asked,
    answered: survey.counts.reduce((sum, count) => sum + count, 0),
    counts: grades.map(({ value }) => survey.counts[survey.grades.findIndex((grade) => grade.value === value)] ?? 0),
  }))
  groups.sort(
    (a, b) => Number(b.municipality === null) - Number(a.municipality === null) || swedishOrder(a.name, b.name),
  )
  return { question, title, answerers, period, periods, grades, groups }
}

/** The grades that any group was given, from the lowest. */
function gradesOf(surveys: readonly Survey[]): SurveyQuestion['grades'] {
  const names = new Map<number, string | null>()
  for (const { value, name } of surveys.flatMap(({ grades }) => grades)) names.set(value, names.get(value) ?? name)
  return [...names].sort(([a], [b]) => a - b).map(([value, name]) => ({ value, name: name ?? String(value) }))
}

function rowsOf({ question, title, answerers, period, grades, groups }: SurveyQuestion) {
  return groups.flatMap(({ municipality, name, asked, answered, counts }) =>
    grades.map((grade, at) => ({
      ...{ question, title, period, municipality, name, answerers },
      ...{ grade: grade.value, gradeName: grade.name, chosenBy: counts[at]!, answered, asked },
    })),
  )
}

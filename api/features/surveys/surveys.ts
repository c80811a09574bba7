import { type SurveyQuestion, SurveysAnswer } from '../../../data/model/answers/surveys.ts'
import type { OpenAnswerers, Survey } from '../../../data/model/survey.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { column, columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { askedOfSurveys, gradesOf, groupName, surveysIn, toldByQuestion, wholeFirst, yearOf } from './asked.ts'

export const surveys = feature({
  path: '/surveys',
  right: 'open',
  summary: {
    sv: 'Lokala enkäter: hur många som valt varje grad',
    en: 'Local surveys: how many have chosen each grade',
  },
  parameters: askedOfSurveys,
  answer: SurveysAnswer,
  respond: async ({ release, question: asked, language }): Promise<SurveysAnswer> => {
    const all = await openSurveys(release)
    const questions = toldByQuestion(all, asked, release, (about) => questionOf(about, asked.period, release, language))
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

type OpenSurvey = Survey & { answerers: OpenAnswerers }

/** Answers that are shown as they were counted. */
const openSurveys = (release: OpenRelease): Promise<OpenSurvey[]> =>
  surveysIn<OpenSurvey>(release, `(definition->>'answerers') <> 'clients'`)

/** One question in one year: everyone together first, then the municipalities in the order of their names. */
function questionOf(
  about: readonly OpenSurvey[],
  wanted: number | undefined,
  release: OpenRelease,
  language: Language,
): SurveyQuestion {
  const { periods, period, inYear } = yearOf(about, wanted)
  const { question, title, answerers } = inYear[0] ?? about[0]!
  const grades = gradesOf(inYear)
  const groups = inYear.map((survey) => ({
    municipality: survey.municipality,
    name: groupName(survey, release, language),
    asked: survey.asked,
    answered: survey.counts.reduce((sum, count) => sum + count, 0),
    counts: grades.map(({ value }) => survey.counts[survey.grades.findIndex((grade) => grade.value === value)] ?? 0),
  }))
  return { question, title, answerers, period, periods, grades, groups: wholeFirst(groups) }
}

function rowsOf({ question, title, answerers, period, grades, groups }: SurveyQuestion) {
  return groups.flatMap(({ municipality, name, asked, answered, counts }) =>
    grades.map((grade, at) => ({
      ...{ question, title, period, municipality, name, answerers },
      ...{ grade: grade.value, gradeName: grade.name, chosenBy: counts[at]!, answered, asked },
    })),
  )
}

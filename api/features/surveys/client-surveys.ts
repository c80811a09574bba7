import { type ClientQuestion, ClientSurveysAnswer } from '../../../data/model/answers/surveys.ts'
import type { ProtectedSurvey } from '../../../data/model/survey.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { column, columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { askedOfSurveys, gradesOf, groupName, surveysIn, toldByQuestion, wholeFirst, yearOf } from './asked.ts'

export const clientSurveys = feature({
  path: '/client-surveys',
  right: 'followup.read',
  summary: {
    sv: 'Lokala enkäter till klienter, skyddade som uppföljningen',
    en: 'Local surveys of clients, protected like the follow-up',
  },
  parameters: askedOfSurveys,
  answer: ClientSurveysAnswer,
  respond: async ({ release, question: asked, language }): Promise<ClientSurveysAnswer> => {
    const all = await surveysIn<ProtectedSurvey>(release, `(definition->>'answerers') = 'clients'`)
    const questions = toldByQuestion(all, asked, release, (about) => questionOf(about, asked.period, release, language))
    return { questions, ...provenanceOf(release, language, ['indicators']) }
  },
  table: ({ questions, ...answer }) => ({
    name: ['client-surveys'],
    columns: [
      column('question', 'text', 'Fråga', 'Question'),
      ...columns('title', 'period', 'municipality', 'name'),
      column('answered', 'integer', 'Svarade (skyddat)', 'Answered (protected)'),
      column('responseRate', 'integer', 'Svarsfrekvens, %', 'Response rate, %'),
      column('from', 'integer', 'Från grad', 'From grade'),
      column('to', 'integer', 'Till grad', 'To grade'),
      column('percent', 'integer', 'Andel, %', 'Share, %'),
      ...provenanceColumns,
    ],
    rows: questions.flatMap((question) => rowsOf(question)).map((row) => ({ ...row, ...originOf(answer) })),
  }),
})

function questionOf(
  about: readonly ProtectedSurvey[],
  wanted: number | undefined,
  release: OpenRelease,
  language: Language,
): ClientQuestion {
  const { periods, period, inYear } = yearOf(about, wanted)
  const { question, title } = inYear[0] ?? about[0]!
  const groups = inYear.map(({ municipality, answered, responseRate, bars }) => {
    return { municipality, name: groupName({ municipality }, release, language), answered, responseRate, bars }
  })
  return { question, title, period, periods, grades: gradesOf(inYear), groups: wholeFirst(groups) }
}

const NO_BAR = { from: null, to: null, percent: null }

const rowsOf = ({ question, title, period, groups }: ClientQuestion) =>
  groups.flatMap(({ bars, ...group }) =>
    (bars.length > 0 ? bars : [NO_BAR]).map((bar) => ({ question, title, period, ...group, ...bar })),
  )

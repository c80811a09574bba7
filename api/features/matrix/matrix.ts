import { z } from 'zod'
import type { RecentTrend } from '../../../data/model/answers/figure.ts'
import { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { aboutOf } from '../../figures/about.ts'
import { fieldOf } from '../../figures/field.ts'
import { indicatorOf, indicatorsOf } from '../../figures/lookup.ts'
import { inSwedishOrder, membersOf, nameOf } from '../../figures/members.ts'
import { latestPeriod } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { recentTrendOf } from '../../figures/recent.ts'
import { summaryOf } from '../../figures/standing.ts'
import { type Subject, subjectsOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { groupOf, id, indicatorsInOrder, period, sex } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

export const matrix = feature({
  path: '/matrix',
  right: 'open',
  summary: { sv: 'Kommuner mot indikatorer: var de står', en: 'Municipalities by indicators: where they stand' },
  parameters: z.object({
    group: groupOf('Municipalities, one column each'),
    area: id('Area; without it all').optional(),
    indicators: indicatorsInOrder('Indicators, a row each in this order; without them all of the area').optional(),
    period,
    sex,
  }),
  answer: MatrixAnswer,
  respond: async ({ release, question, language }): Promise<MatrixAnswer> => {
    const members = membersOf(release, question.group, language, 'group')
    const codes = inSwedishOrder(release, new Set(members.codes))
    const indicators =
      question.indicators?.map((one) => indicatorOf(release, one, 'indicators')) ?? indicatorsOf(release, question.area)
    const subjects = await subjectsOf(release, indicators, question.sex)
    const rows = subjects.map((subject) => rowOf(release, subject, codes, question.period))
    return {
      group: { id: members.id, name: members.name },
      sex: question.sex,
      columns: codes,
      names: codes.map((code) => nameOf(release, code)),
      rows: rows.map(({ indicator, sources, ...row }) => ({
        indicator: indicator.id,
        about: aboutOf(indicator, language),
        ...row,
      })),
      ...provenanceOf(
        release,
        language,
        rows.flatMap(({ sources }) => sources),
      ),
    }
  },
  table: ({ rows, names, ...answer }) => ({
    name: ['matrix', answer.group.id],
    columns: [
      ...columns('indicator', 'title', 'unit', 'direction', 'area', 'period', 'sex', 'municipality', 'name', 'value'),
      ...columns('status', 'band', 'trendAssessment', 'median'),
      ...provenanceColumns,
    ],
    rows: rows.flatMap(({ about, cells, period: year, median }) =>
      cells.map(({ trend, ...cell }, column) => ({
        ...about,
        ...cell,
        trendAssessment: trend,
        name: names[column]!,
        period: year,
        sex: answer.sex,
        median,
        ...originOf(answer),
      })),
    ),
  }),
})

function rowOf(release: OpenRelease, subject: Subject, codes: readonly string[], asked: number | undefined) {
  const { indicator } = subject
  const year = asked ?? latestPeriod(release, indicator)
  if (year === null) return { indicator, period: null, median: null, cells: codes.map(emptyCell), sources: [] }
  const field = fieldOf(release, subject, year)
  const figures = codes.map((code) => field.get(code)!)
  return {
    indicator,
    period: year,
    median: summaryOf(figures.map(({ value }) => value)).median,
    cells: figures.map(({ value, status, band }, index) => {
      const municipality = codes[index]!
      return { municipality, value, status, band, trend: trendWord(recentTrendOf(subject, municipality, year)) }
    }),
    sources: figures.map(({ source }) => source),
  }
}

const emptyCell = (municipality: string) => ({
  municipality,
  value: null,
  status: 'missing' as const,
  band: null,
  trend: null,
})

const trendWord = (trend: RecentTrend) => trend && (trend.assessment ?? trend.change)

import { z } from 'zod'
import { medianOf } from '../../../data/figures/reference.ts'
import type { Comparison, RecentTrend } from '../../../data/model/answers/figure.ts'
import { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { aboutOf, cellsOf as cellsOfAbout } from '../../figures/about.ts'
import { indicatorsAsked } from '../../figures/lookup.ts'
import { inSwedishOrder, membersOf, nameOf } from '../../figures/members.ts'
import { latestPeriod } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { countryStatistics, type Question, type Referred } from '../../figures/references.ts'
import { neverPublished, type Standings, type Stood } from '../../figures/standings.ts'
import { bestAmong, compared, standingsOf } from '../../figures/view.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { groupOf, id, indicatorsInOrder, period, sex } from '../../question/parameters.ts'
import { feature } from '../feature.ts'

export const matrix = feature({
  path: '/matrix',
  right: 'open',
  summary: { sv: 'Kommuner mot indikatorer: var de står', en: 'Municipalities by indicators: where they stand' },
  parameters: z.object({
    group: groupOf('Municipalities, one column each'),
    area: id('Area; without it all of the catalogue and what came with files').optional(),
    indicators: indicatorsInOrder('Indicators, a row each in this order; without them all of the area').optional(),
    period,
    sex,
  }),
  answer: MatrixAnswer,
  cells: (question, release) =>
    CELLS * indicatorsAsked(release, question).length * membersOf(release, question.group, 'sv', 'group').codes.length,
  respond: async ({ release, question, language }): Promise<MatrixAnswer> => {
    const members = membersOf(release, question.group, language, 'group')
    const codes = inSwedishOrder(release, new Set(members.codes))
    const indicators = indicatorsAsked(release, question)
    const asked = { release, indicators, sex: question.sex, period: question.period }
    const country = await countryStatistics(asked)
    const cells = await standingsOf(asked, country, codes)
    const rows = indicators.map((indicator) => rowOf(asked, indicator, codes, cells, country.get(indicator.id)))
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
      ...columns('status', 'band', 'comparison', 'uncertainty', 'trendAssessment', 'median'),
      ...provenanceColumns,
    ],
    rows: rows.flatMap(({ about, cells, period: year, median }) =>
      cells.map(({ trend, ...cell }, column) => ({
        ...cellsOfAbout(about),
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

/** What is said of each municipality in each indicator, with where it comes from. */
const CELLS = 30

/** @param country the statistics of all municipalities, which each cell is compared with */
function rowOf(
  { release, period: asked }: Question,
  indicator: Indicator,
  codes: readonly string[],
  cells: Standings,
  country: Referred | undefined,
) {
  const period = asked ?? latestPeriod(release, indicator)
  if (period === null) return { indicator, period, median: null, best: null, cells: codes.map(emptyCell), sources: [] }
  const stood = codes.map((code) => cells.get(code)!.get(indicator.id) ?? neverPublished(indicator, period))
  const { precision } = release.reckoned.get(indicator.id)!
  return {
    indicator,
    period,
    median: medianOf(
      stood.map(({ value }) => value),
      precision,
    ),
    best: bestAmong(country),
    cells: stood.map((one, index) => cellOf(codes[index]!, one, compared(indicator, one, country))),
    sources: [...new Set(stood.map(({ source }) => source))],
  }
}

const cellOf = (
  municipality: string,
  { value, status, band, uncertainty, recentTrend }: Stood,
  comparison: Comparison,
) => ({ municipality, value, status, band, comparison, uncertainty, trend: trendWord(recentTrend) })

const emptyCell = (municipality: string) => ({
  municipality,
  value: null,
  status: 'missing' as const,
  band: null,
  comparison: null,
  uncertainty: 'unknown' as const,
  trend: null,
})

const trendWord = (trend: RecentTrend) => trend && (trend.assessment ?? trend.change)

import { z } from 'zod'
import { NO_STATISTICS } from '../../../data/figures/reference.ts'
import { ProfileAnswer, type ProfileRow } from '../../../data/model/answers/profile.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorsAsked, municipalityOf } from '../../figures/lookup.ts'
import { membersOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { NEVER_PUBLISHED } from '../../figures/standings.ts'
import { trendCells } from '../../figures/trend-cells.ts'
import { type View, viewOf } from '../../figures/view.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { id, indicatorsInOrder, municipality, period, reference, sex } from '../../question/parameters.ts'
import { feature } from '../feature.ts'

export const profile = feature({
  path: '/profile',
  right: 'open',
  summary: {
    sv: 'En kommun: alla indikatorer i ett område mot en jämförelsegrupp',
    en: 'One municipality: all indicators of an area against a reference',
  },
  parameters: z.object({
    municipality,
    reference,
    area: id('Area; without it all of the catalogue and what came with files').optional(),
    indicators: indicatorsInOrder('Indicators, a row each in this order; without them all of the area').optional(),
    also: indicatorsInOrder("Indicators besides, such as Kolada's outside the catalogue").optional(),
    period,
    sex,
  }),
  answer: ProfileAnswer,
  cells: (question, release) => CELLS * indicatorsAsked(release, question).length,
  respond: async ({ release, question, language }): Promise<ProfileAnswer> => {
    const { code, shortName } = municipalityOf(release, question.municipality)
    const members = membersOf(release, question.reference, language, 'reference')
    const indicators = indicatorsAsked(release, question)
    const seen = await viewOf({ release, indicators, sex: question.sex, period: question.period }, members, code)
    return {
      municipality: code,
      name: shortName,
      sex: question.sex,
      reference: { id: members.id, name: members.name },
      rows: indicators.map((indicator) => rowOf(seen, indicator, language)),
      ...provenanceOf(release, language, seen.sources),
    }
  },
  table: ({ rows, ...answer }) => ({
    name: ['profile', answer.municipality],
    columns: [
      ...columns('municipality', 'name', 'sex', 'indicator', 'title', 'unit', 'direction', 'area', 'period', 'value'),
      ...columns('status', 'n', 'lower', 'upper', 'count', 'min', 'q1', 'median', 'q3', 'max', 'country', 'rank', 'of'),
      ...columns('band', 'comparison', 'uncertainty', 'margin', 'recentTrend', 'trendAssessment'),
      ...provenanceColumns,
    ],
    rows: rows.map(({ about, recentTrend, other, best, ...row }) => ({
      ...cellsOf(about),
      ...row,
      municipality: answer.municipality,
      name: answer.name,
      sex: answer.sex,
      ...trendCells(recentTrend),
      ...originOf(answer),
    })),
  }),
})

/** What is said of each indicator. */
const CELLS = 36

function rowOf(seen: View, indicator: Indicator, language: Language): ProfileRow {
  const { count, min, q1, median, q3, max, country } = seen.statistics.get(indicator.id) ?? NO_STATISTICS
  const { value, status, n, lower, upper, band, uncertainty, margin, other, recentTrend } =
    seen.stood.get(indicator.id) ?? NEVER_PUBLISHED
  return {
    indicator: indicator.id,
    about: aboutOf(indicator, language),
    period: seen.periodOf(indicator),
    value,
    status,
    n,
    lower,
    upper,
    count,
    min,
    q1,
    median,
    q3,
    max,
    country,
    rank: seen.rankOf(indicator),
    of: count,
    band,
    best: seen.bestOf(indicator),
    comparison: seen.comparisonOf(indicator),
    uncertainty,
    margin,
    other,
    recentTrend,
  }
}

import { z } from 'zod'
import { NO_STATISTICS } from '../../../data/figures/reference.ts'
import { ProfileAnswer, type ProfileRow } from '../../../data/model/answers/profile.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf, indicatorsOf, municipalityOf } from '../../figures/lookup.ts'
import { membersOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
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
  respond: async ({ release, question, language }): Promise<ProfileAnswer> => {
    const { code, shortName } = municipalityOf(release, question.municipality)
    const members = membersOf(release, question.reference, language, 'reference')
    const indicators =
      question.indicators?.map((one) => indicatorOf(release, one, 'indicators')) ??
      indicatorsOf(release, question.area, question.also)
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

function rowOf(seen: View, indicator: Indicator, language: Language): ProfileRow {
  const about = { indicator: indicator.id, about: aboutOf(indicator, language) }
  const reference = seen.statistics.get(indicator.id)
  const stood = seen.stood.get(indicator.id)
  if (!reference && !stood) return { ...about, ...NOTHING_YET, period: seen.periodOf(indicator) }
  const { count, min, q1, median, q3, max, country } = reference ?? NO_STATISTICS
  return {
    ...about,
    period: stood?.period ?? seen.periodOf(indicator),
    value: stood?.value ?? null,
    status: stood ? stood.status : 'missing',
    n: stood?.n ?? null,
    lower: stood?.lower ?? null,
    upper: stood?.upper ?? null,
    count,
    min,
    q1,
    median,
    q3,
    max,
    country,
    rank: seen.rankOf(indicator),
    of: count,
    band: stood?.band ?? null,
    best: seen.bestOf(indicator),
    comparison: seen.comparisonOf(indicator),
    uncertainty: stood?.uncertainty ?? 'unknown',
    margin: stood?.margin ?? null,
    other: stood?.other ?? null,
    recentTrend: stood?.recentTrend ?? null,
  }
}

/** The row of an indicator that no member of the reference ever had a value for. */
const NOTHING_YET: Omit<ProfileRow, 'indicator' | 'about'> = {
  period: null,
  value: null,
  status: 'missing',
  n: null,
  lower: null,
  upper: null,
  count: 0,
  min: null,
  q1: null,
  median: null,
  q3: null,
  max: null,
  country: null,
  rank: null,
  of: 0,
  band: null,
  best: null,
  comparison: null,
  uncertainty: 'unknown',
  margin: null,
  other: null,
  recentTrend: null,
}

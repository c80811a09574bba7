import { z } from 'zod'
import { ProfileAnswer, type ProfileRow } from '../../../data/model/answers/profile.ts'
import { aboutOf } from '../../figures/about.ts'
import { shown } from '../../figures/figure.ts'
import { indicatorsOf, municipalityOf } from '../../figures/lookup.ts'
import { type Members, membersOf } from '../../figures/members.ts'
import { latestPeriod } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { recentTrendOf, trendCells } from '../../figures/recent.ts'
import { comparisonOf, standingOf } from '../../figures/standing.ts'
import { type Subject, subjectsOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { id, municipality, period, reference, sex } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

export const profile = feature({
  path: '/profile',
  right: 'open',
  summary: {
    sv: 'En kommun: alla indikatorer i ett område mot en jämförelsegrupp',
    en: 'One municipality: all indicators of an area against a reference',
  },
  parameters: z.object({ municipality, reference, area: id('Area; without it all').optional(), period, sex }),
  answer: ProfileAnswer,
  respond: async ({ release, question, language }): Promise<ProfileAnswer> => {
    const { code, shortName } = municipalityOf(release, question.municipality)
    const members = membersOf(release, question.reference, language, 'reference')
    const indicators = indicatorsOf(release, question.area)
    const subjects = await subjectsOf(release, indicators, question.sex)
    const rows = subjects.map((subject) => rowOf(release, subject, members, code, question.period, language))
    return {
      municipality: code,
      name: shortName,
      sex: question.sex,
      reference: { id: members.id, name: members.name },
      rows: rows.map(({ row }) => row),
      ...provenanceOf(
        release,
        language,
        rows.map(({ source }) => source),
      ),
    }
  },
  table: ({ rows, ...answer }) => ({
    name: ['profile', answer.municipality],
    columns: [
      ...columns('municipality', 'name', 'sex', 'indicator', 'title', 'unit', 'direction', 'area', 'period', 'value'),
      ...columns('status', 'n', 'lower', 'upper', 'count', 'min', 'q1', 'median', 'q3', 'max', 'country', 'rank', 'of'),
      ...columns('band', 'comparison', 'recentTrend', 'trendAssessment'),
      ...provenanceColumns,
    ],
    rows: rows.map(({ about, recentTrend, ...row }) => ({
      ...about,
      ...row,
      municipality: answer.municipality,
      name: answer.name,
      sex: answer.sex,
      ...trendCells(recentTrend),
      ...originOf(answer),
    })),
  }),
})

type Sourced = { row: ProfileRow; source: string | null }

function rowOf(
  release: OpenRelease,
  subject: Subject,
  members: Members,
  code: string,
  asked: number | undefined,
  language: Language,
): Sourced {
  const about = { indicator: subject.indicator.id, about: aboutOf(subject.indicator, language) }
  const period = asked ?? latestPeriod(release, subject.indicator)
  if (period === null) return { row: { ...about, ...NOTHING_YET }, source: null }
  const standing = standingOf(release, subject, period, members)
  const figure = standing.field.get(code)!
  const { count, min, q1, median, q3, max, country } = standing.reference
  const row: ProfileRow = {
    ...about,
    period,
    ...shown(figure),
    count,
    min,
    q1,
    median,
    q3,
    max,
    country,
    rank: standing.ranks.get(code) ?? null,
    of: count,
    band: figure.band,
    comparison: comparisonOf(standing, figure),
    recentTrend: recentTrendOf(subject, code, period),
  }
  return { row, source: figure.source }
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
  comparison: null,
  recentTrend: null,
}

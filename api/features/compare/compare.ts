import { z } from 'zod'
import { CompareAnswer, type CompareRow } from '../../../data/model/answers/compare.ts'
import { aboutOf } from '../../figures/about.ts'
import { shown } from '../../figures/figure.ts'
import { indicatorOf } from '../../figures/lookup.ts'
import { chosenCodes, type Members, membersOf, nameOf } from '../../figures/members.ts'
import { periodOf } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { rankLimitsOf } from '../../figures/rank-limits.ts'
import { comparedWith, comparisonOf, type Standing, standingOf } from '../../figures/standing.ts'
import { subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { groupOf, idSet, indicator, period, reference, sex } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

export const compare = feature({
  path: '/compare',
  right: 'open',
  summary: {
    sv: 'En indikator: kommuner mot en jämförelsegrupp, med rang, intervall och fjärdedel',
    en: 'One indicator: municipalities against a reference, with rank, interval and band',
  },
  parameters: z.object({
    indicator,
    period,
    group: groupOf('Municipalities to show').optional(),
    municipalities: idSet('Further municipalities to show').optional(),
    reference,
    sex,
  }),
  answer: CompareAnswer,
  respond: async ({ release, question, language }): Promise<CompareAnswer> => {
    const asked = indicatorOf(release, question.indicator)
    const members = membersOf(release, question.reference, language, 'reference')
    const group = question.group && membersOf(release, question.group, language, 'group')
    const codes = chosenCodes(release, group, question.municipalities, members)
    const subject = await subjectOf(release, asked, question.sex)
    const year = periodOf(release, subject, question.period)
    const standing = standingOf(release, subject, year, members)
    return {
      indicator: asked.id,
      period: year,
      sex: question.sex,
      about: aboutOf(asked, language),
      comparedWith: comparedWith(standing),
      reference: { id: members.id, name: members.name, ...standing.reference },
      rows: codes.map((code) => rowOf(release, standing, members, code)),
      ...provenanceOf(
        release,
        language,
        codes.map((code) => standing.field.get(code)!.source),
        [asked],
      ),
    }
  },
  table: ({ rows, reference: { median, country }, ...answer }) => ({
    name: ['compare', answer.indicator, String(answer.period)],
    columns: [
      ...columns('indicator', 'title', 'unit', 'period', 'sex', 'municipality', 'name', 'value', 'status', 'n'),
      ...columns('lower', 'upper', 'difference', 'comparison', 'rank', 'of', 'rankLower', 'rankUpper', 'band'),
      ...columns('median', 'country', 'loadedAt'),
      ...provenanceColumns,
    ],
    rows: rows.map(({ revised, ...row }) => ({
      ...answer.about,
      period: answer.period,
      sex: answer.sex,
      ...row,
      median,
      country,
      ...originOf(answer),
    })),
  }),
})

function rowOf(release: OpenRelease, standing: Standing, members: Members, code: string): CompareRow {
  const figure = standing.field.get(code)!
  const rank = standing.ranks.get(code) ?? null
  const limits = rank === null ? undefined : rankLimitsOf(release, standing, members).get(code)
  const { median, count } = standing.reference
  return {
    municipality: code,
    name: nameOf(release, code),
    ...shown(figure),
    difference: figure.value === null || median === null ? null : figure.value - median,
    comparison: comparisonOf(standing, figure),
    rank,
    of: count,
    rankLower: limits?.lower ?? null,
    rankUpper: limits?.upper ?? null,
    band: figure.band,
    loadedAt: figure.loadedAt,
    revised: figure.previous,
  }
}

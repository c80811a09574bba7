import { z } from 'zod'
import { shown } from '../../../data/figures/figure.ts'
import { newestOther } from '../../../data/figures/newest-other.ts'
import { asReckoned } from '../../../data/figures/precision.ts'
import type { RankLimits } from '../../../data/figures/rank-limits.ts'
import { bestCount } from '../../../data/figures/reference.ts'
import { CompareAnswer, type CompareRow } from '../../../data/model/answers/compare.ts'
import type { Best } from '../../../data/model/answers/figure.ts'
import type { Direction } from '../../../data/stats/index.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf } from '../../figures/lookup.ts'
import { chosenCodes, membersOf, nameOf } from '../../figures/members.ts'
import { periodOf } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { rankLimitsIn } from '../../figures/rank-limits.ts'
import { judged, type Standing, standingOf } from '../../figures/standing.ts'
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
    const limits = await rankLimitsIn(release, standing, members, codes)
    return {
      indicator: asked.id,
      period: year,
      sex: question.sex,
      about: aboutOf(asked, language),
      comparedWith: standing.comparedWith,
      best: bestOf(standing, asked.direction),
      reference: { id: members.id, name: members.name, ...standing.reference },
      rows: codes.map((code) => rowOf(release, standing, limits, code)),
      ...provenanceOf(
        release,
        language,
        codes.map((code) => standing.figures.get(code)!.source),
        [asked],
      ),
    }
  },
  table: ({ rows, reference: { median, country }, ...answer }) => ({
    name: ['compare', answer.indicator, String(answer.period)],
    columns: [
      ...columns('indicator', 'title', 'unit', 'period', 'sex', 'municipality', 'name', 'value', 'status', 'n'),
      ...columns(
        'lower',
        'upper',
        'difference',
        'comparison',
        'uncertainty',
        'margin',
        'rank',
        'of',
        'rankLower',
        'rankUpper',
        'band',
      ),
      ...columns('median', 'country', 'loadedAt'),
      ...provenanceColumns,
    ],
    rows: rows.map(({ revised, other, ...row }) => ({
      ...cellsOf(answer.about),
      period: answer.period,
      sex: answer.sex,
      ...row,
      median,
      country,
      ...originOf(answer),
    })),
  }),
})

function bestOf({ figures }: Standing, direction: Direction): Best {
  const values = [...figures.values()].map(({ value }) => value)
  const count = bestCount(values, direction)
  return count === null ? null : { count, of: values.filter((value) => value !== null).length }
}

function rowOf(
  release: OpenRelease,
  standing: Standing,
  limits: ReadonlyMap<string, RankLimits>,
  code: string,
): CompareRow {
  const { subject, period } = standing
  const figure = standing.figures.get(code)!
  const { median, count } = standing.reference
  const isComparable = figure.value !== null && median !== null
  return {
    municipality: code,
    name: nameOf(release, code),
    ...shown(figure),
    difference: isComparable ? asReckoned(figure.value! - median, subject.precision) : null,
    ...judged(release, standing, code, figure),
    rank: standing.ranks.get(code) ?? null,
    of: count,
    rankLower: limits.get(code)?.lower ?? null,
    rankUpper: limits.get(code)?.upper ?? null,
    band: standing.bands.get(code)!,
    other: figure.value === null ? newestOther(subject, period, code) : null,
    loadedAt: figure.loadedAt,
    revised: figure.previous,
  }
}

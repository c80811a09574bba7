import { z } from 'zod'
import { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { aboutOf } from '../../figures/about.ts'
import { figureAt, shown } from '../../figures/figure.ts'
import { indicatorOf } from '../../figures/lookup.ts'
import { chosenCodes, type Members, membersOf, nameOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { recentTrendOf, trendCells } from '../../figures/recent.ts'
import { referenceOf } from '../../figures/standing.ts'
import { type Subject, subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { invalidQuestion } from '../../problem.ts'
import { groupOf, idSet, indicator, reference, sex, year } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

export const trend = feature({
  path: '/trend',
  right: 'open',
  summary: {
    sv: 'En indikator över åren, med jämförelsegruppens spridning och senaste utveckling',
    en: 'One indicator over the years, with the spread of the reference and the recent trend',
  },
  parameters: z.object({
    indicator,
    municipalities: idSet('Municipalities to show').optional(),
    group: groupOf('Municipalities to show').optional(),
    reference,
    from: year('First year').optional(),
    to: year('Last year').optional(),
    sex,
  }),
  answer: TrendAnswer,
  respond: async ({ release, question, language }): Promise<TrendAnswer> => {
    checkYears(question)
    const asked = indicatorOf(release, question.indicator)
    const members = membersOf(release, question.reference, language, 'reference')
    const group = question.group && membersOf(release, question.group, language, 'group')
    const codes = chosenCodes(release, group, question.municipalities, members)
    const subject = await subjectOf(release, asked, question.sex)
    const { from = 0, to = Number.POSITIVE_INFINITY } = question
    const years = subject.values.periods.filter((period) => period >= from && period <= to)
    return {
      indicator: asked.id,
      sex: question.sex,
      about: aboutOf(asked, language),
      series: codes.map((code) => seriesOf(release, subject, years, code)),
      referenceGroup: { id: members.id, name: members.name },
      reference: years.map((period) => referenceAt(release, subject, period, members)),
      ...provenanceOf(
        release,
        language,
        codes.flatMap((code) => years.map((period) => subject.values.at(period, code).source)),
        [asked],
      ),
    }
  },
  table: ({ series, reference: spread, about, ...answer }) => ({
    name: ['trend', answer.indicator],
    columns: [
      ...columns('indicator', 'title', 'unit', 'sex', 'municipality', 'name', 'period', 'value', 'status', 'n'),
      ...columns('lower', 'upper', 'recentTrend', 'trendAssessment', 'count', 'mean', 'median', 'q1', 'q3', 'country'),
      ...provenanceColumns,
    ],
    rows: series.flatMap(({ points, recentTrend, ...one }) =>
      points.map((point, index) => ({
        ...about,
        ...one,
        ...spread[index]!,
        ...point,
        sex: answer.sex,
        ...trendCells(recentTrend),
        ...originOf(answer),
      })),
    ),
  }),
})

/** @throws Problem `invalid-question` where the first year comes after the last */
function checkYears({ from, to }: { from?: number | undefined; to?: number | undefined }): void {
  if (from === undefined || to === undefined || from <= to) return
  const message = {
    sv: `Första året kommer efter det sista, ${to}.`,
    en: `The first year comes after the last, ${to}.`,
  }
  throw invalidQuestion([{ path: 'from', message }])
}

function seriesOf(release: OpenRelease, subject: Subject, years: readonly number[], code: string) {
  const points = years.map((period) => {
    return { period, ...shown(figureAt(subject, period, code)) }
  })
  const last = years.at(-1)
  const recentTrend = last === undefined ? null : recentTrendOf(subject, code, last)
  return { municipality: code, name: nameOf(release, code), points, recentTrend }
}

function referenceAt(release: OpenRelease, subject: Subject, period: number, members: Members) {
  const { count, mean, median, q1, q3, country } = referenceOf(release, subject, period, members)
  return { period, count, mean, median, q1, q3, country }
}

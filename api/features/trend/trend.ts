import { z } from 'zod'
import { type Figure, figureAt, shown } from '../../../data/figures/figure.ts'
import { type Certainty, certaintyOf } from '../../../data/figures/noise.ts'
import { recentTrendOf } from '../../../data/figures/recent.ts'
import type { Subject } from '../../../data/figures/subject.ts'
import { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf } from '../../figures/lookup.ts'
import { chosenCodes, type Members, membersOf, nameOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { referenceOf } from '../../figures/standing.ts'
import { subjectOf } from '../../figures/subject.ts'
import { trendCells } from '../../figures/trend-cells.ts'
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
      reference: years.map((period) => referenceAt(subject, period, members)),
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
      ...columns(
        'lower',
        'upper',
        'uncertainty',
        'margin',
        'recentTrend',
        'trendAssessment',
        'count',
        'mean',
        'median',
        'q1',
        'q3',
        'country',
      ),
      ...provenanceColumns,
    ],
    rows: series.flatMap(({ points, recentTrend, ...one }) =>
      points.map((point, index) => ({
        ...cellsOf(about),
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
  const figures = years.map((period) => figureAt(subject, period, code))
  const last = years.at(-1)
  return {
    municipality: code,
    name: nameOf(release, code),
    points: figures.map((figure, index) => ({ period: years[index]!, ...shown(figure) })),
    recentTrend: last === undefined ? null : recentTrendOf(subject, code, last),
    ...certaintyOfSeries(subject, figures, release.municipalities.get(code)!.population),
  }
}

/** What a series rests on: what its newest value does. */
function certaintyOfSeries(subject: Subject, figures: readonly Figure[], population: number): Certainty {
  const newest = figures.findLast(({ value }) => value !== null)
  return newest ? certaintyOf(subject, newest, population) : { uncertainty: 'unknown', margin: null }
}

function referenceAt(subject: Subject, period: number, members: Members) {
  const { count, mean, median, q1, q3, country } = referenceOf(subject, period, members)
  return { period, count, mean, median, q1, q3, country }
}

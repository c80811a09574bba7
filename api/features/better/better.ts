import { z } from 'zod'
import { BetterAnswer } from '../../../data/model/answers/better.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf, municipalityOf } from '../../figures/lookup.ts'
import { periodOf } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { measuredAt } from '../../meetings/measured.ts'
import { indicator, municipality, period, sex } from '../../question/parameters.ts'
import { feature } from '../feature.ts'
import { distancesFrom } from '../similar/similar.ts'
import { betterThan, whyNobody } from './who-is-better.ts'

export const better = feature({
  path: '/better',
  right: 'open',
  summary: {
    sv: 'Vilka som säkert ligger bättre och liknar kommunen, eller som haft samma utgångsläge och blivit bättre',
    en: 'Who is clearly better and like the municipality, or had the same starting point and improved',
  },
  parameters: z.object({ indicator, municipality, period, sex }),
  answer: BetterAnswer,
  respond: async ({ release, question, language }): Promise<BetterAnswer> => {
    const asked = indicatorOf(release, question.indicator)
    const { code, shortName } = municipalityOf(release, question.municipality)
    const subject = await subjectOf(release, asked, question.sex)
    const year = periodOf(release, subject, question.period)
    const own = measuredAt(release, subject, year, code)
    const reason = whyNobody(release, subject, year, own)
    const rows = reason ? [] : betterThan(release, subject, year, code, await distancesFrom(release, code, language))
    return {
      indicator: asked.id,
      municipality: code,
      name: shortName,
      period: year,
      value: own.value,
      about: aboutOf(asked, language),
      reason,
      rows,
      ...provenanceOf(
        release,
        language,
        [code, ...rows.map((row) => row.municipality)].map((one) => subject.values.at(year, one).source),
        [asked],
      ),
    }
  },
  table: ({ rows, ...answer }) => ({
    name: ['better', answer.indicator, answer.municipality],
    columns: [
      ...columns('indicator', 'title', 'unit', 'period', 'municipality', 'name', 'value', 'lower', 'upper', 'distance'),
      ...provenanceColumns,
    ],
    rows: rows.map(({ since, why, ...row }) => ({
      ...cellsOf(answer.about),
      period: answer.period,
      ...row,
      ...originOf(answer),
    })),
  }),
})

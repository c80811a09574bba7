import { z } from 'zod'
import { type IndicatorEntry, IndicatorsAnswer } from '../../../data/model/answers/indicators.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { searcher } from '../../../data/model/search.ts'
import { aboutOf } from '../../figures/about.ts'
import { indicatorsOf } from '../../figures/lookup.ts'
import { latestPeriod } from '../../figures/period.ts'
import { nameOfSource, sourceOf, sourceWords } from '../../figures/provenance.ts'
import { columns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { id } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

const YES: readonly string[] = ['true', '1', 'yes']
const LONGEST_SEARCH = 100

export const indicators = feature({
  path: '/indicators',
  right: 'open',
  summary: {
    sv: 'Indikatorerna: vad de säger, riktning, år och täckning',
    en: 'The indicators: what they say, direction, years and coverage',
  },
  parameters: z.object({
    area: id('Only this area').optional(),
    source: z.enum(sourceWords).describe('Only from this source').optional(),
    q: z.string().max(LONGEST_SEARCH).describe('Words to search for; forgives spelling').optional(),
    core: z
      .enum(['true', 'false', '1', '0', 'yes', 'no'])
      .describe('Only core indicators, or only the others')
      .optional(),
  }),
  answer: IndicatorsAnswer,
  respond: ({ release, question, language }): IndicatorsAnswer => {
    const { area, source, q, core } = question
    const chosen = indicatorsOf(release, area)
      .filter((one) => source === undefined || sourceOf(one) === source)
      .filter((one) => core === undefined || one.core === YES.includes(core))
    const found = q === undefined ? chosen : search(release, chosen, q, language)
    return {
      areas: release.areas.map(({ id: areaId, name, subs }) => ({
        id: areaId,
        name: name[language],
        subs: subs.map((sub) => ({ id: sub.id, name: sub.name[language] })),
      })),
      indicators: found.map((one) => entryOf(release, one, language)),
      release: release.about.id,
      sample: release.about.sample,
    }
  },
  table: (answer) => ({
    name: ['indicators'],
    columns: [
      ...columns('indicator', 'title', 'area', 'sub', 'unit', 'kind', 'direction', 'core', 'bySex', 'source'),
      ...columns('discontinued', 'firstPeriod', 'lastPeriod', 'municipalities', 'nextReview', 'release', 'sample'),
    ],
    rows: answer.indicators.map(({ id: indicator, coverage, periods, latest, scale, published, grades, ...entry }) => ({
      ...entry,
      indicator,
      firstPeriod: periods[0] ?? null,
      lastPeriod: periods.at(-1) ?? null,
      municipalities: coverage.municipalities,
      release: answer.release,
      sample: answer.sample,
    })),
  }),
})

function search(release: OpenRelease, chosen: readonly Indicator[], q: string, language: Language): Indicator[] {
  const areaNames = new Map(release.areas.map((area) => [area.id, area.name[language]]))
  const findable = chosen.map((indicator) => ({
    id: indicator.id,
    title: indicator.title[language],
    more: `${areaNames.get(indicator.area) ?? ''} ${indicator.says[language]} ${indicator.matters[language]} ${wordsOf(indicator)}`,
    indicator,
  }))
  return searcher(findable)(q, findable.length).map(({ indicator }) => indicator)
}

const wordsOf = ({ otherWords }: Indicator): string => (otherWords ?? []).join(' ')

function entryOf(release: OpenRelease, indicator: Indicator, language: Language): IndicatorEntry {
  const { indicator: id, ...about } = aboutOf(indicator, language)
  const years = release.coverage.get(id) ?? []
  const valued = years.filter(({ municipalities }) => municipalities > 0)
  const latest = valued.at(-1)
  return {
    id,
    ...about,
    core: indicator.core,
    says: indicator.says[language],
    matters: indicator.matters[language],
    directionReason: indicator.directionReason[language],
    bySex: indicator.bySex,
    scale: indicator.scale,
    multiplier: indicator.multiplier,
    base: indicator.base,
    otherWords: wordsOf(indicator),
    baseReason: indicator.baseReason?.[language] ?? null,
    source: nameOfSource(release.about.sample ? 'sample' : sourceOf(indicator), language),
    discontinued: indicator.discontinued,
    reviewed: indicator.reviewed,
    nextReview: indicator.nextReview,
    published: release.published.get(id) ?? null,
    periods: valued.map(({ period }) => period),
    latest: latestPeriod(release, indicator),
    coverage: { period: latest?.period ?? null, municipalities: latest?.municipalities ?? 0 },
  }
}

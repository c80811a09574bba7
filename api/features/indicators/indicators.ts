import { z } from 'zod'
import { type IndicatorEntry, IndicatorsAnswer } from '../../../data/model/answers/indicators.ts'
import { type Indicator, isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { aboutOf } from '../../figures/about.ts'
import { latestPeriod } from '../../figures/period.ts'
import { nameOfSource, sourceOf, sourceWords } from '../../figures/provenance.ts'
import { columns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { id, indicatorsInOrder, wholeNumber, yesOrNo } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { foundIn, pageOf } from './found.ts'

const LONGEST_SEARCH = 100
/** So many fit on a page. */
const MOST_ON_PAGE = 500

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
    core: yesOrNo('Only core indicators, or only the others').optional(),
    outside: yesOrNo("Only Kolada's indicators outside the catalogue, or all but those").optional(),
    valued: yesOrNo('Only indicators that have values, or only those that have none').optional(),
    ids: indicatorsInOrder('Only these, in this order; what is not known is left out').optional(),
    limit: wholeNumber('At most so many of them; without it all', 1, MOST_ON_PAGE).optional(),
    after: id('The page behind this indicator, as `next` of the page before says').optional(),
  }),
  answer: IndicatorsAnswer,
  cells: ({ limit, ids }, release) => CELLS * Math.min(limit ?? ids?.length ?? Infinity, release.indicators.size),
  respond: async ({ release, question, language }): Promise<IndicatorsAnswer> => {
    const found = await foundIn(release, question, language)
    const { page, next } = pageOf(found, question.limit ?? found.length, question.after)
    return {
      areas: release.areas.map(({ id: areaId, name, subs }) => ({
        id: areaId,
        name: name[language],
        subs: subs.map((sub) => ({ id: sub.id, name: sub.name[language] })),
      })),
      indicators: page.map((one) => entryOf(release, one, language)),
      total: found.length,
      outside: release.numbered.length - release.inside.length,
      next,
      release: release.about.id,
      sample: release.about.sample,
    }
  },
  table: (answer) => ({
    name: ['indicators'],
    columns: [
      ...columns('indicator', 'title', 'area', 'sub', 'unit', 'kind', 'direction', 'core', 'bySex', 'source'),
      ...columns(
        'outsideCatalogue',
        'discontinued',
        'firstPeriod',
        'lastPeriod',
        'municipalities',
        'nextReview',
        'release',
        'sample',
      ),
    ],
    rows: answer.indicators.map(
      ({ id: indicator, coverage, periods, latest, scale, published, grades, outside, byUnit, ...entry }) => ({
        ...entry,
        indicator,
        outsideCatalogue: outside,
        firstPeriod: periods[0] ?? null,
        lastPeriod: periods.at(-1) ?? null,
        municipalities: coverage.municipalities,
        release: answer.release,
        sample: answer.sample,
      }),
    ),
  }),
})

/** What is said of each indicator. */
const CELLS = 36

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
    byUnit: release.byUnit.has(id),
    outside: isOutsideCatalogue(indicator),
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

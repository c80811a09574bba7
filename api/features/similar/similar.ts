import { z } from 'zod'
import { asRatio, asReckoned } from '../../../data/figures/precision.ts'
import { SimilarAnswer } from '../../../data/model/answers/similar.ts'
import { BACKGROUND, type Indicator, isOnlyBase } from '../../../data/model/indicator.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf, municipalityOf } from '../../figures/lookup.ts'
import { type Members, membersOf, nameOf } from '../../figures/members.ts'
import { latestPeriod } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { invalidQuestion } from '../../problem.ts'
import { alikeIndicators, forms, municipality, wholeNumber } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { type Neighbour, neighbourOf, type Trait, traitOf } from './distance.ts'

const WEIGHTS = /^\d{1,3}(\.\d{1,3})?(,\d{1,3}(\.\d{1,3})?)*$/

export const similar = feature({
  path: '/similar',
  right: 'open',
  summary: {
    sv: 'De mest lika kommunerna, med avståndet isärtaget',
    en: 'The most similar municipalities, with the distance taken apart',
  },
  parameters: z.object({
    municipality,
    indicators: alikeIndicators(
      'Indicators to be alike in; without it those of the area bakgrund that have values',
    ).optional(),
    weights: z
      .string()
      .max(400)
      .regex(WEIGHTS, 'weights')
      .describe('One weight 0–100 for each indicator; without it 1 each')
      .transform((text) => text.split(',').map(Number))
      .optional(),
    count: wholeNumber('How many', 1, 50).prefault('7'),
  }),
  answer: SimilarAnswer,
  respond: async ({ release, question, language }): Promise<SimilarAnswer> => {
    const { code, shortName } = municipalityOf(release, question.municipality)
    const all = membersOf(release, ['all'], language, 'group')
    const indicators = chosenIndicators(release, question.indicators)
    const weights = question.weights ?? indicators.map(() => 1)
    if (!areUsable(weights, indicators)) throw invalidQuestion([{ path: 'weights', message: forms.weights! }])
    const traits = await traitsOf(release, indicators, weights, all)
    const neighbours = neighboursOf(traits, all, code)
    return {
      municipality: code,
      name: shortName,
      indicators: traits.map(({ subject, period, weight, mean, sd }) => ({
        indicator: subject.indicator.id,
        about: aboutOf(subject.indicator, language),
        period,
        weight,
        mean: asReckoned(mean, subject.precision),
        sd: asReckoned(sd, subject.precision),
      })),
      neighbours: neighbours.slice(0, question.count).map(({ municipality: other, distance, parts }) => ({
        municipality: other,
        name: nameOf(release, other),
        distance: asRatio(distance),
        parts: traits.map(({ subject, valueAt }, index) => ({
          indicator: subject.indicator.id,
          own: valueAt(code),
          theirs: valueAt(other),
          part: asRatio(parts[index]!),
        })),
      })),
      ...provenanceOf(
        release,
        language,
        traits.map(({ subject, period }) => (period === null ? null : subject.values.at(period, code).source)),
      ),
    }
  },
  table: ({ neighbours, ...answer }) => ({
    name: ['similar', answer.municipality],
    columns: [
      ...columns('municipality', 'name', 'distance', 'indicator', 'title', 'unit', 'period', 'own', 'theirs', 'part'),
      ...provenanceColumns,
    ],
    rows: neighbours.flatMap(({ parts, ...neighbour }) =>
      parts.map((part, index) => ({
        ...cellsOf(answer.indicators[index]!.about),
        ...neighbour,
        ...part,
        period: answer.indicators[index]!.period,
        ...originOf(answer),
      })),
    ),
  }),
})

/** Everyone else that enough is known of, the most alike first. */
function neighboursOf(traits: readonly Trait[], all: Members, code: string): Neighbour[] {
  return all.codes
    .flatMap((other) => (other === code ? [] : [neighbourOf(traits, code, other)]))
    .filter((neighbour) => neighbour !== null)
    .sort((a, b) => a.distance - b.distance || (a.municipality < b.municipality ? -1 : 1))
}

/** How unlike every other municipality is in what sort of place it is, the most alike first. */
export async function distancesFrom(
  release: OpenRelease,
  code: string,
  language: Language,
): Promise<ReadonlyMap<string, number>> {
  const all = membersOf(release, ['all'], language, 'group')
  const indicators = chosenIndicators(release, undefined)
  const traits = await traitsOf(
    release,
    indicators,
    indicators.map(() => 1),
    all,
  )
  return new Map(neighboursOf(traits, all, code).map(({ municipality: other, distance }) => [other, distance]))
}

function chosenIndicators(release: OpenRelease, asked: readonly string[] | undefined): Indicator[] {
  if (asked) return asked.map((one) => indicatorOf(release, one, 'indicators'))
  const background = [...release.indicators.values()].filter(
    (one) => one.area === BACKGROUND && one.kind !== 'yesno' && !isOnlyBase(one),
  )
  return background.filter(({ id }) => (release.coverage.get(id) ?? []).some((year) => year.municipalities > 0))
}

const areUsable = (weights: readonly number[], indicators: readonly Indicator[]) =>
  weights.length === indicators.length &&
  weights.every((weight) => weight <= 100) &&
  weights.some((weight) => weight > 0)

async function traitsOf(
  release: OpenRelease,
  indicators: readonly Indicator[],
  weights: readonly number[],
  all: Members,
): Promise<Trait[]> {
  const subjects = await Promise.all(indicators.map((one) => subjectOf(release, one, 'T')))
  return subjects.map((subject, index) =>
    traitOf(subject, latestPeriod(release, subject.indicator), weights[index]!, all),
  )
}

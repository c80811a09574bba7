import { z } from 'zod'
import { AdjustedAnswer, type AdjustedRow } from '../../../data/model/answers/adjusted.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { measureIn } from '../instruments/catalogue.ts'
import { adjustedTable } from './adjusted-table.ts'
import { provenance } from './aggregate.ts'
import { caseMixOf, coveredOf, levelOf, referenceShares, type Strata, standing, type Within } from './case-mix.ts'
import { aggregateParameters } from './parameters.ts'
import { type Parts, partsOf } from './parts.ts'
import { refuse, type Understood, understood } from './question.ts'
import { REFUSAL } from './refusal.ts'

const { instrument, measure, places, periods, municipalities } = aggregateParameters.shape

const adjustedParameters = z.object({
  instrument,
  measure: measure.describe('Id of a share'),
  places: places.unwrap().describe('Municipality codes; a group stands for its members'),
  periods: periods.describe('A year such as 2023 or a run of years such as 2021-2023'),
  reference: z.string().max(64).optional().describe('Id of the group that is compared with; else the whole country'),
  municipalities: municipalities.describe(
    'In place of a reference: a group made up on the spot, municipality codes, each once, with commas',
  ),
})

export const adjusted = feature({
  path: '/adjusted',
  right: 'followup.read',
  summary: {
    sv: 'Jämförelse justerad för ålder och kön: andelar ur ASI och UBU mot vad gruppens skulle ge',
    en: 'Comparison adjusted for age and sex: shares from ASI and UBU against what the group’s would give',
  },
  parameters: adjustedParameters,
  answer: AdjustedAnswer,
  refusal: REFUSAL,
  async respond({ release, question: asked, language }): Promise<AdjustedAnswer> {
    const question = readQuestion(asked, release, language)
    const share = question.measures[0]!
    const parts = (await partsOf(release, question, [share.id]))(share.id)
    const years = question.periods[0]!.years
    const [group, ...rest] = question.places
    const shares = referenceShares(group!.members.map((code) => strataOf(parts, question, code, years)))
    const level = levelOf(group!.members.flatMap((code) => wholeOf(parts, code, years)))
    const codes = [...new Set(rest.flatMap(({ members }) => members))]
    return {
      instrument: question.instrument.id,
      about: measureIn(language, share),
      period: question.periods[0]!.id,
      reference: { id: group!.id, name: group!.name, value: level === null ? null : Math.round(100 * level) },
      rows: codes.map((code) => rowOf(release, question, parts, { code, years, shares, level })),
      ...provenance(release, language),
    }
  },
  table: adjustedTable,
})

/** The reference first, then the places: broken down by sex and age, and whole. Only shares, one period. */
function readQuestion(
  asked: z.output<typeof adjustedParameters>,
  release: OpenRelease,
  language: Language,
): Understood {
  const so = { instrument: asked.instrument, measure: asked.measure, periods: asked.periods }
  const reference = understood({ ...so, ...referenceAsked(asked) }, release, language)
  const byAgeAndSex = understood({ ...so, places: asked.places, by: ['kon', 'aldersgrupp'] }, release, language)
  const isShare = byAgeAndSex.measures.length === 1 && byAgeAndSex.measures[0]!.kind === 'share'
  if (!isShare || byAgeAndSex.periods.length > 1 || !reference.places[0]!.isGroup) refuse()
  return {
    ...byAgeAndSex,
    places: [...reference.places, ...byAgeAndSex.places],
    cells: [...reference.cells, ...byAgeAndSex.cells],
  }
}

/** A group by its id, or one made up on the spot: sums of what is shown tell nothing that their parts did not (rule 4). */
function referenceAsked({ reference, municipalities }: z.output<typeof adjustedParameters>) {
  if (reference !== undefined && municipalities) refuse()
  return municipalities ? { municipalities } : { places: [reference ?? 'all'] }
}

const WHOLE = ''

function wholeOf(parts: Parts, code: string, years: readonly number[]) {
  return years.flatMap((year) => parts.of(WHOLE, code, year) ?? [])
}

function strataOf(parts: Parts, { cells }: Understood, code: string, years: readonly number[]): Strata {
  const strata = cells.filter(({ name }) => name !== WHOLE)
  return new Map(strata.map(({ name }) => [name, years.flatMap((year) => parts.of(name, code, year) ?? [])]))
}

interface Compared {
  code: string
  years: readonly number[]
  shares: ReadonlyMap<string, Within>
  /** The reference's share, 0–1. */
  level: number | null
}

const PROTECTED = {
  observed: null,
  expected: null,
  ratio: null,
  lower: null,
  upper: null,
  value: null,
  covered: null,
  comparison: null,
  status: 'protected',
} as const

function rowOf(
  release: OpenRelease,
  question: Understood,
  parts: Parts,
  { code, years, shares, level }: Compared,
): AdjustedRow {
  const who = { municipality: code, name: release.municipalities.get(code)!.shortName }
  const strata = strataOf(parts, question, code, years)
  const whole = wholeOf(parts, code, years)
  const mix = whole.length > 0 && level !== null ? caseMixOf(strata, shares) : null
  if (!mix) return { ...who, ...PROTECTED }
  return {
    ...who,
    observed: rounded(mix.observed, 1),
    expected: rounded(mix.expected, 1),
    ratio: rounded(mix.ratio, 2),
    lower: rounded(mix.lower, 2),
    upper: rounded(mix.upper, 2),
    value: Math.min(99, Math.max(1, Math.round(100 * level! * mix.ratio))),
    covered: coveredOf(strata, shares, whole),
    comparison: standing(mix, question.measures[0]!),
    status: null,
  }
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}

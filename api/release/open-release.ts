import { catalogue } from '../../data/catalogue/index.ts'
import type { Places } from '../../data/figures/places.ts'
import type { Group } from '../../data/model/group.ts'
import { type Area, type Indicator, isOutsideCatalogue } from '../../data/model/indicator.ts'
import type { Municipality } from '../../data/model/municipality.ts'
import { swedishOrder } from '../../data/model/numbers.ts'
import type { SearchIndex } from '../../data/model/search-index.ts'
import type { Row } from '../../data/store/duckdb.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { readPlaces } from '../../data/store/release-places.ts'
import {
  BY_UNIT,
  COVERAGE,
  type DefinitionTable,
  definitionsIn,
  HELD,
  IN_BESIDE,
  IN_RANK_LIMITS,
  PUBLISHED,
} from '../../data/store/release-questions.ts'
import { readSearchIndex } from '../../data/store/release-search.ts'
import type { Language } from '../language.ts'
import { duckdbEngine } from './duckdb.ts'
import type { Engine } from './engine.ts'
import { keptBy } from './kept-by.ts'
import { type Numbering, numberingOf } from './numbering.ts'
import { ProtectedSlices } from './protected-slices.ts'
import { type Limits, Questions } from './questions.ts'
import type { Ranker } from './ranker.ts'
import { type Reckoned, reckonedOf } from './reckoned.ts'
import { Slices } from './slices.ts'
import { type OfSubject, subjectsIn } from './subjects-in.ts'

/** What the source itself says of an indicator. */
type PublishedIndicator = { title: string; description: string | null; nextPublication: string | null }

/** A release in service: its definitions in memory, its values read when they are asked for. */
export type OpenRelease = {
  about: Manifest
  indicators: ReadonlyMap<string, Indicator>
  /** In Swedish order of name. */
  municipalities: ReadonlyMap<string, Municipality>
  groups: ReadonlyMap<string, Group>
  areas: readonly Area[]
  published: ReadonlyMap<string, PublishedIndicator>
  /** By indicator: each year with the number of municipalities that have a value, ascending. */
  coverage: ReadonlyMap<string, readonly Coverage[]>
  reckoned: ReadonlyMap<string, Reckoned>
  /** Indicators by the number that the tables know them by. */
  numbered: readonly Indicator[]
  /** Those that pages are about: all but Kolada's outside the catalogue. */
  inside: readonly Indicator[]
  /** Those of each area, in the order of their numbers. */
  inArea: ReadonlyMap<string, readonly Indicator[]>
  /** Ids of the indicators that have values of units. */
  byUnit: ReadonlySet<string>
  /** Whether the limits of ranks were made with the release, for an indicator's number and a sex's. */
  hasRankLimits: OfSubject
  /** Groups whose statistics were made with the release: their numbers in its tables. */
  fixed: ReadonlyMap<string, number>
  places: Places
  slices: Slices
  protectedSlices: ProtectedSlices
  /** Where the words of the indicators stand, read when something is first searched for. */
  search(language: Language): Promise<SearchIndex>
  /** How the protected figures of an instrument are numbered, read when one is first asked for. */
  numbering(instrument: string): Promise<Numbering>
  questions: Questions
  /** Reckons what takes long. */
  rankLimits: Ranker
  /** Whether the file says of itself that it is this release. */
  holds(id: string): Promise<boolean>
  close(): void
}

/** What a release is read by: limits of its questions, who reckons what takes long, and memory of its engine. */
export type Means = { limits: Limits; rankLimits: Ranker; memoryMb?: number }

/** Bytes of values that are kept by indicator. */
const SLICES_KEPT = 48 * 2 ** 20
/** Bytes of protected figures that are kept by measure and cell. */
const PROTECTED_KEPT = 12 * 2 ** 20

/** How many municipalities have a value: for any sex, and for everyone together. */
type Coverage = { period: number; municipalities: number; everyone: number }

/**
 * Opens a finished release, locked to its own file.
 * @throws Error when the file is missing, damaged or not a release
 */
export async function openRelease(file: string, about: Manifest, means: Means): Promise<OpenRelease> {
  return openReleaseIn(await duckdbEngine(file, means.memoryMb), about, means)
}

/** Opens a release wherever its tables are. */
export async function openReleaseIn(
  engine: Engine,
  about: Manifest,
  { limits, rankLimits }: Means,
): Promise<OpenRelease> {
  const questions = new Questions(engine, limits)
  try {
    const indicators = await definitions<Indicator>(questions, 'indicator', ({ id }) => id)
    const municipalities = await definitions<Municipality>(questions, 'municipality', ({ code }) => code)
    const groups = await definitions<Group>(questions, 'comparison_group', ({ id }) => id)
    const places = await readPlaces((sql) => questions.rows(sql))
    return {
      about,
      indicators,
      municipalities: new Map([...municipalities].sort(([, a], [, b]) => swedishOrder(a.shortName, b.shortName))),
      groups,
      areas: areasOf(indicators),
      published: await publishedOf(questions),
      coverage: await coverageOf(questions),
      reckoned: await reckonedOf(questions, [...indicators.keys()]),
      numbered: [...indicators.values()],
      inside: [...indicators.values()].filter((one) => !isOutsideCatalogue(one)),
      inArea: byArea(indicators.values()),
      byUnit: new Set((await questions.rows<{ id: string }>(BY_UNIT)).map(({ id }) => id)),
      hasRankLimits: await subjectsIn(questions, IN_RANK_LIMITS),
      fixed: fixedOf(groups),
      places,
      slices: new Slices(questions, places, await subjectsIn(questions, IN_BESIDE), SLICES_KEPT),
      protectedSlices: new ProtectedSlices(questions, PROTECTED_KEPT),
      search: keptBy((language: Language) => readSearchIndex((sql, bound) => questions.rows(sql, bound), language)),
      numbering: keptBy((instrument: string) => numberingOf(questions, instrument)),
      questions,
      rankLimits,
      async holds(id) {
        return (await questions.rows(HELD, { id })).length > 0
      },
      close: () => questions.close(),
    }
  } catch (error) {
    questions.close()
    throw error
  }
}

function byArea(indicators: Iterable<Indicator>): Map<string, Indicator[]> {
  const areas = new Map<string, Indicator[]>()
  for (const indicator of indicators) {
    const there = areas.get(indicator.area)
    if (there) there.push(indicator)
    else areas.set(indicator.area, [indicator])
  }
  return areas
}

/** The catalogue's, then those that came with indicators, in Swedish order. */
function areasOf(indicators: ReadonlyMap<string, Indicator>): Area[] {
  const { areas, areaById } = catalogue()
  const others = new Map<string, Area>()
  for (const { area: id, areaName: name } of indicators.values())
    if (name && !areaById.has(id)) others.set(id, { id, name, subs: [] })
  return [...areas, ...[...others.values()].sort((a, b) => swedishOrder(a.name.sv, b.name.sv))]
}

async function publishedOf(questions: Questions): Promise<Map<string, PublishedIndicator>> {
  const rows = await questions.rows<PublishedIndicator & { id: string }>(PUBLISHED)
  return new Map(rows.map(({ id, ...words }) => [id, words]))
}

async function coverageOf(questions: Questions): Promise<Map<string, Coverage[]>> {
  const coverage = new Map<string, Coverage[]>()
  const rows = await questions.rows<Coverage & { id: string }>(COVERAGE)
  for (const { id, ...year } of rows) {
    const years = coverage.get(id)
    if (years) years.push(year)
    else coverage.set(id, [year])
  }
  return coverage
}

/** All but the groups that came with the data: the numbers of all are their places in the list. */
const fixedOf = (groups: ReadonlyMap<string, Group>): Map<string, number> =>
  new Map([...groups.values()].flatMap(({ id, kind }, number) => (kind === 'similar' ? [] : [[id, number]])))

async function definitions<T>(questions: Questions, table: DefinitionTable, idOf: (definition: T) => string) {
  const rows = await questions.rows<Row & { definition: string }>(definitionsIn(table))
  return new Map(rows.map((row) => JSON.parse(row.definition) as T).map((one) => [idOf(one), one]))
}

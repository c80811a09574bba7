import { catalogue } from '../../data/catalogue/index.ts'
import type { Group } from '../../data/model/group.ts'
import type { Area, Indicator } from '../../data/model/indicator.ts'
import type { Municipality } from '../../data/model/municipality.ts'
import { swedishOrder } from '../../data/model/numbers.ts'
import { openLocked, type Row } from '../../data/store/duckdb.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { MostRecent } from './most-recent.ts'
import { placesOf } from './places.ts'
import { type Limits, Questions } from './questions.ts'
import { Slices } from './slices.ts'

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
  /** By indicator: the year that is shown where none is asked for. */
  latest: ReadonlyMap<string, number>
  slices: Slices
  questions: Questions
  /** What was computed from this release, by a key that says what it is. */
  computed: MostRecent<string, unknown>
  close(): void
}

/** How many municipalities have a value: for any sex, and for everyone together. */
type Coverage = { period: number; municipalities: number; everyone: number }

const COMPUTED_KEPT = 4000

/**
 * Opens a finished release, locked to its own file.
 * @throws Error when the file is missing, damaged or not a release
 */
export async function openRelease(
  file: string,
  about: Manifest,
  limits: Limits,
  memoryMb?: number,
): Promise<OpenRelease> {
  const questions = new Questions(await openLocked(file, memoryMb), limits)
  try {
    const municipalities = await definitions<Municipality>(questions, 'municipality', ({ code }) => code)
    return {
      about,
      indicators: await definitions<Indicator>(questions, 'indicator', ({ id }) => id),
      municipalities: new Map([...municipalities].sort(([, a], [, b]) => swedishOrder(a.shortName, b.shortName))),
      groups: await definitions<Group>(questions, 'comparison_group', ({ id }) => id),
      areas: catalogue().areas,
      published: await publishedOf(questions),
      coverage: await coverageOf(questions),
      latest: await latestOf(questions),
      slices: new Slices(questions, await placesOf(questions)),
      questions,
      computed: new MostRecent(COMPUTED_KEPT),
      close: () => questions.close(),
    }
  } catch (error) {
    questions.close()
    throw error
  }
}

async function publishedOf(questions: Questions): Promise<Map<string, PublishedIndicator>> {
  const rows = await questions.rows<PublishedIndicator & { id: string }>(
    'SELECT id, title, description, next_publication AS "nextPublication" FROM published_indicator',
  )
  return new Map(rows.map(({ id, ...words }) => [id, words]))
}

async function coverageOf(questions: Questions): Promise<Map<string, Coverage[]>> {
  const coverage = new Map<string, Coverage[]>()
  const rows = await questions.rows<Coverage & { indicator: string }>('FROM coverage ORDER BY indicator, period')
  for (const { indicator, ...year } of rows) {
    const years = coverage.get(indicator)
    if (years) years.push(year)
    else coverage.set(indicator, [year])
  }
  return coverage
}

async function latestOf(questions: Questions): Promise<Map<string, number>> {
  const rows = await questions.rows<{ indicator: string; period: number }>('FROM latest')
  return new Map(rows.map(({ indicator, period }) => [indicator, period]))
}

type DefinitionTable = 'indicator' | 'municipality' | 'comparison_group'

async function definitions<T>(questions: Questions, table: DefinitionTable, idOf: (definition: T) => string) {
  const rows = await questions.rows<Row & { definition: string }>(
    `SELECT definition::TEXT AS definition FROM ${table} ORDER BY position`,
  )
  return new Map(rows.map((row) => JSON.parse(row.definition) as T).map((one) => [idOf(one), one]))
}

/** Something computed from the release, once while it is kept. */
export function computedOnce<T>(release: OpenRelease, key: string, compute: () => T): T {
  return release.computed.of(key, compute) as T
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { Sized } from '../../../data/figures/noise.ts'
import type { Places } from '../../../data/figures/places.ts'
import type { Group } from '../../../data/model/group.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import type { Municipality } from '../../../data/model/municipality.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { readPlaces } from '../../../data/store/release-places.ts'

/** A group whose statistics are made with the release, by its position among the groups. */
type Fixed = { number: number; id: string; codes: readonly string[]; places: readonly number[] }

/** What everything is reckoned by: the definitions of the release that is being built, by their numbers. */
export type Ground = {
  places: Places
  /** By position. */
  indicators: readonly Indicator[]
  positions: ReadonlyMap<string, number>
  /** Ascending by inhabitants. */
  municipalities: readonly (Sized & { place: number })[]
  /** `all` first. */
  groups: readonly Fixed[]
  /** By the indicator's position. */
  latest: ReadonlyMap<number, number>
}

export async function readGround(connection: DuckDBConnection, latest: ReadonlyMap<number, number>): Promise<Ground> {
  const indicators = await definitions<Indicator>(connection, 'indicator')
  const municipalities = await definitions<Municipality>(connection, 'municipality')
  const groups = await definitions<Group>(connection, 'comparison_group')
  const places = await readPlaces((sql) => rowsOf(connection, sql))
  const numberOf = (code: string) => places.numbers.get(code)!
  return {
    places,
    indicators,
    positions: new Map(indicators.map(({ id }, position) => [id, position])),
    municipalities: municipalities
      .map(({ code, population }) => ({ code, population, place: numberOf(code) }))
      .sort((a, b) => a.population - b.population || (a.code < b.code ? -1 : 1)),
    groups: groups
      .map(({ id, kind, members }, number) => ({ number, id, kind, codes: members, places: members.map(numberOf) }))
      .filter(({ kind }) => kind !== 'similar')
      .sort((a, b) => Number(b.id === 'all') - Number(a.id === 'all') || a.number - b.number),
    latest,
  }
}

async function definitions<T>(connection: DuckDBConnection, table: string): Promise<T[]> {
  const rows = await rowsOf<{ definition: string }>(
    connection,
    `SELECT definition::TEXT AS definition FROM ${table} ORDER BY position`,
  )
  return rows.map(({ definition }) => JSON.parse(definition) as T)
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { Catalogue } from '../../data/catalogue/build.ts'
import { rowsOf } from '../../data/store/duckdb.ts'
import type { DefinitionTable } from '../../data/store/release-questions.ts'
import type { Stored } from './stored.ts'

/** An indicator, municipality or group by its id or code, as JSON. */
export type Definition = { id: string; definition: string }
/** Each list in the order of positions. */
export type Definitions = Readonly<Record<DefinitionTable, readonly Definition[]>>

/** Indicators, municipalities and groups as they stand now. */
export function definitionsOf(catalogue: Catalogue, stored: Stored): Definitions {
  const reviewed = [...catalogue.indicators, ...catalogue.bases.filter(({ id }) => stored.present.has(id))]
  const known = new Map(reviewed.map((indicator) => [indicator.id, JSON.stringify(indicator)]))
  const declared = stored.declared.map(identified).filter(({ id }) => !known.has(id))
  const groups = catalogue.groups.map((group) => ({ id: group.id, definition: JSON.stringify(group) }))
  return {
    indicator: [...Array.from(known, ([id, definition]) => ({ id, definition })), ...declared],
    municipality: catalogue.municipalities.map((municipality) => ({
      id: municipality.code,
      definition: JSON.stringify(municipality),
    })),
    comparison_group: [...groups, ...stored.groups.map(identified)],
  }
}

const identified = (definition: string): Definition => ({ id: JSON.parse(definition).id, definition })

/** Writes the definitions, so that a release keeps its own. */
export async function writeDefinitions(connection: DuckDBConnection, definitions: Definitions): Promise<void> {
  for (const table of ['indicator', 'municipality', 'comparison_group'] as const) {
    await addDefinitions(connection, table, definitions[table], 0)
  }
}

/** @param from position of the first */
async function addDefinitions(
  connection: DuckDBConnection,
  table: DefinitionTable,
  definitions: readonly Definition[],
  from: number,
): Promise<void> {
  const appender = await connection.createAppender(table)
  definitions.forEach(({ id, definition }, index) => {
    appender.appendVarchar(id)
    appender.appendInteger(from + index)
    appender.appendVarchar(definition)
    appender.endRow()
  })
  appender.closeSync()
}

const IDS = { indicator: 'id', municipality: 'code', comparison_group: 'id' } as const

/** The definitions that a release holds. @param database that it is attached as */
export async function readDefinitions(
  connection: DuckDBConnection,
  table: DefinitionTable,
  database: string,
): Promise<Definition[]> {
  return rowsOf<Definition>(
    connection,
    `SELECT ${IDS[table]} AS id, definition::TEXT AS definition FROM ${database}.${table} ORDER BY position`,
  )
}

/** Puts indicators in the place of those that are there, and the new ones after them. @param before those that are there */
export async function replaceIndicators(
  connection: DuckDBConnection,
  before: readonly Definition[],
  now: readonly Definition[],
): Promise<void> {
  const differing = new Map(
    now.flatMap(({ definition }, position) =>
      position < before.length && before[position]!.definition !== definition ? [[position, definition]] : [],
    ),
  )
  await redefine(connection, differing)
  await addDefinitions(connection, 'indicator', now.slice(before.length), before.length)
}

/** Gives indicators other definitions. @param definitions by position */
export async function redefine(connection: DuckDBConnection, definitions: ReadonlyMap<number, string>): Promise<void> {
  if (definitions.size === 0) return
  await connection.run('CREATE TEMP TABLE redefined (position INTEGER, definition VARCHAR)')
  const appender = await connection.createAppender('redefined', 'main', 'temp')
  for (const [position, definition] of definitions) {
    appender.appendInteger(position)
    appender.appendVarchar(definition)
    appender.endRow()
  }
  appender.closeSync()
  await connection.run(
    'UPDATE indicator SET definition = redefined.definition FROM redefined WHERE redefined.position = indicator.position',
  )
  await connection.run('DROP TABLE temp.redefined')
}

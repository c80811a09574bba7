import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../data/store/duckdb.ts'
import { conditionOf, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { readSums, type Sums } from './stored-sums.ts'

/** What the figures say of themselves; definitions are JSON as they stand in the store. */
export type Stored = Pick<Manifest, 'sample' | 'sources'> & {
  unpublished: boolean
  declared: string[]
  /** Ids of the indicators that have figures, of municipalities or units. */
  present: ReadonlySet<string>
  sums: Sums
  groups: string[]
}

/** Reads whether the stored figures are invented, where they are from, the indicators and groups that came with them, and sums of them. */
export async function describeStored(home: Home): Promise<Stored> {
  const figures = await openFigures(home.figures)
  try {
    const { connection } = figures
    const definitions = async (table: 'declared_indicator' | 'loaded_group') =>
      (await rowsOf<{ definition: string }>(connection, `SELECT definition FROM ${table} ORDER BY id`)).map(
        ({ definition }) => definition,
      )
    const sums = await readSums(connection)
    return {
      ...(await conditionOf(connection)),
      sources: await rowsOf<Manifest['sources'][number]>(
        connection,
        'SELECT source, rows::INTEGER AS rows, loaded_at AS "loadedAt", file FROM delivery ORDER BY source, loaded_at, file',
      ),
      declared: await definitions('declared_indicator'),
      present: new Set([...sums.figures.keys(), ...(await byUnit(connection))]),
      sums,
      groups: await definitions('loaded_group'),
    }
  } finally {
    figures.close()
  }
}

async function byUnit(connection: DuckDBConnection): Promise<string[]> {
  const rows = await rowsOf<{ indicator: string }>(connection, 'SELECT DISTINCT indicator FROM unit_figure')
  return rows.map(({ indicator }) => indicator)
}

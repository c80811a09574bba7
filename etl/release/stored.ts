import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../data/store/duckdb.ts'
import { conditionOf, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'

/** What the figures say of themselves; definitions are JSON as they stand in the store. */
export type Stored = Pick<Manifest, 'sample' | 'sources'> & {
  unpublished: boolean
  declared: string[]
  /** Ids of the indicators that have figures. */
  present: ReadonlySet<string>
  groups: string[]
}

/** Reads whether the stored figures are invented, where they are from, and the indicators and groups that came with them. */
export async function describeStored(home: Home): Promise<Stored> {
  const figures = await openFigures(home.figures)
  try {
    const { connection } = figures
    const definitions = async (table: 'declared_indicator' | 'loaded_group') =>
      (await rowsOf<{ definition: string }>(connection, `SELECT definition FROM ${table} ORDER BY id`)).map(
        ({ definition }) => definition,
      )
    return {
      ...(await conditionOf(connection)),
      sources: await rowsOf<Manifest['sources'][number]>(
        connection,
        'SELECT source, rows::INTEGER AS rows, loaded_at AS "loadedAt", file FROM delivery ORDER BY source, loaded_at, file',
      ),
      declared: await definitions('declared_indicator'),
      present: await presentIn(connection),
      groups: await definitions('loaded_group'),
    }
  } finally {
    figures.close()
  }
}

async function presentIn(connection: DuckDBConnection): Promise<Set<string>> {
  const rows = await rowsOf<{ indicator: string }>(
    connection,
    `SELECT id AS indicator FROM indicator WHERE number IN (SELECT DISTINCT indicator FROM stored_figure)
     UNION SELECT indicator FROM unit_figure`,
  )
  return new Set(rows.map(({ indicator }) => indicator))
}

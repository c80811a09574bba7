import type { DuckDBConnection } from '@duckdb/node-api'
import { RowWriter } from '../../../data/store/columns.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { takenOver } from './unchanged.ts'

/** Tables that are made in the order of indicators, and in what order they then stand in the release. */
const ORDERS = {
  reckoned: 'indicator',
  noise: 'indicator, sex, up_to',
  statistics: 'members, sex, indicator',
  yearly_statistics: 'sex, period, indicator',
  standing: 'place, sex, indicator',
  group_rank: 'members, place, sex, indicator',
  rank_limit: 'indicator, sex, place',
} as const

type Made = keyof typeof ORDERS
export type Writers = Readonly<Record<Made, RowWriter>>

const TABLES = Object.keys(ORDERS) as Made[]
const draft = (table: Made) => `made_${table}`

/** Begins to write: into tables that vanish with the connection. */
export async function openWriters(connection: DuckDBConnection): Promise<Writers> {
  const writers: Partial<Record<Made, RowWriter>> = {}
  for (const table of TABLES) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${draft(table)} AS FROM ${table} LIMIT 0`)
    writers[table] = await RowWriter.to(connection, draft(table), true)
  }
  return writers as Writers
}

/** Puts what was written into the release, each table in its order. @param withEarlier together with what still holds of an earlier one */
export async function keepInOrder(connection: DuckDBConnection, writers: Writers, withEarlier: boolean): Promise<void> {
  for (const table of TABLES) {
    writers[table].close()
    const earlier = withEarlier ? `UNION ALL ${takenOver(table, await columnsOf(connection, table))}` : ''
    await connection.run(`INSERT INTO ${table} FROM (FROM temp.${draft(table)} ${earlier}) ORDER BY ${ORDERS[table]}`)
    await connection.run(`DROP TABLE temp.${draft(table)}`)
  }
}

async function columnsOf(connection: DuckDBConnection, table: Made): Promise<string[]> {
  const columns = await rowsOf<{ column_name: string }>(connection, `DESCRIBE ${table}`)
  return columns.map(({ column_name }) => column_name)
}

import { type DuckDBConnection, DuckDBTypeId } from '@duckdb/node-api'
import { ABSENT, RowWriter } from '../../../data/store/columns.ts'
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
    const columns = await columnsOf(connection, table)
    const names = columns.map(({ column_name }) => column_name)
    const earlier = withEarlier ? `UNION ALL ${takenOver(table, names)}` : ''
    const made = `SELECT ${columns.map(cellOf).join()} FROM temp.${draft(table)}`
    await connection.run(`INSERT INTO ${table} FROM (${made} ${earlier}) ORDER BY ${ORDERS[table]}`)
    await connection.run(`DROP TABLE temp.${draft(table)}`)
  }
}

type Described = { column_name: string; column_type: string }

/** SQL for what was written in a column, where a number of its type stands for none. */
function cellOf({ column_name: name, column_type: type }: Described): string {
  if (type === 'DOUBLE') return `CASE WHEN NOT isnan(${name}) THEN ${name} END AS ${name}`
  const absent = ABSENT[DuckDBTypeId[type as keyof typeof DuckDBTypeId]]
  return absent === undefined ? name : `CASE WHEN ${name} <> ${absent} THEN ${name} END AS ${name}`
}

const columnsOf = (connection: DuckDBConnection, table: Made): Promise<Described[]> =>
  rowsOf<Described>(connection, `DESCRIBE ${table}`)

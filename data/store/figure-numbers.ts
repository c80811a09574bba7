import type { DuckDBConnection } from '@duckdb/node-api'
import type { Parameters } from './duckdb.ts'
import { figureSources } from './figure.ts'

/** What figures refer to by number, and by what texts each is known. */
const NUMBERED = {
  indicator: ['id'],
  place: ['code'],
  mark: ['status', 'token'],
  origin: ['source', 'loaded_at'],
} as const

/** SQL for the list of sources, in which a delivery numbers them from 0. */
export const SOURCES = `['${figureSources.join("', '")}']`

/** SQL for a sex by its number, and for the number of a sex. */
export const SEX_TOLD = `['T', 'K', 'M'][sex + 1]`
const SEX_NUMBERED = `coalesce(list_position(['T', 'K', 'M'], sex), 0) - 1`

/** SQL that holds where both tables tell the same texts. */
const same = (table: keyof typeof NUMBERED, other: string, names: readonly string[] = NUMBERED[table]) =>
  NUMBERED[table].map((text, at) => `${table}.${text} IS NOT DISTINCT FROM ${other}.${names[at]}`).join(' AND ')

/** Numbers texts that have none yet. @param select one of the tables' texts, each any number of times */
export async function numberTexts(
  connection: DuckDBConnection,
  table: keyof typeof NUMBERED,
  select: string,
  parameters?: Parameters,
): Promise<void> {
  const texts = NUMBERED[table].join(', ')
  await connection.run(
    `INSERT INTO ${table}
     SELECT (SELECT coalesce(max(number), 0) FROM ${table}) + row_number() OVER (ORDER BY ${texts}), ${texts}
     FROM (SELECT DISTINCT ${texts} FROM (${select})) AS told ANTI JOIN ${table} ON ${same(table, 'told')}`,
    parameters,
  )
}

/**
 * SQL for the numbers that a delivery's own numbers stand for: columns `told` and `number`.
 * @param list table of a delivery's numbers with the texts
 */
export const numbersOf = (table: keyof typeof NUMBERED, list: string): string =>
  `SELECT ${list}.number AS told, ${table}.number FROM ${list} JOIN ${table} ON ${same(table, list)}`

/** Stores figures, or what they were, that are told in texts. @param told SQL for rows as in the view of that name */
export async function storeTold(
  connection: DuckDBConnection,
  table: 'figure' | 'revision',
  told: string,
): Promise<void> {
  await numberTexts(connection, 'indicator', `SELECT indicator AS id FROM (${told})`)
  await numberTexts(connection, 'place', `SELECT municipality AS code FROM (${told})`)
  await numberTexts(
    connection,
    'mark',
    `SELECT status, token FROM (${told}) WHERE status IS NOT NULL OR token IS NOT NULL`,
  )
  await numberTexts(connection, 'origin', `SELECT source, loaded_at FROM (${told})`)
  await connection.run(`
    INSERT INTO stored_${table} BY NAME
    SELECT told.* EXCLUDE (municipality, status, token, source, loaded_at)
      REPLACE (indicator.number AS indicator, ${SEX_NUMBERED} AS sex), place.number AS place, mark.number AS mark, origin.number AS origin
    FROM (${told}) AS told JOIN indicator ON ${same('indicator', 'told', ['indicator'])}
      JOIN place ON ${same('place', 'told', ['municipality'])}
      LEFT JOIN mark ON ${same('mark', 'told')} JOIN origin ON ${same('origin', 'told')}`)
}

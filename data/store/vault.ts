import { readFileSync, rmSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { AREAS } from '../instruments/asi-columns.ts'
import type { Column, Instrument } from '../instruments/definition.ts'
import { instruments } from '../instruments/index.ts'
import { type Database, identifier, inTransaction, openLocked, openWritable, rowsOf } from './duckdb.ts'
import { personViews } from './vault-persons.ts'

/**
 * Opens the vault for writing, making its tables and views where they lack.
 *
 * Tables `asi` and `ubu`: `municipality` (4-digit code), `year`, `month` (YYYY-MM), `pseudo_id`, `extract`, `row` (of the
 * spreadsheet), then every further column of the extract under its own id (TEXT for codes in the catalogue's spelling,
 * SMALLINT for whole numbers, DOUBLE for kronor; NULL = missing), `not_applicable` (ids of the missing ones that were
 * answered N; the others were not answered), and in `asi` the composite scores `<area>_sammanvagt`.
 *
 * Views, one row a person (`vault-persons.ts`): `asi_baseline`, `asi_followup`, `asi_change`, `ubu_yearly`, `ubu_closing`.
 */
export async function openVault(path: string, memoryMb?: number): Promise<Database> {
  rmSync(`${path}.tmp`, { recursive: true, force: true }) // what an interrupted load spilled
  const vault = await openWritable(path, memoryMb)
  await vault.connection.run(readFileSync(new URL('vault.sql', import.meta.url), 'utf8'))
  for (const instrument of instruments) {
    await vault.connection.run(tableOf(instrument))
    for (const view of personViews(instrument)) await vault.connection.run(view)
  }
  return vault
}

/** Opens the vault to read. @throws Error when there is none */
export function readVault(path: string, memoryMb?: number): Promise<Database> {
  return openLocked(path, memoryMb)
}

/** A column of the vault's table of an instrument, and its SQL type. */
export interface VaultColumn {
  name: string
  type: 'TEXT' | 'SMALLINT' | 'INTEGER' | 'DOUBLE' | 'TEXT[]'
}

/** The columns of an instrument's table in their order, as `openVault` describes them. */
export function vaultColumns(instrument: Instrument): VaultColumn[] {
  return [
    { name: 'municipality', type: 'TEXT' },
    { name: 'year', type: 'INTEGER' },
    { name: 'month', type: 'TEXT' },
    { name: 'pseudo_id', type: 'TEXT' },
    { name: 'extract', type: 'TEXT' },
    { name: 'row', type: 'INTEGER' },
    ...answerColumns(instrument).map((column) => ({ name: column.id, type: typeOf(column) })),
    { name: 'not_applicable', type: 'TEXT[]' },
    ...scoreColumns(instrument).map((name) => ({ name, type: 'DOUBLE' as const })),
  ]
}

/** The extract's columns that the vault keeps under their own id. */
export function answerColumns(instrument: Instrument): Column[] {
  return instrument.columns.filter(({ content }) => content.kind in ANSWER_TYPES)
}

/** The computed columns of an instrument's table: ASI's composite scores, rounded to six decimals. */
export function scoreColumns(instrument: Instrument): string[] {
  return instrument.id === 'asi' ? AREAS.map((area) => `${area.id}_sammanvagt`) : []
}

const ANSWER_TYPES = { code: 'TEXT', whole: 'SMALLINT', amount: 'DOUBLE' } as const

function typeOf({ content }: Column): VaultColumn['type'] {
  return ANSWER_TYPES[content.kind as keyof typeof ANSWER_TYPES]
}

function tableOf(instrument: Instrument): string {
  const columns = vaultColumns(instrument).map(({ name, type }) => `${identifier(name)} ${type}`)
  return `CREATE TABLE IF NOT EXISTS ${identifier(instrument.id)} (${columns.join(', ')})`
}

/** A year of a municipality, and how many rows stand for it. */
export interface Part {
  municipality: string
  year: number
  rows: number
}

/** What the vault holds of one extract. */
export interface Extract {
  id: string
  instrument: Instrument['id']
  rows: number
  sample: boolean
  loadedAt: string
  parts: Part[]
}

/** Every extract of which something stands in the vault, the latest first. */
export async function listExtracts(connection: DuckDBConnection): Promise<Extract[]> {
  const extracts = await rowsOf<Omit<Extract, 'parts'>>(
    connection,
    'SELECT id, instrument, rows, sample, loaded_at AS "loadedAt" FROM extract ORDER BY loaded_at DESC, id',
  )
  const parts = await rowsOf<Part & { extract: string }>(
    connection,
    'SELECT extract, municipality, year, rows FROM extract_part ORDER BY municipality, year',
  )
  return extracts.map((extract) => ({
    ...extract,
    parts: parts.filter((part) => part.extract === extract.id).map(({ extract: _, ...part }) => part),
  }))
}

/**
 * Takes an extract's rows out again, in one transaction. What it had replaced does not come back.
 * @returns the years of municipalities that lost their rows
 * @throws Error when the vault holds no such extract
 */
export async function withdraw(connection: DuckDBConnection, id: string): Promise<Part[]> {
  const parts = await inTransaction(connection, async () => {
    const extract = (await listExtracts(connection)).find((candidate) => candidate.id === id)
    if (!extract) throw new Error(`Uttaget ${id} finns inte. / There is no extract ${id}.`)
    await removeExtract(connection, id, extract.instrument)
    return extract.parts
  })
  await connection.run('CHECKPOINT')
  return parts
}

/**
 * Takes every row of a person out, of whatever instrument and extract, in one transaction. The extract that they came with
 * stays known: loaded again as it was, it does not bring them back.
 * @returns the years that lost rows, in order; none where there is no such person
 */
export async function forgetPerson(
  connection: DuckDBConnection,
  municipality: string,
  pseudonym: string,
): Promise<number[]> {
  const years = new Set<number>()
  await inTransaction(connection, async () => {
    for (const { id } of instruments) {
      const gone = await rowsOf<{ year: number }>(
        connection,
        `DELETE FROM ${identifier(id)} WHERE municipality = $1 AND pseudo_id = $2 RETURNING year`,
        [municipality, pseudonym],
      )
      for (const { year } of gone) years.add(year)
    }
  })
  await connection.run('CHECKPOINT')
  return [...years].sort((a, b) => a - b)
}

/** Takes away an extract and its rows, inside the caller's transaction. */
export async function removeExtract(
  connection: DuckDBConnection,
  id: string,
  instrument: Instrument['id'],
): Promise<void> {
  await connection.run(`DELETE FROM ${identifier(instrument)} WHERE extract = $1`, [id])
  await connection.run('DELETE FROM extract_part WHERE extract = $1', [id])
  await connection.run('DELETE FROM extract WHERE id = $1', [id])
}

/** Empties the vault: the first real load does so to the sample. */
export function emptyVault(connection: DuckDBConnection): Promise<void> {
  return inTransaction(connection, async () => {
    for (const table of ['extract_part', 'extract', ...instruments.map(({ id }) => id)]) {
      await connection.run(`DELETE FROM ${identifier(table)}`)
    }
  })
}

import { createHash } from 'node:crypto'
import { type DuckDBConnection, listValue } from '@duckdb/node-api'
import type { Instrument } from '../../data/instruments/definition.ts'
import type { ExtractMapping } from '../../data/model/extract-mapping.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Database, identifier, inTransaction, rowsOf } from '../../data/store/duckdb.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { emptyVault, listExtracts, type Part, removeExtract } from '../../data/store/vault.ts'
import { type CheckOptions, checkExtract } from '../check/extract.ts'
import type { Report } from '../check/report.ts'
import { type ExtractRow, readRows } from '../check/rows.ts'
import { type Problem, RULES } from '../check/rules.ts'
import { VaultWriter } from './vault-writer.ts'

/** What a load did to the vault; null where the extract was refused and nothing was stored. */
interface Stored {
  extract: string
  parts: Part[]
  /** The very same extract already stood there. */
  unchanged: boolean
  /** The invented clients were taken away because these are real. */
  sampleEmptied: boolean
}

export interface LoadReport extends Report {
  stored: Stored | null
}

export type ExtractOptions = Omit<CheckOptions, 'vault'>

/**
 * Checks the files, which together are one extract, and stores their rows in one transaction: in place of everything
 * the vault holds of the same years of the same municipalities. A refused extract never reaches the vault.
 */
export async function loadExtract(
  files: string[],
  instrument: Instrument,
  options: ExtractOptions,
  vault: Database,
): Promise<LoadReport> {
  const hashes = await Promise.all(files.map((file) => sha256Of(file).catch(() => '')))
  const id = extractId(hashes, instrument, options.mapping)
  const { report, parts } = await checkExtract(files, instrument, { ...options, vault: vault.connection })
  if (!report.ok) return { ...report, stored: null }
  if (await isStored(vault, id, parts))
    return { ...report, stored: { extract: id, parts, unchanged: true, sampleEmptied: false } }
  const sampleEmptied = await holdsSample(vault)
  if (sampleEmptied) await emptyVault(vault.connection)
  await store(vault, instrument, { id, parts, sample: false }, rowsOfFiles(files, instrument, options))
  return { ...report, stored: { extract: id, parts, unchanged: false, sampleEmptied } }
}

/** Stores invented clients in place of all the invented ones of the instrument. @returns what now stands there */
export async function storeSample(rows: Iterable<ClientRow>, instrument: Instrument, vault: Database): Promise<Part[]> {
  const { connection } = vault
  const id = `${instrument.id}-sample`
  const parts = new Map<string, Part>()
  await inTransaction(connection, async () => {
    await removeExtract(connection, id, instrument.id)
    const writer = await VaultWriter.open(connection, instrument, id)
    for (const row of rows) {
      countPart(parts, row)
      writer.add(extractRow(row, writer.rows + HEADER_ROWS + 1))
    }
    writer.close()
    await note(vault, instrument, { id, parts: [...parts.values()], sample: true }, writer.rows)
  })
  await connection.run('CHECKPOINT')
  return [...parts.values()]
}

const HEADER_ROWS = 1

function extractRow(values: ClientRow, row: number): ExtractRow {
  const notApplicable = Object.keys(values).filter((id) => values[id] === 'N')
  if (notApplicable.length === 0) return { row, values, notApplicable }
  return { row, values: { ...values, ...Object.fromEntries(notApplicable.map((id) => [id, null])) }, notApplicable }
}

function countPart(parts: Map<string, Part>, { kommun, manad }: ClientRow): void {
  const [municipality, year] = [String(kommun), Number(String(manad).slice(0, 4))]
  const part = parts.get(`${municipality} ${year}`) ?? { municipality, year, rows: 0 }
  part.rows += 1
  parts.set(`${municipality} ${year}`, part)
}

type NewExtract = { id: string; parts: Part[]; sample: boolean }
async function store(
  vault: Database,
  instrument: Instrument,
  extract: NewExtract,
  rows: AsyncIterable<ExtractRow>,
): Promise<void> {
  const { connection } = vault
  await inTransaction(connection, async () => {
    await removeParts(connection, instrument, extract.parts)
    await connection.run('DELETE FROM extract WHERE instrument = $1 AND id NOT IN (SELECT extract FROM extract_part)', [
      instrument.id,
    ])
    const writer = await VaultWriter.open(connection, instrument, extract.id)
    for await (const row of rows) writer.add(row)
    writer.close()
    await note(vault, instrument, extract, writer.rows)
  })
  await connection.run('CHECKPOINT')
}

/** Takes away what stands of these years, whatever extract it came from: in one statement, however many they are. */
async function removeParts(connection: DuckDBConnection, instrument: Instrument, parts: Part[]): Promise<void> {
  const keys = listValue(parts.map(({ municipality, year }) => `${municipality} ${year}`))
  const isPart = "list_contains($keys, municipality || ' ' || year)"
  await connection.run(`DELETE FROM ${identifier(instrument.id)} WHERE ${isPart}`, { keys })
  await connection.run(`DELETE FROM extract_part WHERE instrument = $instrument AND ${isPart}`, {
    keys,
    instrument: instrument.id,
  })
}

async function note({ connection }: Database, instrument: Instrument, { id, parts, sample }: NewExtract, rows: number) {
  await connection.run('INSERT OR REPLACE INTO extract VALUES ($1, $2, $3, $4, $5)', [
    id,
    instrument.id,
    rows,
    sample,
    new Date().toISOString(),
  ])
  for (const part of parts) {
    await connection.run('INSERT INTO extract_part VALUES ($1, $2, $3, $4, $5)', [
      id,
      instrument.id,
      part.municipality,
      part.year,
      part.rows,
    ])
  }
}

/** The rows once more, by the same path as they were checked. A file that changed meanwhile is stopped at. */
async function* rowsOfFiles(files: string[], instrument: Instrument, options: ExtractOptions) {
  const stop = ({ rule }: Problem): void => {
    if (RULES[rule].severity === 'error')
      throw new Error('Filen ändrades medan den lästes in. / The file changed while it was being loaded.')
  }
  for (const file of files) yield* readRows(file, instrument, stop, options)
}

/** The same files, in whatever order, read in the same way are the same extract. @param hashes SHA-256 of each file */
export function extractId(hashes: string[], { id }: Pick<Instrument, 'id'>, mapping?: ExtractMapping | null): string {
  const read = mapping ? [JSON.stringify(mapping)] : []
  const digest = createHash('sha256')
    .update([...hashes.toSorted(), ...read].join(' '))
    .digest('hex')
  return `${id}-${digest.slice(0, 12)}`
}

async function isStored(vault: Database, id: string, parts: Part[]): Promise<boolean> {
  const found = (await listExtracts(vault.connection)).find((extract) => extract.id === id)
  const key = ({ municipality, year, rows }: Part): string => `${municipality} ${year} ${rows}`
  return found !== undefined && found.parts.map(key).sort().join() === parts.map(key).sort().join()
}

async function holdsSample(vault: Database): Promise<boolean> {
  return (await rowsOf(vault.connection, 'SELECT 1 FROM extract WHERE sample LIMIT 1')).length > 0
}

import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { ExtractMapping } from '../model/extract-mapping.ts'
import { append } from './audit.ts'
import type { UploadTables } from './upload-tables.ts'
import type { Reading, Writing } from './workspace.ts'

type Row = Selectable<UploadTables['mapping']>

/** A mapping that is kept, and whose it is. */
export interface KeptMapping {
  id: string
  municipality: string
  system: string
  shared: boolean
  changedAt: string
  mapping: ExtractMapping
}

const kept = ({ id, municipality, system, shared, changed_at, body }: Row): KeptMapping => ({
  id,
  municipality,
  system,
  shared: shared === 1,
  changedAt: changed_at,
  mapping: ExtractMapping.parse(JSON.parse(body)),
})

/** Every mapping that is kept, the latest first. */
export async function listMappings(read: Reading): Promise<KeptMapping[]> {
  const rows = await read.selectFrom('mapping').selectAll().orderBy('changed_at', 'desc').orderBy('id').execute()
  return rows.map(kept)
}

/** The mapping of that id. */
export async function mappingOf(read: Reading, id: string): Promise<KeptMapping | undefined> {
  const row = await read.selectFrom('mapping').selectAll().where('id', '=', id).executeTakeFirst()
  return row && kept(row)
}

/** What a municipality may use: its own mappings first, then those that others with the same system have shared. */
export async function mappingsFor(read: Reading, municipality: string): Promise<KeptMapping[]> {
  const all = await listMappings(read)
  const own = all.filter((mapping) => mapping.municipality === municipality)
  return [...own, ...all.filter((mapping) => mapping.municipality !== municipality && mapping.shared)]
}

type NewMapping = { municipality: string; mapping: ExtractMapping; shared: boolean; account: string }

/** Keeps a mapping in place of the municipality's earlier one of the same instrument and system. @returns its id */
export async function keepMapping(
  transaction: Writing,
  { municipality, mapping, shared, account }: NewMapping,
): Promise<string> {
  const row = {
    municipality,
    instrument: mapping.instrument,
    system: mapping.system ?? '',
    body: JSON.stringify(mapping),
    shared: shared ? (1 as const) : (0 as const),
    account,
    changed_at: new Date().toISOString(),
  }
  const { id } = await transaction
    .insertInto('mapping')
    .values({ id: randomBytes(16).toString('base64url'), ...row })
    .onConflict((conflict) => conflict.columns(['municipality', 'instrument', 'system']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(transaction, {
    actor: account,
    action: 'mapping.kept',
    object: id,
    body: { municipality, instrument: mapping.instrument, shared },
  })
  return id
}

/** Takes a mapping away. */
export async function dropMapping(transaction: Writing, id: string, account: string): Promise<void> {
  await transaction.deleteFrom('mapping').where('id', '=', id).execute()
  await append(transaction, { actor: account, action: 'mapping.dropped', object: id })
}

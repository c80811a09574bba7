import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { KeptSource } from '../../model/answers/shelf.ts'
import type { Source } from '../../model/shelf/source.ts'
import { type ShelfTables, shelfTables } from '../shelf-tables.ts'
import type { Reading, Writing } from '../workspace.ts'
import { index } from './words.ts'

type Row = Selectable<ShelfTables['shelf_source']>

const kept = ({ account, saved_at, bytes, by, ...row }: Row & { by: string | null }): KeptSource => ({
  ...row,
  bytes: bytes === null ? null : Number(bytes),
  by: by ?? '',
  savedAt: saved_at,
})

/** Sources with the name of who saved them last. */
const named = (read: Reading) =>
  read
    .selectFrom('shelf_source')
    .leftJoin('account', 'account.id', 'shelf_source.account')
    .selectAll('shelf_source')
    .select('account.name as by')

/** Every source without its text, the latest first. */
export async function listSources(read: Reading): Promise<KeptSource[]> {
  const rows = await named(read).orderBy('saved_at', 'desc').orderBy('shelf_source.id').execute()
  return rows.map(kept)
}

export async function sourceOf(read: Reading, id: string): Promise<KeptSource | null> {
  const row = await named(read).where('shelf_source.id', '=', id).executeTakeFirst()
  return row ? kept(row) : null
}

export async function textOf(read: Reading, source: string): Promise<string> {
  const row = await read.selectFrom('shelf_text').select('text').where('source', '=', source).executeTakeFirst()
  return row?.text ?? ''
}

/** `stale`: another was first; `source` is theirs. */
type Shelved = { state: 'saved' | 'stale'; source: KeptSource | null }

/**
 * Puts a source on the shelf, or changes what is said of it, over the version that its writer saw; 0 where it is new.
 * @returns theirs where another was first: nothing is overwritten
 */
export async function saveSource(
  transaction: Writing,
  { id, base, source, account }: { id: string; base: number; source: Source; account: string },
): Promise<Shelved> {
  const before = await sourceOf(transaction, id)
  if ((before?.version ?? 0) !== base) return { state: 'stale', source: before }
  const row = { ...source, version: base + 1, account, saved_at: new Date().toISOString() }
  await transaction
    .insertInto('shelf_source')
    .values({ id, letters: 0, bytes: null, sha256: null, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await index(transaction, id, source, await textOf(transaction, id))
  return { state: 'saved', source: await sourceOf(transaction, id) }
}

/** The source's own words, which stay when the page goes, in place of those before. */
export async function saveText(transaction: Writing, source: KeptSource, text: string): Promise<void> {
  await transaction
    .insertInto('shelf_text')
    .values({ source: source.id, text })
    .onConflict((conflict) => conflict.column('source').doUpdateSet({ text }))
    .execute()
  await change(transaction, source, { letters: text.length })
  await index(transaction, source.id, source, text)
}

/** Characters of a piece: three bytes become four. */
const PIECE = 512 * 1024

/** The source's PDF as it is, in place of the one before. Nothing of it is read. */
export async function saveFile(transaction: Writing, source: KeptSource, file: Buffer): Promise<void> {
  await transaction.deleteFrom('shelf_piece').where('source', '=', source.id).execute()
  const data = file.toString('base64')
  for (let place = 0; place * PIECE < data.length; place++)
    await transaction
      .insertInto('shelf_piece')
      .values({ source: source.id, place, data: data.slice(place * PIECE, (place + 1) * PIECE) })
      .execute()
  const sha256 = createHash('sha256').update(file).digest('hex')
  await change(transaction, source, { bytes: file.length, sha256 })
}

/** The PDF as it came; null where there is none. */
export async function fileOf(read: Reading, source: string): Promise<Buffer | null> {
  const pieces = await read
    .selectFrom('shelf_piece')
    .select('data')
    .where('source', '=', source)
    .orderBy('place')
    .execute()
  return pieces.length === 0 ? null : Buffer.from(pieces.map(({ data }) => data).join(''), 'base64')
}

async function change(transaction: Writing, { id, version }: KeptSource, what: Partial<Row>): Promise<void> {
  await transaction
    .updateTable('shelf_source')
    .set({ ...what, version: version + 1, saved_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Takes a source away with its text and its file. */
export async function removeSource(transaction: Writing, id: string): Promise<void> {
  for (const table of [...shelfTables].reverse())
    await transaction
      .deleteFrom(table)
      .where(table === 'shelf_source' ? 'id' : ('source' as never), '=', id as never)
      .execute()
}

/** Bytes of all kept files together. */
export async function bytesOnShelf(read: Reading): Promise<number> {
  const row = await read
    .selectFrom('shelf_source')
    .select(({ fn }) => fn.sum('bytes').as('bytes'))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

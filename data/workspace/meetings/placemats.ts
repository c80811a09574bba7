import { KEPT_MS } from '../keeping.ts'
import { digestOfSecret } from '../secret-text.ts'
import type { Reading, Writing } from '../workspace.ts'
import { plain, randomCode } from './doors.ts'

const LENGTH = 12

/** A code for a link that shows one municipality's placemat; the one before it no longer does. */
export async function newPlacematCode(
  transaction: Writing,
  meeting: string,
  municipality: string,
): Promise<{ code: string; until: string }> {
  await transaction
    .deleteFrom('meeting_placemat')
    .where('meeting', '=', meeting)
    .where('municipality', '=', municipality)
    .execute()
  const code = randomCode(LENGTH)
  const until = new Date(Date.now() + KEPT_MS.placemat).toISOString()
  await transaction
    .insertInto('meeting_placemat')
    .values({ code_hash: digestOfSecret(plain(code)), meeting, municipality, until })
    .execute()
  return { code, until }
}

/** Whose placemat a code shows; null for one that shows none, or none any more. */
export async function placematOfCode(
  read: Reading,
  code: string,
): Promise<{ meeting: string; municipality: string } | null> {
  const row = await read
    .selectFrom('meeting_placemat')
    .select(['meeting', 'municipality'])
    .where('code_hash', '=', digestOfSecret(plain(code)))
    .where('until', '>', new Date().toISOString())
    .executeTakeFirst()
  return row ?? null
}

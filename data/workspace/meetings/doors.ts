import { randomInt } from 'node:crypto'
import { KEPT_MS } from '../keeping.ts'
import { digestOfSecret, randomSecret } from '../secret-text.ts'
import type { Reading, Writing } from '../workspace.ts'

/** Letters and digits that are not taken for one another when read from a screen. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8

/** How a code is written whatever was typed: upper case, without spaces and dashes. */
export const plain = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

const inADay = (now = Date.now()): string => new Date(now + KEPT_MS.guest).toISOString()

/** A code of so many letters, four by four: `K7MP-3QRT`. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-')

/** A new code that opens the session for a day; those before it no longer do. */
export async function newCode(transaction: Writing, meeting: string): Promise<{ code: string; until: string }> {
  await closeDoors(transaction, meeting)
  const code = randomCode(LENGTH)
  const until = inADay()
  await transaction
    .insertInto('meeting_code')
    .values({ code_hash: digestOfSecret(plain(code)), meeting, until })
    .execute()
  return { code, until }
}

/** No code opens the session any more; guests who are in stay. */
export async function closeDoors(transaction: Writing, meeting: string): Promise<void> {
  await transaction.deleteFrom('meeting_code').where('meeting', '=', meeting).execute()
}

/** The session that a code opens; null for one that opens none, or none any more. */
export async function meetingOfCode(read: Reading, code: string): Promise<string | null> {
  const row = await read
    .selectFrom('meeting_code')
    .select('meeting')
    .where('code_hash', '=', digestOfSecret(plain(code)))
    .where('until', '>', new Date().toISOString())
    .executeTakeFirst()
  return row?.meeting ?? null
}

/** A token that lets a participant in again for a day. */
export async function newPass(transaction: Writing, meeting: string, participant: string): Promise<string> {
  const token = randomSecret()
  await transaction
    .insertInto('meeting_pass')
    .values({ token_hash: digestOfSecret(token), meeting, participant, until: inADay() })
    .execute()
  return token
}

export type Pass = { meeting: string; participant: string }

export async function passOf(read: Reading, token: string): Promise<Pass | null> {
  const row = await read
    .selectFrom('meeting_pass')
    .select(['meeting', 'participant'])
    .where('token_hash', '=', digestOfSecret(token))
    .where('until', '>', new Date().toISOString())
    .executeTakeFirst()
  return row ?? null
}

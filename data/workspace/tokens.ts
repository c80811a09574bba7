import { randomUUID } from 'node:crypto'
import { type Grant, grantsOf } from './accounts.ts'
import { digestOfSecret, randomSecret } from './secret-text.ts'
import type { Reading, Writing } from './workspace.ts'

export type TokenHolder = {
  token: string
  usedAt: string | null
  account: string
  name: string
  rolesFrom: string
  rights: string[]
  grants: Grant[]
}

/** Whose token it is, unless it was ended or has run out. */
export async function holderOf(read: Reading, secret: string): Promise<TokenHolder | null> {
  const row = await read
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account')
    .select([
      'api_token.id',
      'api_token.account',
      'api_token.rights',
      'api_token.used_at',
      'account.name',
      'account.roles_from',
    ])
    .where('api_token.digest', '=', digestOfSecret(secret))
    .where('api_token.ended_at', 'is', null)
    .where('api_token.expires_at', '>', new Date().toISOString())
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, account, name, rights, used_at, roles_from } = row
  return {
    token: id,
    usedAt: used_at,
    rolesFrom: roles_from,
    account,
    name,
    rights: rights.split(','),
    grants: await grantsOf(read, account),
  }
}

export type Token = {
  id: string
  name: string
  rights: string[]
  createdAt: string
  expiresAt: string
  usedAt: string | null
}

const DAY = 86_400_000

/** Makes a token. @returns its secret, which is shown once and stored nowhere, and its id */
export async function makeToken(
  transaction: Writing,
  { account, name, rights, days }: { account: string; name: string; rights: readonly string[]; days: number },
): Promise<{ secret: string; id: string }> {
  const [secret, id, now] = [randomSecret(), randomUUID(), Date.now()]
  await transaction
    .insertInto('api_token')
    .values({
      id,
      digest: digestOfSecret(secret),
      account,
      name,
      rights: rights.join(','),
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + days * DAY).toISOString(),
      used_at: null,
      ended_at: null,
    })
    .execute()
  return { secret, id }
}

/** The tokens of an account that still work, the latest first. */
export async function listTokens(read: Reading, account: string): Promise<Token[]> {
  const rows = await read
    .selectFrom('api_token')
    .selectAll()
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ id, name, rights, created_at, expires_at, used_at }) => ({
    id,
    name,
    rights: rights.split(','),
    createdAt: created_at,
    expiresAt: expires_at,
    usedAt: used_at,
  }))
}

/** Ends a token of an account. @returns whether there was such a one */
export async function endToken(transaction: Writing, account: string, id: string): Promise<boolean> {
  const ended = await transaction
    .updateTable('api_token')
    .set({ ended_at: new Date().toISOString() })
    .where('account', '=', account)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows) === 1
}

/** Notes that a token was used, at most once an hour. */
export async function tokenUsed(transaction: Writing, id: string): Promise<void> {
  await transaction.updateTable('api_token').set({ used_at: new Date().toISOString() }).where('id', '=', id).execute()
}

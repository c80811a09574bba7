import type { Grant } from './accounts.ts'
import { grantsOf } from './accounts.ts'
import { digestOfSecret } from './secret-text.ts'
import type { Reading } from './workspace.ts'

export type TokenHolder = { token: string; account: string; name: string; rights: string[]; grants: Grant[] }

/** Whose token it is, unless it was ended or has run out. */
export async function holderOf(read: Reading, secret: string): Promise<TokenHolder | null> {
  const row = await read
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account')
    .select(['api_token.id', 'api_token.account', 'api_token.rights', 'account.name'])
    .where('api_token.digest', '=', digestOfSecret(secret))
    .where('api_token.ended_at', 'is', null)
    .where('api_token.expires_at', '>', new Date().toISOString())
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, account, name, rights } = row
  return { token: id, account, name, rights: rights.split(','), grants: await grantsOf(read, account) }
}

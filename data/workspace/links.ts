import { KEPT_MS } from './keeping.ts'
import { digestOfSecret, randomSecret } from './secret-text.ts'
import type { Reading, Writing } from './workspace.ts'

/** `setup` makes the first administrator, `invitation` a new account's first password, `reset` another one. */
export type LinkKind = 'setup' | 'invitation' | 'reset'
export type Link = { digest: string; kind: LinkKind; account: string | null }

const LASTS: Record<LinkKind, number> = {
  setup: KEPT_MS.setUpLink,
  invitation: KEPT_MS.invitationLink,
  reset: KEPT_MS.resetLink,
}

/** Makes a link that works once; those made before for the same are void. @returns its secret, which is stored nowhere */
export async function makeLink(transaction: Writing, kind: LinkKind, account: string | null): Promise<string> {
  const [secret, now] = [randomSecret(), Date.now()]
  const former = transaction.deleteFrom('one_time_link').where('used_at', 'is', null)
  await (account ? former.where('account', '=', account) : former.where('kind', '=', kind)).execute()
  await transaction
    .insertInto('one_time_link')
    .values({
      digest: digestOfSecret(secret),
      kind,
      account,
      made_at: new Date(now).toISOString(),
      expires_at: new Date(now + LASTS[kind]).toISOString(),
      used_at: null,
    })
    .execute()
  return secret
}

/** The link of that secret, unless it was used or has run out. */
export async function linkOf(read: Reading, secret: string): Promise<Link | null> {
  const row = await read
    .selectFrom('one_time_link')
    .select(['digest', 'kind', 'account'])
    .where('digest', '=', digestOfSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst()
  return row ? { ...row, kind: row.kind as LinkKind } : null
}

/** Uses a link up. @returns whether it was still there to be used: of two at once one gets it */
export async function useLink(transaction: Writing, digest: string): Promise<boolean> {
  const used = await transaction
    .updateTable('one_time_link')
    .set({ used_at: new Date().toISOString() })
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}

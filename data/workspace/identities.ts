import type { Grant } from './accounts.ts'
import { addAccount, grantsOf, keepAdministrator, LastAdministrator, renameAccount, setGrants } from './accounts.ts'
import type { Writing } from './workspace.ts'

/** Somebody as an outside provider knows them. `grants`: null where the roles are given here. */
export type Outsider = { issuer: string; subject: string; name: string; grants: Grant[] | null }

export type Known = { id: string; name: string; rolesFrom: string; grants: Grant[] }

/**
 * The account of somebody whom a provider vouches for: by issuer and subject only, never by name or e-mail. Made at the first
 * time, unless no role is given. Roles that come from the provider replace those of last time, but the last administrator stays one.
 */
export async function accountOfOutsider(transaction: Writing, outsider: Outsider): Promise<Known | null> {
  const { issuer, subject, name, grants } = outsider
  const known = await transaction
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account')
    .select(['account.id', 'account.closed_at', 'account.roles_from'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (known?.closed_at || (!known && grants?.length === 0)) return null
  const id = known?.id ?? (await firstTime(transaction, outsider))
  const rolesFrom = known?.roles_from ?? (grants ? issuer : 'here')
  await renameAccount(transaction, id, name)
  if (grants && rolesFrom === issuer) await replaceGrants(transaction, id, grants)
  return { id, name, rolesFrom, grants: await grantsOf(transaction, id) }
}

async function firstTime(transaction: Writing, { issuer, subject, name, grants }: Outsider): Promise<string> {
  const account = await addAccount(transaction, { name, email: null, rolesFrom: grants ? issuer : 'here', grants: [] })
  const linked_at = new Date().toISOString()
  await transaction.insertInto('identity').values({ issuer, subject, account, linked_at }).execute()
  return account
}

async function replaceGrants(transaction: Writing, id: string, grants: readonly Grant[]): Promise<void> {
  const before = await grantsOf(transaction, id)
  await setGrants(transaction, id, grants)
  if (!before.some(({ role }) => role === 'administrator')) return
  try {
    await keepAdministrator(transaction)
  } catch (error) {
    if (!(error instanceof LastAdministrator)) throw error
    await setGrants(transaction, id, before)
  }
}

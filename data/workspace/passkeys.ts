import type { Selectable } from 'kysely'
import { accountById } from './accounts.ts'
import type { SignInTables } from './sign-in-tables.ts'
import type { Reading, Writing } from './workspace.ts'

export type Passkey = Selectable<SignInTables['passkey']>

type NewPasskey = Omit<Passkey, 'created_at' | 'used_at'>

/** Keeps a passkey that was verified. @returns false where it is kept already */
export async function addPasskey(transaction: Writing, passkey: NewPasskey): Promise<boolean> {
  const added = await transaction
    .insertInto('passkey')
    .values({ ...passkey, created_at: new Date().toISOString(), used_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The passkeys of an account, the oldest first. */
export function listPasskeys(read: Reading, account: string): Promise<Passkey[]> {
  return read.selectFrom('passkey').selectAll().where('account', '=', account).orderBy('created_at').execute()
}

/** A passkey and whose it is; null where nobody open has it. */
export async function passkeyOf(read: Reading, id: string) {
  const passkey = await read.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
  const account = passkey && (await accountById(read, passkey.account))
  return account ? { passkey, account } : null
}

/**
 * Notes that a passkey let somebody in. Its counter only goes up: of two with the same count, one gets in.
 * @returns whether it was there, with the counter that was looked at
 */
export async function passkeyUsed(transaction: Writing, { id, counter }: Passkey, next: number): Promise<boolean> {
  const used = await transaction
    .updateTable('passkey')
    .set({ counter: next, used_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('counter', '=', counter)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}

/** Takes a passkey away from an account. @returns whether it had it */
export async function removePasskey(transaction: Writing, account: string, id: string): Promise<boolean> {
  const gone = await transaction
    .deleteFrom('passkey')
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(gone.numDeletedRows) === 1
}

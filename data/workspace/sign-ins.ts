import { randomUUID } from 'node:crypto'
import { type Grant, grantsOf } from './accounts.ts'
import { digestOfSecret, randomSecret } from './secret-text.ts'
import type { Reading, Writing } from './workspace.ts'

/** How long a browser stays signed in, in milliseconds: without being used, and at most. */
export type Limits = { idle: number; whole: number }

export type Asker = {
  account: string
  name: string
  rolesFrom: string
  signIn: string
  seenAt: string
  grants: Grant[]
}

type Beginning = { account: string; way: string; device: string }

const after = (time: Date, ms: number) => new Date(time.getTime() + ms).toISOString()

/** Signs a browser in. @returns the secret for its cookie, which is stored nowhere, and the sign-in's id */
export async function beginSignIn(transaction: Writing, { account, way, device }: Beginning, { whole }: Limits) {
  const [secret, id, now] = [randomSecret(), randomUUID(), new Date()]
  await transaction
    .insertInto('sign_in')
    .values({
      id,
      digest: digestOfSecret(secret),
      account,
      way,
      device,
      began_at: now.toISOString(),
      seen_at: now.toISOString(),
      expires_at: after(now, whole),
      ended_at: null,
    })
    .execute()
  return { secret, id }
}

/** Who holds a cookie's secret, unless the sign-in has ended, was idle too long or is too old. */
export async function askerOf(read: Reading, secret: string, { idle }: Limits): Promise<Asker | null> {
  const now = new Date()
  const row = await read
    .selectFrom('sign_in')
    .innerJoin('account', 'account.id', 'sign_in.account')
    .select(['sign_in.id', 'sign_in.account', 'sign_in.seen_at', 'account.name', 'account.roles_from'])
    .where('sign_in.digest', '=', digestOfSecret(secret))
    .where('sign_in.ended_at', 'is', null)
    .where('sign_in.expires_at', '>', now.toISOString())
    .where('sign_in.seen_at', '>', after(now, -idle))
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, account, name, roles_from, seen_at } = row
  return { account, name, rolesFrom: roles_from, signIn: id, seenAt: seen_at, grants: await grantsOf(read, account) }
}

/** Notes that a sign-in is in use. */
export async function seen(transaction: Writing, id: string): Promise<void> {
  await transaction.updateTable('sign_in').set({ seen_at: new Date().toISOString() }).where('id', '=', id).execute()
}

export type SignIn = { id: string; way: string; device: string; beganAt: string; seenAt: string }

/** Where an account is signed in, the latest first. */
export async function listSignIns(read: Reading, account: string, { idle }: Limits): Promise<SignIn[]> {
  const now = new Date()
  const rows = await read
    .selectFrom('sign_in')
    .select(['id', 'way', 'device', 'began_at', 'seen_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', after(now, -idle))
    .orderBy('began_at', 'desc')
    .execute()
  return rows.map(({ began_at, seen_at, ...row }) => ({ ...row, beganAt: began_at, seenAt: seen_at }))
}

/** Ends one sign-in of an account. @returns whether there was such a one */
export async function endSignIn(transaction: Writing, account: string, id: string): Promise<boolean> {
  const ended = await transaction
    .updateTable('sign_in')
    .set({ ended_at: new Date().toISOString() })
    .where('account', '=', account)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows) === 1
}

/** Ends every sign-in of an account, but the one that is kept. */
export async function endSignIns(transaction: Writing, account: string, kept = ''): Promise<void> {
  await transaction
    .updateTable('sign_in')
    .set({ ended_at: new Date().toISOString() })
    .where('account', '=', account)
    .where('id', '!=', kept)
    .where('ended_at', 'is', null)
    .execute()
}

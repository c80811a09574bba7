import { randomUUID } from 'node:crypto'
import { type Grant, grantsOf } from './accounts.ts'
import { digestOfSecret, randomSecret } from './secret-text.ts'
import type { Reading, Writing } from './workspace.ts'

/** How long a browser stays signed in, in milliseconds: without being used, and at most. */
export type Limits = { idle: number; whole: number }

export type Asker = { account: string; name: string; signIn: string; seenAt: string; grants: Grant[] }

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
    .select(['sign_in.id', 'sign_in.account', 'sign_in.seen_at', 'account.name'])
    .where('sign_in.digest', '=', digestOfSecret(secret))
    .where('sign_in.ended_at', 'is', null)
    .where('sign_in.expires_at', '>', now.toISOString())
    .where('sign_in.seen_at', '>', after(now, -idle))
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, account, name, seen_at } = row
  return { account, name, signIn: id, seenAt: seen_at, grants: await grantsOf(read, account) }
}

/** Notes that a sign-in is in use. */
export async function seen(transaction: Writing, id: string): Promise<void> {
  await transaction.updateTable('sign_in').set({ seen_at: new Date().toISOString() }).where('id', '=', id).execute()
}

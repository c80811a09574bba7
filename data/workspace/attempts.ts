import { digestOfSecret } from './secret-text.ts'
import type { Reading, Writing } from './workspace.ts'

/**
 * Whom failures are counted for, how many are free, and the longest wait in seconds. Waits are so short that nobody can keep
 * another out, and what is refused while waiting makes no wait longer. An address may be shared by a whole municipality.
 */
const COUNTED = [
  { of: ({ email, address }: Trying) => `both ${email} ${address}`, free: 4, longest: 30 },
  { of: ({ email }: Trying) => `account ${email}`, free: 20, longest: 10 },
  { of: ({ address }: Trying) => `address ${address}`, free: 50, longest: 10 },
]
const FORGOTTEN_AFTER_MS = 60 * 60_000

/** Somebody who tries to sign in: as whom, from where. */
export type Trying = { email: string; address: string }

const subjectsOf = (trying: Trying) => COUNTED.map(({ of }) => digestOfSecret(of(trying)))

/** How long this account from this address has to wait before the next try, in milliseconds; 0 if not at all. */
export async function waitOf(read: Reading, trying: Trying): Promise<number> {
  const rows = await read
    .selectFrom('attempt')
    .select('wait_until')
    .where('subject', 'in', subjectsOf(trying))
    .execute()
  return Math.max(0, ...rows.map(({ wait_until }) => Date.parse(wait_until) - Date.now()))
}

/** Counts a failure: each beyond the free ones doubles the wait, up to the longest. */
export async function countFailure(transaction: Writing, trying: Trying): Promise<void> {
  const now = Date.now()
  for (const { of, free, longest } of COUNTED) {
    const subject = digestOfSecret(of(trying))
    const before = await transaction.selectFrom('attempt').selectAll().where('subject', '=', subject).executeTakeFirst()
    const isFresh = before && Date.parse(before.last_at) > now - FORGOTTEN_AFTER_MS
    const failures = (isFresh ? before.failures : 0) + 1
    const wait = failures <= free ? 0 : 1000 * Math.min(longest, 2 ** Math.min(10, failures - free - 1))
    const row = { failures, last_at: new Date(now).toISOString(), wait_until: new Date(now + wait).toISOString() }
    await transaction
      .insertInto('attempt')
      .values({ subject, ...row })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
      .execute()
  }
}

/** Forgets the failures of an account after it was let in; those of the address stay, it may be shared with a stranger. */
export async function forgetFailures(transaction: Writing, trying: Trying): Promise<void> {
  const [both, account] = subjectsOf(trying)
  await transaction.deleteFrom('attempt').where('subject', 'in', [both!, account!]).execute()
}

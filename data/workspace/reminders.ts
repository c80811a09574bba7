import { append } from './audit.ts'
import { type Expectation, listExpectations } from './expectations.ts'
import type { Reading, Writing } from './workspace.ts'

const DAY = 86_400_000
/** Days before something is due on which who hands in is reminded; and once more when it is late. */
const BEFORE_DAYS = 14

/** What is expected of a municipality and has not come, the day on which that was told before, and to whom it is told. */
export type Reminder = Pick<Expectation, 'municipality' | 'source' | 'year' | 'due'> & {
  before: string | null
  to: string[]
}

/** What is due soon or late, has not come, and has not been told in that state before. @param today ISO day */
export async function remindersDue(read: Reading, today: string): Promise<Reminder[]> {
  const until = new Date(Date.parse(today) + BEFORE_DAYS * DAY).toISOString().slice(0, 10)
  const rows = await read
    .selectFrom('expectation')
    .select(['municipality', 'source', 'year', 'due', 'reminded_at'])
    .where('due', '<=', until)
    .execute()
  const untold = rows.filter(({ due, reminded_at }) => reminded_at === null || (due < today && reminded_at <= due))
  const codes = [...new Set(untold.map(({ municipality }) => municipality))]
  const missing = (await listExpectations(read, codes)).filter(({ handedInAt }) => handedInAt === null)
  const still = untold.filter((one) => missing.some((other) => isSame(one, other)))
  return Promise.all(
    still.map(async ({ municipality, source, year, due, reminded_at: before }) => {
      return { municipality, source, year, due, before, to: await managersOf(read, municipality) }
    }),
  )
}

type Kind = Pick<Expectation, 'municipality' | 'source' | 'year'>
const isSame = (one: Kind, other: Kind) =>
  one.municipality === other.municipality && one.source === other.source && one.year === other.year

/** Mail addresses of who hands in for a municipality. */
async function managersOf(read: Reading, municipality: string): Promise<string[]> {
  const rows = await read
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account')
    .select('email')
    .where('role', '=', 'manager')
    .where('scope', '=', municipality)
    .where('closed_at', 'is', null)
    .where('email', 'is not', null)
    .orderBy('email')
    .execute()
  return rows.map(({ email }) => email!)
}

/** Takes upon oneself to remind today. @returns whether it is one's own to do: another process may have taken it */
export function claimReminder(transaction: Writing, reminder: Reminder, today: string): Promise<boolean> {
  return isNoted(transaction, reminder, [reminder.before, today])
}

/** Gives it back, where nobody could be told. */
export async function giveBackReminder(transaction: Writing, reminder: Reminder, today: string): Promise<void> {
  await isNoted(transaction, reminder, [today, reminder.before])
}

/** Sets the day of the last reminder, if it is still what it was. */
async function isNoted(
  transaction: Writing,
  { municipality, source, year }: Kind,
  [before, after]: [string | null, string | null],
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('expectation')
    .set({ reminded_at: after })
    .where('municipality', '=', municipality)
    .where('source', '=', source)
    .where('year', '=', year)
    .where('reminded_at', before === null ? 'is' : '=', before)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Notes that it was told. */
export async function reminded(transaction: Writing, { municipality, source, year }: Kind): Promise<void> {
  await append(transaction, { actor: 'program', action: 'upload.reminded', body: { municipality, source, year } })
}

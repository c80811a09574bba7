import type { Reading, Writing } from '../workspace.ts'

/** Municipalities that a session invites, in order of code. */
export async function invite(transaction: Writing, meeting: string, municipalities: readonly string[]): Promise<void> {
  await transaction.deleteFrom('meeting_invited').where('meeting', '=', meeting).execute()
  const rows = [...new Set(municipalities)].sort().map((municipality) => ({ meeting, municipality }))
  await transaction.insertInto('meeting_invited').values(rows).execute()
}

/** The participant that an account is in a session; null before it takes part. */
export async function participantOf(read: Reading, meeting: string, account: string): Promise<string | null> {
  const row = await read
    .selectFrom('meeting_account')
    .select('participant')
    .where('meeting', '=', meeting)
    .where('account', '=', account)
    .executeTakeFirst()
  return row?.participant ?? null
}

export async function takePart(transaction: Writing, meeting: string, account: string, participant: string) {
  await transaction.insertInto('meeting_account').values({ meeting, account, participant }).execute()
}

export async function isInvited(read: Reading, meeting: string, municipalities: readonly string[]): Promise<boolean> {
  if (municipalities.length === 0) return false
  const row = await read
    .selectFrom('meeting_invited')
    .select('meeting')
    .where('meeting', '=', meeting)
    .where('municipality', 'in', municipalities)
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of the sessions that an account takes part in or that invite one of its municipalities. */
export async function meetingsFor(
  read: Reading,
  account: string,
  municipalities: readonly string[],
): Promise<string[]> {
  const own = await read.selectFrom('meeting_account').select('meeting').where('account', '=', account).execute()
  const invited =
    municipalities.length === 0
      ? []
      : await read
          .selectFrom('meeting_invited')
          .select('meeting')
          .where('municipality', 'in', municipalities)
          .distinct()
          .execute()
  return [...new Set([...own, ...invited].map(({ meeting }) => meeting))].sort()
}

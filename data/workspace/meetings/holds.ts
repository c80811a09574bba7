import type { Reading, Writing } from '../workspace.ts'

/** Somebody is writing in a common text until then, unless they go on. */
export type Hold = { part: string; participant: string; until: string }

const HELD_MS = 10_000

/**
 * Takes or renews the hold of a common text for ten seconds.
 * @param force takes it from whoever has it: for the host
 * @returns the hold as it stands, which is another's where that one still writes
 */
export async function hold(
  transaction: Writing,
  meeting: string,
  part: string,
  participant: string,
  force = false,
): Promise<Hold> {
  const now = Date.now()
  const standing = (await holdsIn(transaction, meeting)).find((one) => one.part === part)
  if (standing && standing.participant !== participant && !force) return standing
  const taken = { part, participant, until: new Date(now + HELD_MS).toISOString() }
  await transaction
    .insertInto('meeting_hold')
    .values({ meeting, ...taken })
    .onConflict((conflict) => conflict.columns(['meeting', 'part']).doUpdateSet(taken))
    .execute()
  return taken
}

/** Lets go of a text, or of all that a participant holds, as when the connection is lost. */
export async function letGo(transaction: Writing, meeting: string, participant: string, part?: string): Promise<void> {
  const held = transaction
    .deleteFrom('meeting_hold')
    .where('meeting', '=', meeting)
    .where('participant', '=', participant)
  await (part === undefined ? held : held.where('part', '=', part)).execute()
}

/** Holds that still stand. */
export function holdsIn(read: Reading, meeting: string): Promise<Hold[]> {
  return read
    .selectFrom('meeting_hold')
    .select(['part', 'participant', 'until'])
    .where('meeting', '=', meeting)
    .where('until', '>', new Date().toISOString())
    .orderBy('part')
    .execute()
}

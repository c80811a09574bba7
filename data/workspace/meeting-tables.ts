/** Analysis sessions: what they are made of, everything that happened to it, and who is let in. Bodies are JSON. */
export interface MeetingTables {
  /** Each part as it stands: one row a part. */
  meeting_part: {
    meeting: string
    kind: string
    id: string
    version: number
    author: string
    by: string
    made_at: string
    saved_at: string
    body: string
  }
  /** Every save and removal, only ever added to: history, undo, cursor of the event stream and audit in one. */
  meeting_change: {
    /** 1, 2, 3 … over all sessions; given under the write lock. */
    seq: number
    meeting: string
    kind: string
    id: string
    version: number
    author: string
    by: string
    at: string
    /** Null where the part was taken away. */
    body: string | null
  }
  /** Municipalities that a session invites. */
  meeting_invited: { meeting: string; municipality: string }
  /** Which participant an account is. */
  meeting_account: { meeting: string; account: string; participant: string }
  /** What lets a guest in again, by the SHA-256 of the token in the guest's cookie. */
  meeting_pass: { token_hash: string; meeting: string; participant: string; until: string }
  /** Codes that open a session, by their SHA-256. */
  meeting_code: { code_hash: string; meeting: string; until: string }
  /** Links to placemats that were sent beforehand, by the SHA-256 of their codes. */
  meeting_placemat: { code_hash: string; meeting: string; municipality: string; until: string }
  /** Who is writing in a common text just now. */
  meeting_hold: { meeting: string; part: string; participant: string; until: string }
}

/** In an order in which they can be filled. */
export const meetingTables = [
  'meeting_part',
  'meeting_change',
  'meeting_invited',
  'meeting_account',
  'meeting_pass',
  'meeting_code',
  'meeting_hold',
  'meeting_placemat',
] as const satisfies readonly (keyof MeetingTables)[]

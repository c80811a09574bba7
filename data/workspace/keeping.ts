import type { KeptId } from '../model/handling.ts'
import { IN_BROWSER_MS } from '../model/meetings/in-browser.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long what is stored for a time is kept, in milliseconds: the one place that says so. */
export const KEPT_MS: Readonly<Record<KeptId, number>> = {
  /** A file that was announced and never sent. */
  unsentUpload: DAY,
  /** A file that was checked and that nobody decides about. */
  undecidedUpload: 30 * DAY,
  /** Sign-ins, tokens and links after they have run out. */
  endedSignIn: 30 * DAY,
  /** Failed sign-ins that are counted. */
  attempt: DAY,
  /** What is handed out and must come back: of a passkey, of a provider. */
  challenge: 10 * MINUTE,
  setUpLink: DAY,
  invitationLink: 7 * DAY,
  resetLink: 4 * HOUR,
  /** What lets a guest into a session, and its code. */
  guest: DAY,
  /** The link that shows a placemat before the session. */
  placemat: 60 * DAY,
  /** What an open session's page was answered, in the browser of who takes part. */
  meetingInBrowser: IN_BROWSER_MS,
}

import type { RightId } from '../../data/model/handling.ts'
import type { Role } from '../../data/model/roles.ts'

/**
 * `all`: for everyone's; `own`: for the municipalities or groups that the role was given for; `whole`: for what concerns all
 * municipalities together and is no one's own.
 */
type Reach = 'all' | 'own' | 'whole'
type Row = 'everyone' | 'signed-in' | Partial<Record<Role, Reach>>

/**
 * What each role may do: the one table, asked before every route. `everyone` needs no account, `signed-in` any account.
 */
export const RIGHTS = {
  /** Öppna jämförelser, catalogues, how the service is: answered without asking who asks. */
  open: 'everyone',
  /** The way in, and who one is. */
  'sign-in': 'everyone',
  /** Protected figures out of ASI and UBU, unless the operator publishes them or they are invented. */
  'followup.read': { viewer: 'all', controller: 'all', manager: 'all', analyst: 'all', administrator: 'all' },
  /** One's own name, password, passkeys, sign-ins and tokens. */
  'account.own': 'signed-in',
  'accounts.manage': { administrator: 'all' },
  'audit.read': { administrator: 'all' },
  /** To hand in, approve and withdraw files of one's municipality; or workbooks of Öppna jämförelser, which are all municipalities'. */
  'uploads.send': { manager: 'own', analyst: 'whole', administrator: 'whole' },
  'uploads.read': { manager: 'own', analyst: 'whole', administrator: 'whole' },
  /** How the files of one's municipality are read. */
  'mappings.keep': { manager: 'own' },
  /** Who has handed in and who has not, never what. */
  'uploads.calendar': { manager: 'own', analyst: 'own', administrator: 'all' },
  /** To say what is expected of whom, and until when. */
  'uploads.expect': { analyst: 'own', administrator: 'all' },
  /** To begin an analysis session; what one may do within it is a matter of one's seat there. */
  'meetings.lead': { controller: 'all', analyst: 'all' },
  /** One's own sessions, and what others have chosen to share. */
  'meetings.read': { viewer: 'all', controller: 'all', manager: 'all', analyst: 'all', administrator: 'all' },
  /** Within a session: let in by invitation, or as a guest by the code; the session's own rules say the rest. */
  'meetings.take-part': 'everyone',
  /** The knowledge shelf: sources outlive the unit that found them, so whoever signs in reads them. */
  'shelf.read': 'signed-in',
  'shelf.keep': { controller: 'all', analyst: 'all', administrator: 'all' },
} as const satisfies Record<RightId, Row>

export type Right = keyof typeof RIGHTS

/** What a program may be trusted with: an account's tokens never manage accounts or itself. */
export const BY_TOKEN = ['followup.read', 'uploads.read', 'uploads.send', 'uploads.calendar'] as const satisfies Right[]

/** What a role reaches with a right; null where it has it not. */
export function reachOf(right: Right, role: Role): Reach | null {
  const row: Row = RIGHTS[right]
  return typeof row === 'string' ? 'all' : (row[role] ?? null)
}

export const isForEveryone = (right: Right): boolean => RIGHTS[right] === 'everyone'
export const isForSignedIn = (right: Right): boolean => typeof RIGHTS[right] === 'string'

/** What somebody may have a right to do; who has which is said in one table of the API. */
export const RIGHT_IDS = [
  'open',
  'sign-in',
  'followup.read',
  'account.own',
  'accounts.manage',
  'audit.read',
  'uploads.send',
  'uploads.read',
  'mappings.keep',
  'uploads.calendar',
  'uploads.expect',
  'meetings.lead',
  'meetings.read',
  'meetings.take-part',
  'shelf.read',
  'shelf.keep',
] as const
export type RightId = (typeof RIGHT_IDS)[number]

/** Kinds of data about persons, as a record of processing counts them. */
export const HELD_KINDS = [
  'clients',
  'files',
  'accounts',
  'sign-in',
  'handing-in',
  'audit',
  'meetings',
  'shelf',
] as const
export type HeldKind = (typeof HELD_KINDS)[number]

/** What is kept for a time that the program itself decides. */
export const KEPT_IDS = [
  'unsentUpload',
  'undecidedUpload',
  'endedSignIn',
  'attempt',
  'challenge',
  'setUpLink',
  'invitationLink',
  'resetLink',
  'guest',
  'placemat',
  'meetingInBrowser',
] as const
export type KeptId = (typeof KEPT_IDS)[number]

/** Ways on which anything leaves the machine, none of which is open unless somebody opens it. */
export const OUTWARD_IDS = ['kolada', 'transfer', 'provider', 'mail'] as const
export type OutwardId = (typeof OUTWARD_IDS)[number]

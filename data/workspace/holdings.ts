import type { HeldKind } from '../model/handling.ts'
import type { TABLES } from './tables.ts'

/** Which kind of data about persons each table holds: a table that is not said of here does not pass the types. */
export const HOLDINGS: Readonly<Record<(typeof TABLES)[number], HeldKind>> = {
  audit: 'audit',
  account: 'accounts',
  account_role: 'accounts',
  identity: 'accounts',
  one_time_link: 'accounts',
  sign_in: 'sign-in',
  api_token: 'sign-in',
  passkey: 'sign-in',
  challenge: 'sign-in',
  attempt: 'sign-in',
  upload: 'handing-in',
  mapping: 'handing-in',
  expectation: 'handing-in',
  meeting_part: 'meetings',
  meeting_change: 'meetings',
  meeting_invited: 'meetings',
  meeting_account: 'meetings',
  meeting_pass: 'meetings',
  meeting_code: 'meetings',
  meeting_hold: 'meetings',
  meeting_placemat: 'meetings',
  shelf_source: 'shelf',
  shelf_text: 'shelf',
  shelf_word: 'shelf',
  shelf_piece: 'shelf',
}

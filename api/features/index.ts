import { ownPassword } from './account/password.ts'
import { endOwnSignIn, signIns } from './account/sign-ins.ts'
import { endOwnToken, newToken, tokens } from './account/tokens.ts'
import { accounts, changeAccount, endSignInsOf, invite, newLink, removeAccount } from './accounts/accounts.ts'
import { adjusted } from './aggregate/adjusted.ts'
import { aggregate } from './aggregate/aggregate.ts'
import { audit } from './audit/audit.ts'
import { calendar, expect } from './calendar/calendar.ts'
import type { Feature } from './feature.ts'
import { feed } from './feed/feed.ts'
import { funnel } from './funnel/funnel.ts'
import { groups } from './groups/groups.ts'
import { handling } from './handling/handling.ts'
import { health } from './health/health.ts'
import { instruments } from './instruments/instruments.ts'
import { deleteMapping, mappings, putMapping } from './mappings/mappings.ts'
import { meetingFeatures } from './meetings/index.ts'
import { municipalities } from './municipalities/municipalities.ts'
import { notLoaded } from './not-loaded/not-loaded.ts'
import { ofRelease } from './of-release.ts'
import { addOwnPasskey, beginPasskey, passkeys, removeOwnPasskey } from './passkeys/passkeys.ts'
import { releases } from './releases/releases.ts'
import { revisions } from './revisions/revisions.ts'
import { shelfFeatures } from './shelf/index.ts'
import { example } from './sign-in/example.ts'
import { followLink, lookAtLink } from './sign-in/links.ts'
import { me } from './sign-in/me.ts'
import { openIdBegin, openIdEnd } from './sign-in/openid.ts'
import { beginPasskeySignIn, passkeySignIn } from './sign-in/passkey.ts'
import { password } from './sign-in/password.ts'
import { signOut } from './sign-in/sign-out.ts'
import { ways } from './sign-in/ways.ts'
import { clientSurveys } from './surveys/client-surveys.ts'
import { surveys } from './surveys/surveys.ts'
import { templateCsv, templateXlsx } from './templates/templates.ts'
import { approve, withdraw } from './uploads/decisions.ts'
import { uploadFile } from './uploads/file.ts'
import { findingsCsv, findingsXlsx } from './uploads/findings.ts'
import { receipt } from './uploads/receipt.ts'
import { beginUpload, upload, uploads } from './uploads/uploads.ts'

/** Everything that the API answers, in the order of its documentation. */
export const features: readonly Feature[] = [
  health,
  municipalities,
  feed,
  groups,
  ...ofRelease,
  notLoaded,
  funnel,
  instruments,
  aggregate,
  adjusted,
  releases,
  revisions,
  handling,
  surveys,
  clientSurveys,
  me,
  ways,
  password,
  beginPasskeySignIn,
  passkeySignIn,
  example,
  openIdBegin,
  openIdEnd,
  signOut,
  lookAtLink,
  followLink,
  ownPassword,
  passkeys,
  beginPasskey,
  addOwnPasskey,
  removeOwnPasskey,
  signIns,
  endOwnSignIn,
  tokens,
  newToken,
  endOwnToken,
  accounts,
  invite,
  changeAccount,
  removeAccount,
  newLink,
  endSignInsOf,
  audit,
  templateCsv,
  templateXlsx,
  uploads,
  beginUpload,
  upload,
  uploadFile,
  findingsCsv,
  findingsXlsx,
  approve,
  withdraw,
  receipt,
  mappings,
  putMapping,
  deleteMapping,
  calendar,
  expect,
  ...meetingFeatures,
  ...shelfFeatures,
]

import type { Request } from 'express'
import type { Limits } from '../../data/workspace/sign-ins.ts'
import { Problem } from '../problem.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Holder } from '../workspace/holder.ts'
import type { Address } from './cookie.ts'
import { bringsCredentials, identify } from './identify.ts'
import type { Right } from './rights.ts'
import { refuseForeignOrigin } from './same-origin.ts'
import { may, type Who } from './who.ts'

/** What decides who is let in: the workspace that knows them, the address, how long a sign-in lasts, what is published. */
export type Gate = { holder: Holder; address: Address; limits: Limits; publishesFollowUp: boolean }

/**
 * Asked once before every route: may who asks do this? What everyone may is let through without a look at the workspace.
 * @throws Problem `foreign-origin`, `not-signed-in`, `not-allowed` or `no-workspace`
 */
export async function letIn(right: Right, request: Request, gate: Gate, served: OpenRelease | null): Promise<Who> {
  refuseForeignOrigin(request, gate.address)
  if (isOpenHere(right, gate, served)) return null
  const who = await whoAsks(request, gate)
  if (may(who, right)) return who
  throw who ? notAllowed : notSignedIn
}

/** Follow-up figures are open where the operator publishes them, and where the persons in them are invented. */
export function isOpenHere(
  right: Right,
  { publishesFollowUp }: Pick<Gate, 'publishesFollowUp'>,
  served: OpenRelease | null,
) {
  if (right === 'followup.read') return publishesFollowUp || served?.about.sample === true
  return right === 'open'
}

/** Who asks, for what everyone may do but that differs with who does it. */
export async function whoAsks(request: Request, { holder, address, limits }: Gate): Promise<Who> {
  if (!bringsCredentials(request, address)) return null
  return identify(request, await holder.workspace(), address, limits)
}

const notSignedIn = new Problem('not-signed-in', {
  sv: 'Det här kräver inloggning. Logga in och försök igen.',
  en: 'This needs a sign-in. Sign in and try again.',
})
const notAllowed = new Problem('not-allowed', {
  sv: 'Ditt konto får inte göra det här. Be en administratör om den roll som behövs.',
  en: 'Your account may not do this. Ask an administrator for the role that is needed.',
})

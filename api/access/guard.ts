import type { Request } from 'express'
import type { Settings } from '../../data/settings.ts'
import type { Limits } from '../../data/workspace/sign-ins.ts'
import { Problem } from '../problem.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Holder } from '../workspace/holder.ts'
import type { Address } from './cookie.ts'
import { FROM_EXAMPLE, offersExamples } from './examples.ts'
import { bringsCredentials, identify } from './identify.ts'
import type { Provider } from './openid/providers.ts'
import type { Right } from './rights.ts'
import { refuseForeignOrigin } from './same-origin.ts'
import { may, type Who } from './who.ts'

/** What decides who is let in: the workspace that knows them, the address, how long a sign-in lasts, what is published. */
export type Gate = {
  holder: Holder
  address: Address
  limits: Limits
  settings: Settings
  /** Outside providers by which one can sign in. */
  providers: readonly Provider[]
}

/**
 * Asked once before every route: may who asks do this? What everyone may is let through without a look at the workspace.
 * @throws Problem `foreign-origin`, `not-signed-in`, `not-allowed` or `no-workspace`
 */
export async function letIn(right: Right, request: Request, gate: Gate, served: OpenRelease | null): Promise<Who> {
  refuseForeignOrigin(request, gate.address)
  if (isOpenHere(right, gate, served)) return null
  const who = await whoAsks(request, gate, served)
  if (may(who, right)) return who
  throw who ? notAllowed : notSignedIn
}

/** Follow-up figures are open where the operator publishes them, and where the persons in them are invented. */
export function isOpenHere(right: Right, { settings }: Gate, served: OpenRelease | null): boolean {
  if (right === 'followup.read') return settings.JAMSIDES_PUBLISH_FOLLOWUP || served?.about.sample === true
  return right === 'open'
}

async function whoAsks(request: Request, gate: Gate, served: OpenRelease | null): Promise<Who> {
  const { holder, address, limits, settings } = gate
  if (!bringsCredentials(request, address)) return null
  const who = await identify(request, await holder.workspace(), address, limits)
  return who?.rolesFrom === FROM_EXAMPLE && !offersExamples(settings, served) ? null : who
}

const notSignedIn = new Problem('not-signed-in', {
  sv: 'Det här kräver inloggning. Logga in och försök igen.',
  en: 'This needs a sign-in. Sign in and try again.',
})
const notAllowed = new Problem('not-allowed', {
  sv: 'Ditt konto får inte göra det här. Be en administratör om den roll som behövs.',
  en: 'Your account may not do this. Ask an administrator for the role that is needed.',
})

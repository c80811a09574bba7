import type { Response } from 'express'
import { z } from 'zod'
import { append, type Deed } from '../../../data/workspace/audit.ts'
import { keepChallenge, takeChallenge } from '../../../data/workspace/challenges.ts'
import { accountOfOutsider } from '../../../data/workspace/identities.ts'
import { digestOfSecret, randomSecret } from '../../../data/workspace/secret-text.ts'
import { clearCookie, cookieNamed, setCookie } from '../../access/cookie.ts'
import { type Begun, begin, finish } from '../../access/openid/client.ts'
import { type Claims, grantsIn, nameIn } from '../../access/openid/mapping.ts'
import type { Provider } from '../../access/openid/providers.ts'
import { ownOrigin } from '../../access/own-origin.ts'
import { Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { type Asked, feature } from '../feature.ts'
import { enter } from './enter.ts'

const KIND = 'openid'
/** Held by the browser that began, and by no other, until it comes back from the provider. */
const PASSING = 'jamsides-passing'
const To = z.object({ to: z.string() })
type To = z.infer<typeof To>

const deliver = {
  mediaType: 'text/html',
  send({ to }: To, response: Response) {
    response.redirect(303, to)
  },
}

export const openIdBegin = feature({
  path: '/sign-in/openid/{provider}',
  right: 'sign-in',
  summary: {
    sv: 'Logga in hos en annan, till exempel kommunen',
    en: 'Sign in with a provider, such as the municipality’s',
  },
  parameters: z.object({ provider: id('Id of a provider') }),
  answer: To,
  deliver,
  async respond(asked): Promise<To> {
    const provider = providerOf(asked, asked.question.provider)
    const state = randomSecret()
    const { to, begun } = await begin(provider, redirectOf(asked, provider), state)
    const workspace = await asked.workspace()
    await workspace.write((transaction) => keepChallenge(transaction, KIND, state, begun))
    setCookie(asked.http.response, asked.gate.address, state, PASSING)
    return { to }
  },
})

const anything = z.string().max(4000).optional()

export const openIdEnd = feature({
  path: '/sign-in/openid/{provider}/back',
  right: 'sign-in',
  audit: 'sign-in.began',
  summary: { sv: 'Tillbaka från en annans inloggning', en: 'Back from the sign-in of a provider' },
  parameters: z.object({
    provider: id('Id of a provider'),
    code: anything,
    state: anything,
    iss: anything,
    session_state: anything,
    client_info: anything,
    error: anything,
    error_description: anything,
    error_uri: anything,
  }),
  answer: To,
  deliver,
  async respond(asked): Promise<To> {
    const provider = providerOf(asked, asked.question.provider)
    const claims = await claimsOf(asked, provider).catch(() => null)
    clearCookie(asked.http.response, asked.gate.address, PASSING)
    if (!claims) return refused(asked, provider, 'failed')
    const grants = provider.rolesFrom === 'claims' ? grantsIn(claims, provider) : null
    const outsider = { issuer: provider.issuer, subject: String(claims.sub), name: nameIn(claims, provider), grants }
    const known = await (await asked.workspace()).write((transaction) => accountOfOutsider(transaction, outsider))
    if (!known || known.grants.length === 0) return refused(asked, provider, 'no-role')
    await enter(asked, async () => ({ ...known, way: provider.issuer }))
    return { to: '/?view=account' }
  },
})

/** What the provider vouches for, if this browser began it, once, and everything in the answer holds. */
async function claimsOf(asked: Asked<{ state?: string | undefined }>, provider: Provider): Promise<Claims> {
  const { http, gate, question } = asked
  const state = cookieNamed(PASSING, http.request, gate.address)
  if (!state || digestOfSecret(question.state ?? '') !== digestOfSecret(state)) throw new Error('state')
  const workspace = await asked.workspace()
  const begun = await workspace.write((transaction) => takeChallenge<Begun>(transaction, KIND, state))
  if (begun?.provider !== provider.id) throw new Error('begun elsewhere')
  const answer = new URL(redirectOf(asked, provider))
  answer.search = new URL(http.request.originalUrl, answer).search
  return finish(provider, answer, state, begun)
}

/** Notes that nobody was let in, and leads to the page that says why and what to ask for. */
async function refused(asked: Asked<unknown>, { id }: Provider, why: 'failed' | 'no-role'): Promise<To> {
  const deed: Deed = { actor: 'anyone', action: 'sign-in.failed', body: { way: id, why } }
  await (await asked.workspace()).write((transaction) => append(transaction, deed))
  return { to: `/?view=sign-in&at=${why}` }
}

function redirectOf({ http, gate }: Pick<Asked<unknown>, 'http' | 'gate'>, { id }: Provider): string {
  return `${ownOrigin(http.request, gate.address)}/api/v1/sign-in/openid/${id}/back`
}

function providerOf({ gate }: Asked<unknown>, id: string): Provider {
  const provider = gate.providers.find((one) => one.id === id)
  if (provider) return provider
  throw new Problem('not-found', { sv: 'Den inloggningen finns inte här.', en: 'There is no such sign-in here.' })
}

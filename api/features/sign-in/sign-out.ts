import { z } from 'zod'
import { SignedOut } from '../../../data/model/answers/accounts.ts'
import { endSignIn } from '../../../data/workspace/sign-ins.ts'
import { clearCookie } from '../../access/cookie.ts'
import { farewellOf } from '../../access/openid/client.ts'
import { ownOrigin } from '../../access/own-origin.ts'
import { feature } from '../feature.ts'

export const signOut = feature({
  path: '/sign-out',
  method: 'post',
  right: 'sign-in',
  audit: 'sign-in.ended',
  summary: { sv: 'Logga ut', en: 'Sign out' },
  parameters: z.object({}),
  answer: SignedOut,
  async respond({ who, act, gate, http }): Promise<SignedOut> {
    clearCookie(http.response, gate.address)
    http.response.set('Clear-Site-Data', '"cache"')
    if (!who?.signIn) return { ended: false, next: null }
    const { id, signIn, rolesFrom } = who
    const ended = await act(async (transaction) => ({
      answer: await endSignIn(transaction, id, signIn),
      object: signIn,
    }))
    const provider = gate.providers.find(({ issuer }) => issuer === rolesFrom)
    const next = provider ? farewellOf(provider, `${ownOrigin(http.request, gate.address)}/`).catch(() => null) : null
    return { ended, next: await next }
  },
})

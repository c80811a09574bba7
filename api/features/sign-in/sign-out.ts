import { z } from 'zod'
import { Gone } from '../../../data/model/answers/accounts.ts'
import { endSignIn } from '../../../data/workspace/sign-ins.ts'
import { clearCookie } from '../../access/cookie.ts'
import { feature } from '../feature.ts'

export const signOut = feature({
  path: '/sign-out',
  method: 'post',
  right: 'sign-in',
  audit: 'sign-in.ended',
  summary: { sv: 'Logga ut', en: 'Sign out' },
  parameters: z.object({}),
  answer: Gone,
  async respond({ who, act, gate, http }): Promise<Gone> {
    clearCookie(http.response, gate.address)
    if (!who?.signIn) return { ended: false }
    const { id, signIn } = who
    return act(async (transaction) => ({
      answer: { ended: await endSignIn(transaction, id, signIn) },
      object: signIn,
    }))
  },
})

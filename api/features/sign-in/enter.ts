import type { Me } from '../../../data/model/answers/me.ts'
import { grantsOf } from '../../../data/workspace/accounts.ts'
import { beginSignIn, endSignIn } from '../../../data/workspace/sign-ins.ts'
import type { Writing } from '../../../data/workspace/workspace.ts'
import { setCookie } from '../../access/cookie.ts'
import type { Who } from '../../access/who.ts'
import type { Asked } from '../feature.ts'
import { aboutMe } from './about-me.ts'
import { deviceOf } from './device.ts'

type Entering = { id: string; name: string; rolesFrom: string; way: string }

/**
 * Signs an account in: in one transaction with what must be done first, the former sign-in of the same browser ended, a new
 * secret in its cookie.
 * @param first what belongs to the way in, such as using up a link; says whose account it is
 */
export async function enter(asked: Asked<unknown>, first: (transaction: Writing) => Promise<Entering>): Promise<Me> {
  const { http, gate, served, who } = asked
  const { secret, entered } = await asked.act(async (transaction) => {
    const { way, ...account } = await first(transaction)
    if (who?.signIn) await endSignIn(transaction, who.id, who.signIn)
    const device = deviceOf(http.request.get('User-Agent') ?? '')
    const { secret, id } = await beginSignIn(transaction, { account: account.id, way, device }, gate.limits)
    const entered: Who = { ...account, grants: await grantsOf(transaction, account.id), signIn: id, only: null }
    return { answer: { secret, entered }, actor: account.id, object: id, particulars: { way, device } }
  })
  setCookie(http.response, gate.address, secret)
  return aboutMe(entered, gate, served)
}

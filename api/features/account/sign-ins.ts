import { z } from 'zod'
import { Gone, SignInsAnswer } from '../../../data/model/answers/accounts.ts'
import { endSignIn, listSignIns } from '../../../data/workspace/sign-ins.ts'
import { id } from '../../question/parameters.ts'
import { feature } from '../feature.ts'

export const signIns = feature({
  path: '/sign-ins',
  right: 'account.own',
  summary: { sv: 'Var man är inloggad', en: 'Where one is signed in' },
  parameters: z.object({}),
  answer: SignInsAnswer,
  async respond({ who, workspace, gate }): Promise<SignInsAnswer> {
    const list = await listSignIns((await workspace()).read, who!.id, gate.limits)
    return { signIns: list.map((one) => ({ ...one, isThis: one.id === who!.signIn })) }
  },
})

export const endOwnSignIn = feature({
  path: '/sign-ins/{id}',
  method: 'delete',
  right: 'account.own',
  audit: 'sign-in.ended',
  summary: { sv: 'Avsluta en av sina inloggningar', en: 'End one of one’s sign-ins' },
  parameters: z.object({ id: id('Id of a sign-in') }),
  answer: Gone,
  respond: ({ who, act, question }): Promise<Gone> =>
    act(async (transaction) => ({
      answer: { ended: await endSignIn(transaction, who!.id, question.id) },
      object: question.id,
    })),
})

import { z } from 'zod'
import { Gone } from '../../../data/model/answers/accounts.ts'
import { accountById, setPassword } from '../../../data/workspace/accounts.ts'
import { isPassword } from '../../../data/workspace/password.ts'
import { endSignIns } from '../../../data/workspace/sign-ins.ts'
import { invalidBody } from '../../problem.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { busyAsProblem, hashed, NewPassword } from '../sign-in/new-password.ts'

export const ownPassword = feature({
  path: '/password',
  method: 'put',
  right: 'account.own',
  audit: 'password.changed',
  summary: { sv: 'Byt lösenord; andra inloggningar avslutas', en: 'Change the password; other sign-ins end' },
  parameters: z.object({}),
  body: fields({ current: z.string().max(200), password: NewPassword }),
  answer: Gone,
  async respond({ who, act, workspace, body }): Promise<Gone> {
    const account = await accountById((await workspace()).read, who!.id)
    if (!(await busyAsProblem(isPassword(account?.password, body.current)))) throw wrong
    const password = await hashed(body.password, [account!.name, account!.email])
    return act(async (transaction) => {
      await setPassword(transaction, who!.id, password)
      await endSignIns(transaction, who!.id, who!.signIn ?? '')
      return { answer: { ended: true }, object: who!.id }
    })
  },
})

const wrong = invalidBody([
  {
    path: 'current',
    message: { sv: 'Det nuvarande lösenordet stämmer inte.', en: 'The current password is not right.' },
  },
])

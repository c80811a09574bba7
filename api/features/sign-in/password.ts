import { z } from 'zod'
import { Me } from '../../../data/model/answers/me.ts'
import { accountByEmail } from '../../../data/workspace/accounts.ts'
import { countFailure, forgetFailures, type Trying, waitOf } from '../../../data/workspace/attempts.ts'
import { append, type Deed } from '../../../data/workspace/audit.ts'
import { isPassword } from '../../../data/workspace/password.ts'
import type { Workspace } from '../../../data/workspace/workspace.ts'
import { Problem } from '../../problem.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { enter } from './enter.ts'
import { busyAsProblem } from './new-password.ts'
import { refuseTooSoon } from './too-soon.ts'

export const password = feature({
  path: '/sign-in',
  method: 'post',
  right: 'sign-in',
  audit: 'sign-in.began',
  summary: { sv: 'Logga in med lösenord', en: 'Sign in with a password' },
  parameters: z.object({}),
  body: fields({ email: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
  answer: Me,
  async respond(asked): Promise<Me> {
    const { email, password } = asked.body
    const trying = { email: email.trim().toLowerCase(), address: asked.http.request.ip ?? '' }
    const workspace = await asked.workspace()
    refuseTooSoon(await waitOf(workspace.read, trying), asked.http.response)
    const account = await accountByEmail(workspace.read, email)
    const isRight = await busyAsProblem(isPassword(account?.password, password))
    if (!isRight || !account) throw await failed(workspace, trying, account?.id)
    return enter(asked, async (transaction) => {
      await forgetFailures(transaction, trying)
      return { id: account.id, name: account.name, rolesFrom: account.roles_from, way: 'password' }
    })
  },
})

/** Counts a failure and notes it, of an account that exists by its id and of no other by anything that was typed. */
async function failed(workspace: Workspace, trying: Trying, account = ''): Promise<Problem> {
  await workspace.write(async (transaction) => {
    await countFailure(transaction, trying)
    const deed: Deed = { actor: 'anyone', action: 'sign-in.failed', object: account, body: { way: 'password' } }
    await append(transaction, deed)
  })
  return new Problem('not-signed-in', {
    sv: 'E-postadressen eller lösenordet stämmer inte. Har du glömt lösenordet: be en administratör om en ny länk.',
    en: 'The e-mail address or the password is not right. If you have forgotten it, ask an administrator for a new link.',
  })
}

import { z } from 'zod'
import { SignInWays } from '../../../data/model/answers/me.ts'
import { hasAdministrator } from '../../../data/workspace/accounts.ts'
import { EXAMPLES, offersExamples } from '../../access/examples.ts'
import { siteOf } from '../../access/passkey.ts'
import { feature } from '../feature.ts'

export const ways = feature({
  path: '/sign-in',
  right: 'sign-in',
  summary: { sv: 'Hur man kan logga in här', en: 'How one can sign in here' },
  parameters: z.object({}),
  answer: SignInWays,
  async respond({ workspace, settings, served, gate, http }): Promise<SignInWays> {
    const { read } = await workspace()
    return {
      providers: gate.providers.map(({ id, name }) => ({ id, name })),
      passkeys: siteOf(http.request, gate.address) !== null,
      examples: offersExamples(settings, served)
        ? EXAMPLES.map(({ id, name, grants: [{ role }] }) => ({ id, name, role }))
        : [],
      needsSetUp: !(await hasAdministrator(read)),
    }
  },
})

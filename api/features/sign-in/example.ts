import { z } from 'zod'
import { Me } from '../../../data/model/answers/me.ts'
import { setGrants } from '../../../data/workspace/accounts.ts'
import { EXAMPLES, FROM_EXAMPLE, offersExamples } from '../../access/examples.ts'
import { Problem } from '../../problem.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { enter } from './enter.ts'

export const example = feature({
  path: '/sign-in/example',
  method: 'post',
  right: 'sign-in',
  audit: 'sign-in.began',
  summary: { sv: 'Logga in som exempel i ett påhittat underlag', en: 'Sign in as an example in an invented sample' },
  parameters: z.object({}),
  body: fields({ id: z.string().max(40) }),
  answer: Me,
  async respond(asked): Promise<Me> {
    const chosen = EXAMPLES.find(({ id }) => id === asked.body.id)
    if (!chosen || !offersExamples(asked.settings, asked.served)) throw notOffered
    const { id, name, grants } = chosen
    return enter(asked, async (transaction) => {
      const row = { id, name, roles_from: FROM_EXAMPLE, email: null, password: null, closed_at: null }
      await transaction
        .insertInto('account')
        .values({ ...row, created_at: new Date().toISOString() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      await setGrants(transaction, id, grants)
      return { id, name, rolesFrom: FROM_EXAMPLE, way: 'example' }
    })
  },
})

const notOffered = new Problem('not-found', {
  sv: 'Exempelkonton finns bara i påhittade exempeldata på den egna datorn.',
  en: 'Example accounts exist only in an invented sample on one’s own computer.',
})

import { z } from 'zod'
import { Gone, NewToken, TokensAnswer } from '../../../data/model/answers/accounts.ts'
import { endToken, listTokens, makeToken } from '../../../data/workspace/tokens.ts'
import { BY_TOKEN } from '../../access/rights.ts'
import { may } from '../../access/who.ts'
import { id } from '../../question/parameters.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { PersonName } from '../sign-in/person.ts'

export const tokens = feature({
  path: '/tokens',
  right: 'account.own',
  summary: { sv: 'Ens nycklar för program', en: 'One’s keys for programs' },
  parameters: z.object({}),
  answer: TokensAnswer,
  respond: async ({ who, workspace }): Promise<TokensAnswer> => ({
    rights: BY_TOKEN.filter((right) => may(who, right)),
    tokens: await listTokens((await workspace()).read, who!.id),
  }),
})

export const newToken = feature({
  path: '/tokens',
  method: 'post',
  right: 'account.own',
  audit: 'token.made',
  summary: { sv: 'Ny nyckel för ett program, visas en gång', en: 'A new key for a program, shown once' },
  parameters: z.object({}),
  body: fields({
    name: PersonName,
    rights: z.array(z.enum(BY_TOKEN)).min(1).max(BY_TOKEN.length),
    days: z.number().int().min(1).max(366),
  }),
  answer: NewToken,
  respond: ({ who, act, body }): Promise<NewToken> =>
    act(async (transaction) => {
      const rights = BY_TOKEN.filter((right) => body.rights.includes(right))
      const { secret, id } = await makeToken(transaction, { ...body, rights, account: who!.id })
      return { answer: { id, token: secret }, object: id, particulars: { rights, days: body.days } }
    }),
})

export const endOwnToken = feature({
  path: '/tokens/{id}',
  method: 'delete',
  right: 'account.own',
  audit: 'token.ended',
  summary: { sv: 'Ta bort en nyckel', en: 'End a key' },
  parameters: z.object({ id: id('Id of a token') }),
  answer: Gone,
  respond: ({ who, act, question }): Promise<Gone> =>
    act(async (transaction) => ({
      answer: { ended: await endToken(transaction, who!.id, question.id) },
      object: question.id,
    })),
})

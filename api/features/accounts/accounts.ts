import { z } from 'zod'
import { AccountsAnswer, Gone, LinkAnswer } from '../../../data/model/answers/accounts.ts'
import {
  accountByEmail,
  accountById,
  addAccount,
  closeAccount,
  keepAdministrator,
  LastAdministrator,
  listAccounts,
  renameAccount,
  setGrants,
} from '../../../data/workspace/accounts.ts'
import { linkAddress } from '../../../data/workspace/link-address.ts'
import { makeLink } from '../../../data/workspace/links.ts'
import { endSignIns } from '../../../data/workspace/sign-ins.ts'
import type { Writing } from '../../../data/workspace/workspace.ts'
import { ownOrigin } from '../../access/own-origin.ts'
import { Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { fields } from '../../question/read-body.ts'
import { type Asked, feature } from '../feature.ts'
import { Email, PersonName } from '../sign-in/person.ts'
import { Grants } from './grants.ts'
import { mailLink } from './mail.ts'

const ById = z.object({ id: id('Id of an account') })

export const accounts = feature({
  path: '/accounts',
  right: 'accounts.manage',
  summary: { sv: 'Alla konton och deras roller', en: 'All accounts and their roles' },
  parameters: z.object({}),
  answer: AccountsAnswer,
  respond: async ({ workspace }): Promise<AccountsAnswer> => ({
    accounts: await listAccounts((await workspace()).read),
  }),
})

export const invite = feature({
  path: '/accounts',
  method: 'post',
  right: 'accounts.manage',
  audit: 'account.invited',
  summary: { sv: 'Nytt konto med en inbjudan', en: 'A new account with an invitation' },
  parameters: z.object({}),
  body: fields({ name: PersonName, email: Email, grants: Grants }),
  answer: LinkAnswer,
  async respond(asked): Promise<LinkAnswer> {
    const { name, email, grants } = asked.body
    const made = await asked.act(async (transaction) => {
      if (await accountByEmail(transaction, email)) throw taken
      const account = await addAccount(transaction, { name, email, grants })
      const secret = await makeLink(transaction, 'invitation', account)
      return { answer: { account, secret }, object: account, particulars: { grants } }
    })
    return handedOver(asked, made, 'invitation', email)
  },
})

export const newLink = feature({
  path: '/accounts/{id}/link',
  method: 'post',
  right: 'accounts.manage',
  audit: 'account.link-made',
  summary: { sv: 'Engångslänk till ett nytt lösenord', en: 'A one-time link to a new password' },
  parameters: ById,
  answer: LinkAnswer,
  async respond(asked): Promise<LinkAnswer> {
    const made = await asked.act(async (transaction) => {
      const { id: account, email } = await found(transaction, asked.question.id)
      return { answer: { account, email, secret: await makeLink(transaction, 'reset', account) }, object: account }
    })
    return handedOver(asked, made, 'reset', made.email)
  },
})

export const changeAccount = feature({
  path: '/accounts/{id}',
  method: 'put',
  right: 'accounts.manage',
  audit: 'account.changed',
  summary: { sv: 'Ändra ett kontos namn och roller', en: 'Change the name and roles of an account' },
  parameters: ById,
  body: fields({ name: PersonName, grants: Grants }),
  answer: AccountsAnswer,
  async respond({ act, question, body: { name, grants } }): Promise<AccountsAnswer> {
    return act(async (transaction) => {
      const { id: account, roles_from } = await found(transaction, question.id)
      await renameAccount(transaction, account, name)
      if (roles_from === 'here') await setGrants(transaction, account, grants)
      await orKeep(transaction)
      return { answer: { accounts: await listAccounts(transaction) }, object: account, particulars: { grants } }
    })
  },
})

export const removeAccount = feature({
  path: '/accounts/{id}',
  method: 'delete',
  right: 'accounts.manage',
  audit: 'account.closed',
  summary: { sv: 'Stäng ett konto', en: 'Close an account' },
  parameters: ById,
  answer: Gone,
  respond: ({ act, question }): Promise<Gone> =>
    act(async (transaction) => {
      const { id: account } = await found(transaction, question.id)
      await closeAccount(transaction, account)
      await orKeep(transaction)
      return { answer: { ended: true }, object: account }
    }),
})

export const endSignInsOf = feature({
  path: '/accounts/{id}/sign-ins',
  method: 'delete',
  right: 'accounts.manage',
  audit: 'account.signed-out',
  summary: { sv: 'Avsluta alla inloggningar av ett konto', en: 'End every sign-in of an account' },
  parameters: ById,
  answer: Gone,
  respond: ({ act, question }): Promise<Gone> =>
    act(async (transaction) => {
      const { id: account } = await found(transaction, question.id)
      await endSignIns(transaction, account)
      return { answer: { ended: true }, object: account }
    }),
})

/** A link to show, and to send where that can be done. */
async function handedOver(
  asked: Asked<unknown>,
  { account, secret }: { account: string; secret: string },
  kind: 'invitation' | 'reset',
  email: string | null,
): Promise<LinkAnswer> {
  const link = linkAddress(ownOrigin(asked.http.request, asked.gate.address), secret)
  return { account, link, mailed: email !== null && (await mailLink(asked.settings, email, kind, link)) }
}

async function found(transaction: Writing, id: string) {
  const account = await accountById(transaction, id)
  if (!account) throw unknown
  return account
}

async function orKeep(transaction: Writing): Promise<void> {
  try {
    await keepAdministrator(transaction)
  } catch (error) {
    throw error instanceof LastAdministrator ? last : error
  }
}

const taken = new Problem('conflict', {
  sv: 'Det finns redan ett konto med den e-postadressen.',
  en: 'There is already an account with that e-mail address.',
})
const unknown = new Problem('not-found', { sv: 'Kontot finns inte.', en: 'There is no such account.' })
const last = new Problem('conflict', {
  sv: 'Det här är den sista administratören. Gör någon annan till administratör först.',
  en: 'This is the last administrator. Make somebody else an administrator first.',
})

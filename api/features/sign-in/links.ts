import { z } from 'zod'
import { LinkLook, Me } from '../../../data/model/answers/me.ts'
import {
  accountById,
  addAccount,
  emailAsKept,
  hasAdministrator,
  setPassword,
} from '../../../data/workspace/accounts.ts'
import { type Link, linkOf, useLink } from '../../../data/workspace/links.ts'
import { endSignIns } from '../../../data/workspace/sign-ins.ts'
import type { Reading, Writing } from '../../../data/workspace/workspace.ts'
import { invalidBody, Problem } from '../../problem.ts'
import { fields } from '../../question/read-body.ts'
import { type Asked, feature } from '../feature.ts'
import { enter } from './enter.ts'
import { hashed, NewPassword } from './new-password.ts'
import { Email, PersonName } from './person.ts'

const Secret = z.string().length(43)

export const lookAtLink = feature({
  path: '/links/look',
  method: 'post',
  right: 'sign-in',
  audit: null,
  summary: { sv: 'Vad en engångslänk är till för', en: 'What a one-time link is for' },
  parameters: z.object({}),
  body: fields({ link: Secret }),
  answer: LinkLook,
  async respond({ body, workspace }): Promise<LinkLook> {
    const { read } = await workspace()
    const { kind, account } = await found(read, body.link)
    return { kind, name: account ? ((await accountById(read, account))?.name ?? null) : null }
  },
})

export const followLink = feature({
  path: '/links/use',
  method: 'post',
  right: 'sign-in',
  audit: 'link.used',
  summary: {
    sv: 'Välj lösenord med en engångslänk och logga in',
    en: 'Choose a password with a one-time link and sign in',
  },
  parameters: z.object({}),
  body: fields({ link: Secret, password: NewPassword, name: PersonName.optional(), email: Email.optional() }),
  answer: Me,
  async respond(asked): Promise<Me> {
    const { read } = await asked.workspace()
    const link = await found(read, asked.body.link)
    const person = await personOf(read, link, asked)
    const password = await hashed(asked.body.password, [person.name, person.email])
    return enter(asked, async (transaction) => {
      if (!(await useLink(transaction, link.digest))) throw gone
      const id = link.account ?? (await firstAdministrator(transaction, person))
      await setPassword(transaction, id, password)
      await endSignIns(transaction, id)
      return { id, name: person.name, rolesFrom: 'here', way: 'link' }
    })
  },
})

type Person = { name: string; email: string | null }

/** The person of the account; whoever sets the service up says so. @throws Problem where that is missing */
async function personOf(
  read: Reading,
  { account }: Link,
  { body }: Asked<unknown, { name?: string | undefined; email?: string | undefined }>,
) {
  if (account) {
    const found = await accountById(read, account)
    if (found) return { name: found.name, email: found.email }
    throw gone
  }
  const { name, email } = body
  if (name && email) return { name, email: emailAsKept(email) }
  throw invalidBody([{ path: name ? 'email' : 'name', message: MISSING }])
}

async function firstAdministrator(transaction: Writing, { name, email }: Person): Promise<string> {
  if (await hasAdministrator(transaction)) throw gone
  return addAccount(transaction, { name, email, grants: [{ role: 'administrator', scope: '' }] })
}

async function found(read: Reading, secret: string): Promise<Link> {
  const link = await linkOf(read, secret)
  if (!link) throw gone
  return link
}

const MISSING = { sv: 'Skriv namn och e-postadress.', en: 'Write name and e-mail address.' }

const gone = new Problem('not-found', {
  sv: 'Länken är använd eller för gammal. Be en administratör om en ny, eller kör npm run etl -- accounts reset.',
  en: 'The link has been used or is too old. Ask an administrator for a new one, or run npm run etl -- accounts reset.',
})

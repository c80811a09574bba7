import { z } from 'zod'
import { Me } from '../../../data/model/answers/me.ts'
import { PasskeyOptions } from '../../../data/model/answers/passkeys.ts'
import { countFailure, waitOf } from '../../../data/workspace/attempts.ts'
import { append } from '../../../data/workspace/audit.ts'
import { keepChallenge, takeChallenge } from '../../../data/workspace/challenges.ts'
import { passkeyOf, passkeyUsed } from '../../../data/workspace/passkeys.ts'
import type { Writing } from '../../../data/workspace/workspace.ts'
import { Asserted, challengeIn, noSite, siteOf, toSignIn, verifyAsserted } from '../../access/passkey.ts'
import { Problem } from '../../problem.ts'
import { fields } from '../../question/read-body.ts'
import { type Asked, feature } from '../feature.ts'
import { enter } from './enter.ts'
import { refuseTooSoon } from './too-soon.ts'

const KIND = 'passkey-sign-in'

export const beginPasskeySignIn = feature({
  path: '/sign-in/passkey/begin',
  method: 'post',
  right: 'sign-in',
  audit: null,
  summary: { sv: 'Börja logga in med passnyckel', en: 'Begin to sign in with a passkey' },
  parameters: z.object({}),
  answer: PasskeyOptions,
  async respond(asked): Promise<PasskeyOptions> {
    const site = siteOf(asked.http.request, asked.gate.address)
    if (!site) throw noSite
    const options = await toSignIn(site)
    const { write } = await asked.workspace()
    await write((transaction) => keepChallenge(transaction, KIND, options.challenge, {}))
    return { ...options }
  },
})

export const passkeySignIn = feature({
  path: '/sign-in/passkey',
  method: 'post',
  right: 'sign-in',
  audit: 'sign-in.began',
  summary: { sv: 'Logga in med passnyckel', en: 'Sign in with a passkey' },
  parameters: z.object({}),
  body: fields({ used: Asserted }),
  answer: Me,
  async respond(asked): Promise<Me> {
    const { read, write } = await asked.workspace()
    const trying = { email: `passkey ${asked.body.used.id}`, address: asked.http.request.ip ?? '' }
    refuseTooSoon(await waitOf(read, trying), asked.http.response)
    const holder = await holderOf(asked).catch(() => null)
    if (holder) return enter(asked, holder)
    await write(async (transaction) => {
      await countFailure(transaction, trying)
      await append(transaction, { actor: 'anyone', action: 'sign-in.failed', body: { way: 'passkey' } })
    })
    throw unknown
  },
})

/** Whose passkey it is, if the answer is to what was handed out, once. @returns what signs its holder in */
async function holderOf({
  workspace,
  body: { used },
  http,
  gate,
}: Asked<unknown, { used: z.output<typeof Asserted> }>) {
  const { read, write } = await workspace()
  const challenge = challengeIn(used)
  const begun = await write((transaction) => takeChallenge(transaction, KIND, challenge))
  const [found, site] = [await passkeyOf(read, used.id), siteOf(http.request, gate.address)]
  if (!begun || !found || !site) throw unknown
  const { passkey, account } = found
  const counter = await verifyAsserted(site, challenge, used, passkey)
  return async (transaction: Writing) => {
    if (!(await passkeyUsed(transaction, passkey, counter))) throw unknown
    return { id: account.id, name: account.name, rolesFrom: account.roles_from, way: 'passkey' }
  }
}

const unknown = new Problem('not-signed-in', {
  sv: 'Passnyckeln känns inte igen här. Logga in på ett annat sätt, eller be en administratör om en ny länk.',
  en: 'The passkey is not known here. Sign in in another way, or ask an administrator for a new link.',
})

import { z } from 'zod'
import { Gone } from '../../../data/model/answers/accounts.ts'
import { PasskeyOptions, PasskeysAnswer } from '../../../data/model/answers/passkeys.ts'
import { accountById } from '../../../data/workspace/accounts.ts'
import { keepChallenge, takeChallenge } from '../../../data/workspace/challenges.ts'
import { addPasskey, listPasskeys, removePasskey } from '../../../data/workspace/passkeys.ts'
import {
  challengeIn,
  noSite,
  Registered,
  type Site,
  siteOf,
  toRegister,
  verifyRegistered,
} from '../../access/passkey.ts'
import { Problem } from '../../problem.ts'
import { fields } from '../../question/read-body.ts'
import { type Asked, feature } from '../feature.ts'
import { PersonName } from '../sign-in/person.ts'
import { justSignedIn } from './just-signed-in.ts'

const KIND = 'passkey'

export const passkeys = feature({
  path: '/passkeys',
  right: 'account.own',
  summary: { sv: 'Ens passnycklar', en: 'One’s passkeys' },
  parameters: z.object({}),
  answer: PasskeysAnswer,
  async respond(asked): Promise<PasskeysAnswer> {
    const { read } = await asked.workspace()
    const kept = await listPasskeys(read, asked.who!.id)
    return {
      canAdd: (await signsInHere(asked)) ? (siteHere(asked) ? 'here' : 'address') : 'elsewhere',
      passkeys: kept.map(({ id, name, created_at, used_at }) => ({ id, name, createdAt: created_at, usedAt: used_at })),
    }
  },
})

export const beginPasskey = feature({
  path: '/passkeys/begin',
  method: 'post',
  right: 'account.own',
  audit: null,
  summary: { sv: 'Börja lägga till en passnyckel', en: 'Begin to add a passkey' },
  parameters: z.object({}),
  answer: PasskeyOptions,
  async respond(asked): Promise<PasskeyOptions> {
    const site = await siteToAdd(asked)
    const { id, name } = asked.who!
    const { read, write } = await asked.workspace()
    const options = await toRegister(site, { id, name }, await listPasskeys(read, id))
    await write((transaction) => keepChallenge(transaction, KIND, options.challenge, { account: id }))
    return { ...options }
  },
})

export const addOwnPasskey = feature({
  path: '/passkeys',
  method: 'post',
  right: 'account.own',
  audit: 'passkey.added',
  summary: { sv: 'Lägg till en passnyckel', en: 'Add a passkey' },
  parameters: z.object({}),
  body: fields({ name: PersonName, made: Registered }),
  answer: Gone,
  async respond(asked): Promise<Gone> {
    const site = await siteToAdd(asked)
    const { name, made } = asked.body
    const challenge = challengeIn(made)
    const account = asked.who!.id
    const { write } = await asked.workspace()
    const begun = await write((transaction) => takeChallenge<{ account: string }>(transaction, KIND, challenge))
    if (begun?.account !== account) throw notMade
    const verified = await verifyRegistered(site, challenge, made).catch(() => null)
    if (!verified) throw notMade
    const row = { ...verified, account, name, transports: (made.response.transports ?? []).join() }
    return asked.act(async (transaction) => {
      if (!(await addPasskey(transaction, row))) throw notMade
      return { answer: { ended: false }, object: account }
    })
  },
})

export const removeOwnPasskey = feature({
  path: '/passkeys/{id}',
  method: 'delete',
  right: 'account.own',
  audit: 'passkey.removed',
  summary: { sv: 'Ta bort en passnyckel', en: 'Remove a passkey' },
  parameters: z.object({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,1400}$/, 'word')
      .describe('Id of a passkey'),
  }),
  answer: Gone,
  async respond(asked): Promise<Gone> {
    await justSignedIn(asked)
    const { who, act, question } = asked
    return act(async (transaction) => ({
      answer: { ended: await removePasskey(transaction, who!.id, question.id) },
      object: who!.id,
    }))
  },
})

const siteHere = ({ http, gate }: Asked<unknown>): Site | null => siteOf(http.request, gate.address)

/** A passkey stands in for a password. Who signs in with a provider is let in by it each time, and leaves with it. */
async function signsInHere({ workspace, who }: Asked<unknown>): Promise<boolean> {
  const account = await accountById((await workspace()).read, who!.id)
  return account?.password != null
}

/** @throws Problem where a passkey cannot be added here, or the sign-in is not fresh */
async function siteToAdd(asked: Asked<unknown>): Promise<Site> {
  if (!(await signsInHere(asked))) throw elsewhere
  const site = siteHere(asked)
  if (!site) throw noSite
  await justSignedIn(asked)
  return site
}

const elsewhere = new Problem('conflict', {
  sv: 'Kontot loggar in på annat håll än här. Lägg passnyckeln där.',
  en: 'The account signs in elsewhere. Add the passkey there.',
})
const notMade = new Problem('conflict', {
  sv: 'Passnyckeln kunde inte läggas till. Börja om; den som redan finns behöver inte läggas till igen.',
  en: 'The passkey could not be added. Begin again; one that is there already need not be added again.',
})

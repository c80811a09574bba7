import type { Request } from 'express'
import { z } from 'zod'
import type { Account } from '../../data/workspace/accounts.ts'
import type { Passkey } from '../../data/workspace/passkeys.ts'
import { Problem } from '../problem.ts'
import type { Address } from './cookie.ts'
import { ownOrigin } from './own-origin.ts'

/** Where passkeys are bound to: the address that people use, and its name. */
export type Site = { origin: string; name: string }

const ADDRESS_OF_NUMBERS = /^[\d.]+$|^\[/

/** The site that was asked; null where passkeys cannot be: a browser has them only for a name, with https or on its own machine. */
export function siteOf(request: Request, address: Address): Site | null {
  const origin = ownOrigin(request, address)
  const { protocol, hostname } = new URL(origin)
  if (ADDRESS_OF_NUMBERS.test(hostname)) return null
  return protocol === 'https:' || hostname === 'localhost' ? { origin, name: hostname } : null
}

export const noSite = new Problem('conflict', {
  sv: 'Passnycklar går bara på en adress med namn och https, eller på localhost. Öppna sidan på den adressen.',
  en: 'Passkeys need an address with a name and https, or localhost. Open the page at that address.',
})

const base64url = z
  .string()
  .max(8000)
  .regex(/^[A-Za-z0-9_-]+$/)
const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
}

/** What an authenticator answers when a passkey is made. */
export const Registered = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional(),
  }),
})

/** What an authenticator answers when a passkey is used. */
export const Asserted = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

/** The challenge that an answer says it is to: what was handed out, or nothing of ours. */
export function challengeIn({ response: { clientDataJSON } }: { response: { clientDataJSON: string } }): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return typeof challenge === 'string' ? challenge : ''
  } catch {
    return ''
  }
}

/** Fetched at the first passkey: the start does not wait for it. */
const webauthn = () => import('@simplewebauthn/server')

/** What a browser needs to make a passkey that lets in without a name or a password: it must see that its person is there. */
export const toRegister = async (site: Site, { id, name }: Pick<Account, 'id' | 'name'>, known: readonly Passkey[]) =>
  (await webauthn()).generateRegistrationOptions({
    rpName: 'Jämsides',
    rpID: site.name,
    userID: new TextEncoder().encode(id),
    userName: name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

export const toSignIn = async (site: Site) =>
  (await webauthn()).generateAuthenticationOptions({ rpID: site.name, userVerification: 'required' })

/** What is kept of a passkey that was made for this site, to this challenge. @throws where anything does not hold */
export async function verifyRegistered(site: Site, challenge: string, answer: z.output<typeof Registered>) {
  const { registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
    response: withoutUndefined(answer),
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: true,
  })
  const { id, publicKey, counter } = registrationInfo!.credential
  return { id, public_key: Buffer.from(publicKey).toString('base64url'), counter }
}

/** @returns the counter that it has now. @throws where anything does not hold */
export async function verifyAsserted(
  site: Site,
  challenge: string,
  answer: z.output<typeof Asserted>,
  { id, public_key, counter }: Passkey,
): Promise<number> {
  const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
    response: withoutUndefined(answer),
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    credential: { id, publicKey: Uint8Array.from(Buffer.from(public_key, 'base64url')), counter },
    requireUserVerification: true,
  })
  if (!verified) throw new Error('signature')
  return authenticationInfo.newCounter
}

/** As it was sent: what is absent is absent. */
const withoutUndefined = <T>(answer: T) => JSON.parse(JSON.stringify(answer)) as never

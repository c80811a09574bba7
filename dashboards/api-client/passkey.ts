import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { Gone } from '../../data/model/answers/accounts.ts'
import type { Me } from '../../data/model/answers/me.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { act } from './act.ts'

type ToRegister = Parameters<typeof startRegistration>[0]['optionsJSON']
type ToSignIn = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** The person, or the device, did not want to. */
export class NotGiven extends Error {
  override name = 'NotGiven'
}

const orNotGiven = <T>(given: Promise<T>): Promise<T> =>
  given.catch(() => {
    throw new NotGiven()
  })

/** Has the device make a passkey and adds it to the account. @throws ActError, NotGiven */
export async function addPasskey(name: string, lang: Lang): Promise<void> {
  const optionsJSON = await act<ToRegister>('POST', 'passkeys/begin', lang)
  const made = await orNotGiven(startRegistration({ optionsJSON }))
  await act<Gone>('POST', 'passkeys', lang, { name, made })
}

/** Signs in with a passkey that the person chooses on the device. @throws ActError, NotGiven */
export async function signInWithPasskey(lang: Lang): Promise<void> {
  const optionsJSON = await act<ToSignIn>('POST', 'sign-in/passkey/begin', lang)
  const used = await orNotGiven(startAuthentication({ optionsJSON }))
  await act<Me>('POST', 'sign-in/passkey', lang, { used })
}

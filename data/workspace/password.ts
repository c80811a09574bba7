import { hash, verify } from '@node-rs/argon2'

/** Too many passwords are being checked already; hashing takes threads that answers need. */
export class TooManyAtOnce extends Error {
  override name = 'TooManyAtOnce'
}

const AT_ONCE = 2
const LONGEST_QUEUE = 20
/** As many passwords as are taken at once, to be checked or to wait for it. */
export const PLACES = AT_ONCE + LONGEST_QUEUE
/** Argon2id as OWASP recommends: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= LONGEST_QUEUE) throw new TooManyAtOnce()
    await new Promise<void>((go) => waiting.push(go))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** What is stored of a password. @throws TooManyAtOnce */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), OPTIONS))

let nobodys: Promise<string> | undefined

/**
 * Whether it is the password; for an account without one, or that does not exist, it takes as long to say no.
 * @throws TooManyAtOnce
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody signs in with this')
  const against = stored ?? (await nobodys)
  const isRight = await inTurn(() => verify(against, password.normalize('NFC')))
  return isRight && stored != null
}

/** Shortest and longest password, in characters. */
export const PASSWORD_LENGTH = { min: 12, max: 200 }

const EXPECTED =
  /^(.)\1*$|password|lösenord|losenord|qwerty|abcdef|123456|jamsides|jämsides|sommar20|vinter20|välkommen|valkommen/i

/** Whether somebody would guess it: too few different characters, the words everyone takes, the own name or address. */
export function isGuessable(password: string, own: readonly string[]): boolean {
  if (new Set(password.toLowerCase()).size < 6 || EXPECTED.test(password)) return true
  const words = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(({ length }) => length > 3)
  return words.some((word) => password.toLowerCase().includes(word))
}

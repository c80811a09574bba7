import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { z } from 'zod'

/** The secret as it is kept beside a backup: encrypted (AES-256-GCM) by a key that scrypt makes of a passphrase. */
const Sealed = z.object({
  kind: z.literal('jamsides-secret'),
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  data: z.string(),
})

/** The passphrase is not the one that the secret was sealed with, or the file is damaged. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase'
}

/** About a tenth of a second and 128 MB a guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
const keyOf = (passphrase: string, salt: Buffer) => scryptSync(passphrase.normalize('NFC'), salt, 32, COST)
const hex = (bytes: Buffer) => bytes.toString('hex')
const bytes = (text: string) => Buffer.from(text, 'hex')

/** Seals the secret's bytes. @returns the text of the file */
export function sealSecret(secret: Buffer, passphrase: string): string {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), iv)
  const data = Buffer.concat([cipher.update(secret), cipher.final()])
  const sealed = {
    kind: 'jamsides-secret',
    salt: hex(salt),
    iv: hex(iv),
    tag: hex(cipher.getAuthTag()),
    data: hex(data),
  }
  return `${JSON.stringify(sealed, null, 2)}\n`
}

/** @throws WrongPassphrase */
export function unsealSecret(text: string, passphrase: string): Buffer {
  try {
    const { salt, iv, tag, data } = Sealed.parse(JSON.parse(text))
    const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, bytes(salt)), bytes(iv))
    decipher.setAuthTag(bytes(tag))
    return Buffer.concat([decipher.update(bytes(data)), decipher.final()])
  } catch {
    throw new WrongPassphrase()
  }
}

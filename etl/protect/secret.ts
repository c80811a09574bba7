import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { placeFile } from '../../data/store/atomic.ts'
import { ToldError } from '../../data/told-error.ts'

const BYTES = 32

/** The secret cannot be used: no release may be built. */
export class SecretError extends ToldError {
  override name = 'SecretError'
}

/**
 * The secret behind the cell keys, as hexadecimal digits (disclosure rule 12). Made at first start, readable by its owner
 * only. Where releases exist already a missing one is lost, and a new one would draw every cell again: that stops.
 * @param releases how many finished releases the home has
 * @throws SecretError when it is short, or missing though there are releases
 */
export function secretOf(path: string, { releases }: { releases: number }): string {
  if (!existsSync(path)) {
    if (releases > 0) throw lost(path)
    placeFile(path, randomBytes(BYTES), 0o600)
  }
  chmodSync(path, 0o600)
  const bytes = readFileSync(path)
  if (bytes.length !== BYTES) throw damaged(path)
  return bytes.toString('hex')
}

/** Whether the file of the secret has the right length. */
export const isWholeSecret = (path: string): boolean => statSync(path).size === BYTES

/** Tells one secret from another without telling it. */
export function markOfSecret(secret: string): string {
  return createHash('sha256').update(`jamsides|${secret}`).digest('hex')
}

/** The secret is gone while figures drawn with it are published. */
function lost(path: string): SecretError {
  return new SecretError(
    `Hemligheten ${path} saknas fast publiceringar finns. Lägg tillbaka den från säkerhetskopian; ingen ny publicering byggs utan den. / The secret ${path} is missing though there are releases. Put it back from the backup; no release is built without it.`,
  )
}

/** The secret is another than the one that the published figures were drawn with. */
export function another(): SecretError {
  return new SecretError(
    'Hemligheten är en annan än den som publicerade siffror bygger på. Lägg tillbaka den rätta från säkerhetskopian. / The secret is not the one that the published figures rest on. Put the right one back from the backup.',
  )
}

function damaged(path: string): SecretError {
  return new SecretError(
    `Hemligheten ${path} ska vara ${BYTES} byte men är det inte. Lägg tillbaka den från säkerhetskopian. / The secret ${path} should be ${BYTES} bytes and is not. Put it back from the backup.`,
  )
}

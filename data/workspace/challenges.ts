import { KEPT_MS } from './keeping.ts'
import { digestOfSecret } from './secret-text.ts'
import type { Writing } from './workspace.ts'

/** Keeps what must be known when something that was handed out comes back, for ten minutes. */
export async function keepChallenge(transaction: Writing, kind: string, secret: string, body: object): Promise<void> {
  const expires_at = new Date(Date.now() + KEPT_MS.challenge).toISOString()
  const row = { digest: digestOfSecret(secret), kind, body: JSON.stringify(body), expires_at }
  await transaction.insertInto('challenge').values(row).execute()
}

/** What was kept of it, once: of two that bring the same back, one gets it. */
export async function takeChallenge<T>(transaction: Writing, kind: string, secret: string): Promise<T | null> {
  const row = await transaction
    .deleteFrom('challenge')
    .where('digest', '=', digestOfSecret(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', new Date().toISOString())
    .returning('body')
    .executeTakeFirst()
  return row ? (JSON.parse(row.body) as T) : null
}

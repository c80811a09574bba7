import { Problem } from '../../problem.ts'
import type { Asked } from '../feature.ts'

const FRESH_MS = 15 * 60_000

/**
 * What lets somebody into an account is changed only soon after signing in: not in a browser that somebody left open.
 * @throws Problem `not-allowed` that says so
 */
export async function justSignedIn({ workspace, who }: Asked<unknown>): Promise<void> {
  const begun = await (await workspace()).read
    .selectFrom('sign_in')
    .select('began_at')
    .where('id', '=', who!.signIn ?? '')
    .executeTakeFirst()
  if (!begun || Date.now() - Date.parse(begun.began_at) > FRESH_MS) throw again
}

const again = new Problem('not-allowed', {
  sv: 'Det är över en kvart sedan du loggade in. Logga ut, logga in igen och gör om det.',
  en: 'It is more than a quarter of an hour since you signed in. Sign out, sign in again and do it over.',
})

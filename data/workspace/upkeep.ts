import { eraseParticulars, lastAnchor } from './audit.ts'
import type { Anchor } from './audit-chain.ts'
import { KEPT_MS } from './keeping.ts'
import type { Workspace } from './workspace.ts'

const DAY = 86_400_000

/**
 * What is done once a day: takes away what has run out long ago, erases the particulars of old audit lines.
 * @param auditDays how long particulars are kept
 * @returns where the audit log ends, to be noted outside of it
 */
export async function keepUp(workspace: Workspace, auditDays: number): Promise<Anchor> {
  const before = (ms: number) => new Date(Date.now() - ms).toISOString()
  const longOver = before(KEPT_MS.endedSignIn)
  await eraseParticulars(workspace, before(auditDays * DAY))
  await workspace.write(async (transaction) => {
    await transaction.deleteFrom('sign_in').where('expires_at', '<', longOver).execute()
    await transaction.deleteFrom('api_token').where('expires_at', '<', longOver).execute()
    await transaction.deleteFrom('one_time_link').where('expires_at', '<', longOver).execute()
    await transaction.deleteFrom('challenge').where('expires_at', '<', before(0)).execute()
    await transaction.deleteFrom('attempt').where('last_at', '<', before(KEPT_MS.attempt)).execute()
  })
  return lastAnchor(workspace.read)
}

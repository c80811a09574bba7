import { hasAdministrator } from '../../data/workspace/accounts.ts'
import { append } from '../../data/workspace/audit.ts'
import { makeLink } from '../../data/workspace/links.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

/** The secret of a one-time link that makes the first administrator; null where there is one. There is no default password. */
export async function setUpSecret(workspace: Workspace): Promise<string | null> {
  if (await hasAdministrator(workspace.read)) return null
  return workspace.write(async (transaction) => {
    await append(transaction, { actor: 'program', action: 'link.made', body: { kind: 'setup' } })
    return makeLink(transaction, 'setup', null)
  })
}

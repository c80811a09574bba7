import type { Settings } from '../../data/settings.ts'
import type { Home } from '../../data/store/home.ts'
import type { Unplaced } from '../../data/store/manifest.ts'
import { append } from '../../data/workspace/audit.ts'
import type { Anchor } from '../../data/workspace/audit-chain.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'

/**
 * Notes in the audit log that a release was built, before it is served. @returns where the log ends with that, for the
 * release's manifest; null where the log cannot be reached: figures are published without it, and their manifest tells
 */
export async function audited(
  home: Home,
  settings: Settings,
  about: Pick<Unplaced, 'id' | 'sample' | 'sources'>,
): Promise<Anchor | null> {
  try {
    const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
    const body = { sample: about.sample, sources: about.sources.map(({ source }) => source) }
    const deed = { actor: 'command-line', action: 'release.built', object: about.id, body }
    try {
      return await workspace.write((transaction) => append(transaction, deed))
    } finally {
      await workspace.close()
    }
  } catch (error) {
    if (error instanceof WorkspaceFault) return null
    throw error
  }
}

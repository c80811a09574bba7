import type { Settings } from '../../data/settings.ts'
import type { Home } from '../../data/store/home.ts'
import { listManifests } from '../../data/store/manifest.ts'
import { currentRelease, removeRelease } from '../../data/store/release.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { citedReleases } from '../../data/workspace/meetings/whole.ts'

/**
 * Takes away the releases that are older than the setting keeps them: never the one served, nor the one before it, which a
 * rollback returns to, nor one that a session reads from; and none at all while the workspace cannot say which those are.
 * @returns their ids
 */
export async function pruneReleases(home: Home, settings: Settings, now = new Date()): Promise<string[]> {
  const old = builtBefore(home, monthsBefore(now, settings.JAMSIDES_KEEP_MONTHS))
  if (old.length === 0) return []
  const cited = await citedOrUnknown(home, settings)
  const outlived = cited === null ? [] : old.filter((id) => !cited.has(id))
  for (const id of outlived) removeRelease(home, id)
  return outlived
}

/**
 * Of what was built before the release served and the one before that. A release is as young as any built before it,
 * whatever the clock said when it was built.
 */
function builtBefore(home: Home, moment: string): string[] {
  const built = listManifests(home)
  const served = built.findIndex(({ id }) => id === currentRelease(home))
  if (served < 0) return []
  let youngest = ''
  const earlier = built.slice(served + 2).reverse()
  return earlier.flatMap(({ id, builtAt }) => {
    if (builtAt > youngest) youngest = builtAt
    return youngest < moment ? [id] : []
  })
}

/** The releases that sessions read from; null where the workspace cannot be asked. */
async function citedOrUnknown(home: Home, settings: Settings): Promise<Set<string> | null> {
  try {
    const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
    try {
      return await citedReleases(workspace.read)
    } finally {
      await workspace.close()
    }
  } catch {
    return null
  }
}

function monthsBefore(moment: Date, months: number): string {
  const before = new Date(moment)
  before.setUTCMonth(before.getUTCMonth() - months)
  return before.toISOString()
}

import { SETTINGS, type Settings, shownSetting } from '../settings.ts'
import { append, type Deed } from './audit.ts'
import type { Reading, Workspace } from './workspace.ts'

/** Of one process and not of the service: several may run beside each other. */
const OF_ONE_PROCESS = ['PORT', 'HOST', 'JAMSIDES_LOG']

type Shown = Record<string, unknown>

/** Notes in the audit log which settings are others than last time, with what they are now; of secret ones only that they are set. */
export async function noteSettings(workspace: Workspace, settings: Settings): Promise<void> {
  const now = shownOf(settings)
  const before = await lastNoted(workspace.read)
  const changed = Object.keys(now).filter((name) => now[name] !== before[name])
  if (changed.length === 0) return
  const deed: Deed = { actor: 'program', action: 'settings.changed', body: { changed, settings: now } }
  await workspace.write((transaction) => append(transaction, deed))
}

const shownOf = (settings: Settings): Shown =>
  Object.fromEntries(
    SETTINGS.filter(({ name }) => !OF_ONE_PROCESS.includes(name)).map(({ name }) => [
      name,
      shownSetting(name, settings),
    ]),
  )

async function lastNoted(read: Reading): Promise<Shown> {
  const last = await read
    .selectFrom('audit')
    .select('body')
    .where('action', '=', 'settings.changed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.body ? JSON.parse(last.body).settings : {}
}

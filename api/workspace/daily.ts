import type { Logger } from 'pino'
import type { Settings } from '../../data/settings.ts'
import { noteSettings } from '../../data/workspace/settings-noted.ts'
import { keepUp } from '../../data/workspace/upkeep.ts'
import type { Holder } from './holder.ts'
import { remind } from './reminding.ts'

const DAY = 86_400_000

/**
 * Keeps the workspace up now and once a day, and writes where its audit log ends into our own log: whoever keeps that
 * elsewhere can tell later whether the audit log was changed. Reminds of what has not been handed in. @returns how to stop
 */
export function everyDay(holder: Holder, settings: Settings, log: Logger): () => void {
  const run = async () => {
    try {
      const workspace = await holder.workspace()
      await noteSettings(workspace, settings)
      await remind(workspace, settings)
      const { seq, hash } = await keepUp(workspace, settings.JAMSIDES_AUDIT_DAYS)
      log.info({ audit: { seq, hash } }, 'audit log ends here')
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'the workspace could not be kept up')
    }
  }
  void run()
  const timer = setInterval(run, DAY).unref()
  return () => clearInterval(timer)
}

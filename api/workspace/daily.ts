import type { Logger } from 'pino'
import { keepUp } from '../../data/workspace/upkeep.ts'
import type { Holder } from './holder.ts'

const DAY = 86_400_000

/**
 * Keeps the workspace up now and once a day, and writes where its audit log ends into our own log: whoever keeps that
 * elsewhere can tell later whether the audit log was changed. @returns how to stop
 */
export function everyDay(holder: Holder, auditDays: number, log: Logger): () => void {
  const run = async () => {
    try {
      const { seq, hash } = await keepUp(await holder.workspace(), auditDays)
      log.info({ audit: { seq, hash } }, 'audit log ends here')
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'the workspace could not be kept up')
    }
  }
  void run()
  const timer = setInterval(run, DAY).unref()
  return () => clearInterval(timer)
}

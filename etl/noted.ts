import type { Settings } from '../data/settings.ts'
import type { Home } from '../data/store/home.ts'
import { append, type Deed } from '../data/workspace/audit.ts'
import type { Anchor } from '../data/workspace/audit-chain.ts'
import { openWorkspace } from '../data/workspace/engine.ts'
import { WorkspaceFault } from '../data/workspace/fault.ts'
import { say } from './language.ts'

/**
 * Notes in the audit log what is done from the command line. @returns where the log ends with that; null where the log cannot
 * be reached: figures are published, and taken away, without it
 */
export async function noted(home: Home, settings: Settings, deed: Omit<Deed, 'actor'>): Promise<Anchor | null> {
  try {
    const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
    try {
      return await workspace.write((transaction) => append(transaction, { actor: 'command-line', ...deed }))
    } finally {
      await workspace.close()
    }
  } catch (error) {
    if (error instanceof WorkspaceFault) return null
    throw error
  }
}

/** What is said where something was done and could not be noted. */
export const linesOfNote = (anchor: Anchor | null): string[] =>
  anchor
    ? []
    : [
        say(
          'Händelseloggen går inte att nå: det här är gjort men inte antecknat. Se till arbetsytan med status.',
          'The audit log cannot be reached: this is done but not noted. Look at the workspace with status.',
        ),
      ]

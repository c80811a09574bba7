import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Home } from '../../data/store/home.ts'
import { ToldError } from '../../data/told-error.ts'
import { verifyAudit } from '../../data/workspace/audit.ts'
import type { Anchor } from '../../data/workspace/audit-chain.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'
import { say } from '../language.ts'
import { damaged, sound, type Verdict } from './verdict.ts'

const AnchorFile = z.object({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** An anchor that cannot be read; the message says what it should look like. */
class AnchorError extends ToldError {
  override name = 'AnchorError'
  override readonly isWrongUse = true
}

/**
 * Where an audit log was known to end: `{"seq": 12, "hash": "…"}` as a receipt or a line of our log has it, or a release's
 * manifest. @throws AnchorError
 */
export function anchorIn(path: string): Anchor {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8'))
    return AnchorFile.parse(read.audit ?? read)
  } catch {
    throw new AnchorError(
      say(
        `${path} är inget ankare: där ska stå {"seq": nummer, "hash": "64 tecken"}.`,
        `${path} is no anchor: it should hold {"seq": number, "hash": "64 characters"}.`,
      ),
    )
  }
}

type Log = { home: Home; database: string; anchor?: Anchor | undefined }

/** The audit log: whole, altered at a line, or shorter than its anchor. Nothing where there is no workspace yet. */
export async function verifyAuditLog({ home, database, anchor }: Log): Promise<Verdict[]> {
  const file = database ? 'DATABASE_URL' : home.workspace
  if (!database && !existsSync(home.workspace)) return anchor ? [damaged(file, gone(), fromBackup())] : []
  try {
    const workspace = await openWorkspace({ home, database })
    try {
      return [await verdictOf(workspace.read, file, anchor)]
    } finally {
      await workspace.close()
    }
  } catch (error) {
    if (error instanceof WorkspaceFault) return [damaged(file, say(error.sv, error.en), fromBackup())]
    return [damaged(file, say('skadad, kan inte läsas', 'damaged, cannot be read'), fromBackup())]
  }
}

async function verdictOf(read: Parameters<typeof verifyAudit>[0], file: string, anchor?: Anchor): Promise<Verdict> {
  const { state, at, end } = await verifyAudit(read, anchor)
  if (state === 'altered') return damaged(file, altered(at!), fromBackup())
  if (state === 'short') return damaged(file, shorter(anchor!.seq, end.seq), fromBackup())
  if (state === 'other') return damaged(file, other(anchor!.seq), fromBackup())
  return sound(file)
}

const gone = () => say('borta', 'gone')
const altered = (at: number) =>
  say(
    `ändrad: händelseloggen stämmer till rad ${at - 1}, inte rad ${at}`,
    `altered: the audit log holds up to line ${at - 1}, not line ${at}`,
  )
const shorter = (anchor: number, end: number) =>
  say(
    `kortare än sitt ankare: händelseloggen slutar på rad ${end}, ankaret gäller rad ${anchor}`,
    `shorter than its anchor: the audit log ends at line ${end}, the anchor is of line ${anchor}`,
  )
const other = (at: number) =>
  say(
    `en annan: händelseloggen har en annan rad ${at} än ankaret`,
    `another: line ${at} of the audit log is not the anchor's`,
  )
const fromBackup = () =>
  say(
    'jämför med den senaste kopian i mappen backups och ta reda på vem som ändrat',
    'compare with the latest copy in the folder backups and find out who changed it',
  )

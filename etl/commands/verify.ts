import { existsSync } from 'node:fs'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import { listManifests, releaseFile, sha256Of } from '../../data/store/release.ts'
import { say } from '../language.ts'
import type { Context, Outcome } from './outcome.ts'

type Verdict = { file: string; sound: boolean; fault?: string }

/** Checks every stored file: each release against its checksum, each store by reading all of it. */
export async function verify({ home }: Context): Promise<Outcome> {
  const verdicts: Verdict[] = []
  for (const { id, sha256 } of listManifests(home)) {
    const path = releaseFile(home, id)
    verdicts.push(verdictOf(path, await faultInRelease(path, sha256)))
  }
  for (const path of [home.figures, home.vault, home.workspace].filter(existsSync)) {
    verdicts.push(verdictOf(path, await faultIn(path)))
  }
  const damaged = verdicts.filter(({ sound }) => !sound)
  const first = damaged[0]
  return {
    exit: first ? 1 : 0,
    lines: verdicts.map(({ file, fault }) => `${fault ?? say('hel', 'sound')}: ${file}`),
    object: { ok: !first, files: verdicts },
    ...(first ? { complaint: complaint(first) } : {}),
  }
}

const verdictOf = (file: string, fault: string | null): Verdict => ({
  file,
  sound: fault === null,
  ...(fault ? { fault } : {}),
})

async function faultInRelease(path: string, sha256: string): Promise<string | null> {
  if (!existsSync(path)) return gone()
  return (await sha256Of(path)) === sha256 ? faultIn(path) : changedSinceBuilt()
}

/** Reads every table whole. @returns why that failed, null when it did not */
async function faultIn(path: string): Promise<string | null> {
  try {
    const database = await openLocked(path)
    try {
      const tables = await rowsOf<{ name: string }>(
        database.connection,
        `SELECT table_name AS name FROM duckdb_tables() WHERE NOT internal ORDER BY 1`,
      )
      for (const { name } of tables) {
        await database.connection.run(`SELECT bit_xor(hash(COLUMNS(*))) FROM "${name.replaceAll('"', '""')}"`)
      }
      return null
    } finally {
      database.close()
    }
  } catch (error) {
    return /lock/i.test(String(error)) ? busy() : unreadable()
  }
}

const gone = () => say('borta', 'gone')
const changedSinceBuilt = () =>
  say('skadad, stämmer inte med sin kontrollsumma', 'damaged, does not match its checksum')
const unreadable = () => say('skadad, kan inte läsas', 'damaged, cannot be read')
const busy = () => say('upptagen av en inläsning som pågår', 'in use by a load that is running')

const complaint = ({ file, fault }: Verdict) =>
  say(
    `${file} är ${fault}. Visa en hel utgåva med rollback, eller läs in igen.`,
    `${file} is ${fault}. Serve a sound release with rollback, or load again.`,
  )

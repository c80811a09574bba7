import { closeSync, existsSync, mkdirSync, openSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseConnection } from 'kysely'
import { forKysely, type Handle, letGo, sqliteDriver } from './driver.ts'
import { WorkspaceFault } from './fault.ts'
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver } from './kysely.ts'
import type { Tables } from './tables.ts'
import type { Workspace } from './workspace.ts'

const WAIT_FOR_OTHERS_MS = 5000
const LOOK_EVERY_MS = 50

/** Kinds of file systems over a network, by the number that the system gives them: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P. */
const OVER_NETWORK = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997])

/** @throws WorkspaceFault for a kind of file system on which processes do not see each other's locks */
export function refuseNetworkDisk(kind: number): void {
  if (!OVER_NETWORK.has(kind >>> 0)) return
  throw new WorkspaceFault(...NETWORK_DISK)
}

const NETWORK_DISK = [
  'Arbetsytan kan inte ligga på en nätverksdisk. Lägg JAMSIDES_HOME på en lokal disk, eller sätt DATABASE_URL till en PostgreSQL.',
  'The workspace cannot lie on a network share. Put JAMSIDES_HOME on a local disk, or let DATABASE_URL name a PostgreSQL.',
] as const

/**
 * Opens (or makes) the workspace's file: one handle that writes and one that only reads, which therefore never waits.
 * @throws WorkspaceFault on a network disk; whatever SQLite says
 */
export async function openSqlite(path: string): Promise<Workspace> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  refuseNetworkDisk(statfsSync(dirname(path)).type)
  closeSync(openSync(path, 'a', 0o600))
  const { DatabaseSync } = await sqliteDriver()
  const writer = new DatabaseSync(path)
  prepareWriter(writer)
  const reader = new DatabaseSync(path)
  reader.exec(`PRAGMA busy_timeout = ${WAIT_FOR_OTHERS_MS}; PRAGMA query_only = ON`)
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(reader) }) })
  const written = new Kysely<Tables>({ dialect: new WritingDialect({ database: forKysely(writer) }) })
  return {
    engine: 'sqlite',
    read,
    write: (work) => written.transaction().execute(work),
    async copyTo(to) {
      const copier = new DatabaseSync(path)
      copier.prepare('VACUUM INTO ?').run(to)
      copier.close()
    },
    watch: (changed) => watch(reader, changed),
    async close() {
      await read.destroy()
      await written.destroy()
      await letGo(() => !existsSync(`${path}-wal`))
    },
  }
}

/** What was committed survives a power cut; foreign keys hold; other processes are waited for. */
function prepareWriter(handle: Handle): void {
  handle.exec(`PRAGMA busy_timeout = ${WAIT_FOR_OTHERS_MS}`)
  const mode = handle.prepare('PRAGMA journal_mode = WAL').get() as { journal_mode: string }
  if (mode.journal_mode !== 'wal') throw new WorkspaceFault(...NETWORK_DISK)
  handle.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON')
}

/** A transaction that will write takes the lock at once: one that begins by reading would fail instead of waiting. */
class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class WritingDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }

  override createDriver(): WritingDriver {
    return new WritingDriver(this.#config)
  }
}

/** Calls when another connection, of this process or another, has committed. */
function watch(reader: Handle, changed: () => void): () => void {
  const version = () => (reader.prepare('PRAGMA data_version').get() as { data_version: number }).data_version
  let seen = version()
  const timer = setInterval(() => {
    const now = version()
    if (now === seen) return
    seen = now
    changed()
  }, LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Home } from '../store/home.ts'
import { backUpBefore } from './backup.ts'
import { faultOf } from './fault.ts'
import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import type { Place, Workspace } from './workspace.ts'

/**
 * Opens the workspace, makes it where there is none, and brings its tables up to this program.
 * @throws WorkspaceFault in words where it cannot be opened, locked or read
 */
export async function openWorkspace({ home, database }: Place): Promise<Workspace> {
  try {
    const opened = await opening({ home, database })
    return await readied(opened, home)
  } catch (error) {
    throw faultOf(error)
  }
}

/** The driver of PostgreSQL is fetched where there is one. */
async function opening({ home, database }: Place): Promise<Workspace> {
  return database ? (await import('./postgres.ts')).openPostgres(database) : openSqlite(home.workspace)
}

async function readied(opened: Workspace, home: Home): Promise<Workspace> {
  try {
    await migrate(opened, (step) => backUpBefore(opened, home.backups, step))
    return speaking(opened)
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Errors of the engine become faults in words, and writing inside of writing is told at once instead of waiting for itself. */
function speaking(opened: Workspace): Workspace {
  const writing = new AsyncLocalStorage<true>()
  return {
    ...opened,
    async write(work) {
      if (writing.getStore()) throw new Error('write inside of write: hand on the transaction')
      try {
        return await opened.write((transaction) => writing.run(true, () => work(transaction)))
      } catch (error) {
        throw faultOf(error)
      }
    },
  }
}

import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { DatabaseSync as Constructor, DatabaseSyncInstance } from '@photostructure/sqlite'
import type { SqliteDatabase } from 'kysely'

export type Handle = DatabaseSyncInstance
type Driver = { DatabaseSync: typeof Constructor }

/** SQLite as it comes with Node from 22.13; before that the same API from a package. */
export async function sqliteDriver(): Promise<Driver> {
  return (builtIn() as Driver | undefined) ?? (await import('@photostructure/sqlite'))
}

/** Node says at every start that its SQLite is new; our operators have no use for that line. */
function builtIn(): object | undefined {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}

/**
 * Lets go of a file whose handles have been closed. The package's driver keeps it open until the last statement on it is
 * collected, whenever that is: then it would take away the log of a workspace that has been put in the file's place meanwhile.
 * @param isLetGo whether that has happened
 */
export async function letGo(isLetGo: () => boolean): Promise<void> {
  if (builtIn()) return
  setFlagsFromString('--expose-gc')
  const collect: NodeJS.GCFunction = runInNewContext('gc')
  for (const type of ['minor', 'major'] as const) {
    if (isLetGo()) return
    collect({ type })
    await setImmediate()
  }
}

const GIVES_ROWS = /^\s*(select|with|pragma|values|explain)\b|\breturning\b/i

/**
 * An open handle as kysely takes it. Every statement holds the handle: the package's driver fails when a handle is collected
 * while one of its statements lives.
 */
export function forKysely(handle: Handle): SqliteDatabase {
  return {
    close: () => handle.close(),
    prepare(text) {
      const statement = handle.prepare(text)
      return {
        handle,
        reader: GIVES_ROWS.test(text),
        all: (values: readonly unknown[]) => statement.all(...(values as never[])),
        run: (values: readonly unknown[]) => statement.run(...(values as never[])),
        iterate: (values: readonly unknown[]) => statement.iterate(...(values as never[])),
      } as ReturnType<SqliteDatabase['prepare']>
    },
  }
}

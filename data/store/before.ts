import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { renameIntoPlace } from './atomic.ts'
import type { Home } from './home.ts'

/** The stores with what DuckDB keeps beside them. */
const filesOf = ({ figures, vault }: Home): string[] => [figures, vault].flatMap((path) => [path, `${path}.wal`])

/**
 * Keeps both stores as they are, before work that writes to the one and then to the other: until `keepChanges`, whatever
 * happens, `takeBackChanges` makes them what they were. Only for the process that holds the home's lock.
 */
export function rememberStores(home: Home): void {
  const unfinished = `${home.before}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  for (const path of filesOf(home).filter(existsSync)) {
    const beside = `${join(unfinished, basename(path))}.new`
    copyFileSync(path, beside, constants.COPYFILE_FICLONE)
    renameIntoPlace(beside, join(unfinished, basename(path)))
  }
  renameSync(unfinished, home.before)
}

/** Work that writes to both stores, done whole or not at all, also where it is killed. No store may be open. */
export async function asOneAct<T>(home: Home, work: () => Promise<T>): Promise<T> {
  rememberStores(home)
  try {
    const done = await work()
    keepChanges(home)
    return done
  } finally {
    takeBackChanges(home)
  }
}

/** What has been written since stands. */
export function keepChanges(home: Home): void {
  const done = `${home.before}.new`
  if (existsSync(home.before)) renameSync(home.before, done)
  rmSync(done, { recursive: true, force: true })
}

/** Undoes what was written to both stores and not kept. Cut off itself, it is done again. @returns whether there was any */
export function takeBackChanges(home: Home): boolean {
  const isLeft = existsSync(home.before)
  if (isLeft) for (const path of filesOf(home).reverse()) putBack(home, path)
  keepChanges(home)
  return isLeft
}

function putBack(home: Home, path: string): void {
  const copy = join(home.before, basename(path))
  rmSync(path, { force: true })
  if (!existsSync(copy)) return
  copyFileSync(copy, `${path}.new`, constants.COPYFILE_FICLONE)
  renameIntoPlace(`${path}.new`, path)
}

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Home } from '../../data/store/home.ts'
import type { Stored } from './archive.ts'

/**
 * The files of a home that a backup holds: everything but the secret (which goes apart), what is unfinished or put aside,
 * the lock, and the workspace, of which a copy is made while work goes on.
 */
export function storedFiles(home: Home): Stored[] {
  const apart = [
    home.secret,
    home.unfinished,
    home.before,
    home.damaged,
    home.replaced,
    home.fetched,
    home.backups,
    home.lock,
    home.workspace,
  ]
  const isApart = (path: string) =>
    apart.some((one) => path === one || path.startsWith(`${one}-`) || path.startsWith(`${one}.`))
  return filesIn(home.root, isApart).map((path) => ({ path, name: relative(home.root, path).replaceAll('\\', '/') }))
}

function filesIn(folder: string, isApart: (path: string) => boolean): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => !isApart(path) && !path.endsWith('.new'))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path, isApart) : [path]))
}

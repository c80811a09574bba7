import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { placeFile } from '../../../data/store/atomic.ts'

/** When each indicator was last fetched, from which year on and from where. */
export type Notes = Record<string, { date: string; from: number; url: string }>

const noteOf = (root: string) => join(root, 'fetched.json')

/** @param root folder of all fetches of a home */
export function fetchedBefore(root: string): Notes {
  return existsSync(noteOf(root)) ? JSON.parse(readFileSync(noteOf(root), 'utf8')) : {}
}

/** Notes that the indicators were fetched. @param begun ISO date of the day that the fetch began */
export function noteFetched(
  root: string,
  indicators: readonly string[],
  { url, from }: { url: string; from: number },
  begun: string,
): void {
  const before = fetchedBefore(root)
  for (const id of indicators)
    before[id] = { date: begun, from: Math.min(from, before[id]?.url === url ? before[id].from : from), url }
  placeFile(noteOf(root), `${JSON.stringify(before)}\n`)
}

const KEPT_HOURS = 24

/** What was fetched yesterday may be out of date: it is not gone on with. */
export function dropOld(root: string): void {
  if (!existsSync(root)) return
  const oldest = Date.now() - KEPT_HOURS * 3_600_000
  for (const name of readdirSync(root)) {
    const path = join(root, name)
    if (statSync(path).isDirectory() && statSync(path).mtimeMs < oldest) rmSync(path, { recursive: true, force: true })
  }
}

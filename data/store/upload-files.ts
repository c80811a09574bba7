import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { renameIntoPlace } from './atomic.ts'
import type { Home } from './home.ts'

const ID = /^[\w-]{22}$/
const FILE = 'fil'
const PART = /^del-/

/** Where the file of an upload lies once the whole of it has come. */
export const uploadFile = (home: Home, id: string): string => join(folderOf(home, id), FILE)

/** A new place for a file while it is being received. @param attempt tells two senders apart */
export function partOf(home: Home, id: string, attempt: string): string {
  mkdirSync(folderOf(home, id), { recursive: true, mode: 0o700 })
  return join(folderOf(home, id), `del-${attempt}`)
}

/** Puts a part that is whole in the file's place. */
export const keepPart = (home: Home, id: string, part: string): void => renameIntoPlace(part, uploadFile(home, id))

/** Takes away all that lies of an upload. */
export const dropUpload = (home: Home, id: string): void => rmSync(folderOf(home, id), { recursive: true, force: true })

/** Takes away the files of all but these uploads, and what was begun more than a day ago and never ended. */
export function sweepUploads(home: Home, kept: ReadonlySet<string>): void {
  if (!existsSync(home.uploads)) return
  for (const id of readdirSync(home.uploads)) {
    if (!kept.has(id) || !ID.test(id)) rmSync(join(home.uploads, id), { recursive: true, force: true })
    else sweepParts(join(home.uploads, id))
  }
}

const DAY_MS = 24 * 3600 * 1000

function sweepParts(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => PART.test(one))) {
    const begun = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (Date.now() - begun > DAY_MS) rmSync(join(folder, name), { force: true })
  }
}

function folderOf(home: Home, id: string): string {
  if (!ID.test(id)) throw new Error('not the id of an upload')
  return join(home.uploads, id)
}

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file so that a reader sees either the old or the new content, whatever happens in between. */
export function placeFile(path: string, content: string | Uint8Array, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, content, { mode })
  renameIntoPlace(beside, path)
}

/** Flushes a finished file to disk, renames it over its place and flushes the folder that names it. */
export function renameIntoPlace(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  flush(from, 'r+')
  renameSync(from, to)
  if (process.platform !== 'win32') flush(dirname(to), 'r') // Windows cannot open a folder
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

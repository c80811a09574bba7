import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'

const PATIENCE_MS = 280_000
const LOOK_EVERY_MS = 200

/**
 * Puts a sample in a home of its own. Each kind of sample is made once: the files of tests after the first copy it, and the runs after this one.
 * @param make makes the sample in a folder
 */
export async function layOutSample(
  home: string,
  kind: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const kept = join(inject('samples'), kind.join('').replace(/[^a-z0-9]+/gi, '_'))
  if (await isMine(kept)) await makeOnce(kept, make)
  cpSync(kept, home, { recursive: true })
}

/** Whether this process is to make it; waits while another does. */
async function isMine(kept: string): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS
  while (!existsSync(kept)) {
    if (took(`${kept}.making`)) return true
    if (Date.now() > until) throw new Error(`nobody has made ${kept}`)
    await pause(LOOK_EVERY_MS)
  }
  return false
}

/** Whether this process is the first to mark it; the mark of a process that is no more counts for nothing. */
function took(mark: string): boolean {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(mark)) rmSync(mark, { force: true })
    return false
  }
}

function isAlive(mark: string): boolean {
  try {
    return process.kill(Number(readFileSync(mark, 'utf8') || process.pid), 0)
  } catch {
    return false
  }
}

async function makeOnce(kept: string, make: (folder: string) => Promise<void>): Promise<void> {
  try {
    if (existsSync(kept)) return
    rmSync(`${kept}.new`, { recursive: true, force: true })
    await make(`${kept}.new`)
    renameSync(`${kept}.new`, kept)
  } finally {
    rmSync(`${kept}.making`, { force: true })
  }
}

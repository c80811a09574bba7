import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'

const PATIENCE_MS = 280_000
const LOOK_EVERY_MS = 200

/**
 * Puts a sample in a home of its own. A run makes each kind of sample once: the files of tests after the first copy it.
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

function took(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}

async function makeOnce(kept: string, make: (folder: string) => Promise<void>): Promise<void> {
  try {
    await make(`${kept}.new`)
    renameSync(`${kept}.new`, kept)
  } finally {
    rmSync(`${kept}.making`, { recursive: true })
  }
}

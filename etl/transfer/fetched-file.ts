import { createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { renameIntoPlace } from '../../data/store/atomic.ts'
import { sha256Of } from '../../data/store/sums.ts'
import type { Origin } from './origin.ts'

/** What came is not what was promised; it has been thrown away. */
export class NotAsPromised extends Error {
  override name = 'NotAsPromised'
}

/**
 * Brings one file to its place, whole or not at all. Cut off, the next call goes on where it stopped.
 * @param sha256 what its bytes must come to
 * @param parts folder on the same disk for what has not come whole yet
 * @throws NotAsPromised
 * @throws Unreachable
 */
export async function bringFile(
  origin: Origin,
  name: string,
  { to, sha256, parts }: { to: string; sha256: string; parts: string },
): Promise<void> {
  if (existsSync(to) && (await sha256Of(to)) === sha256) return
  mkdirSync(parts, { recursive: true })
  const part = join(parts, `${name}.${sha256.slice(0, 8)}.part`)
  const begun = existsSync(part) ? statSync(part).size : 0
  await pipeline(await origin.bytes(name, begun), createWriteStream(part, { flags: 'a', mode: 0o600 }))
  if ((await sha256Of(part)) !== sha256) {
    rmSync(part)
    throw new NotAsPromised(name)
  }
  renameIntoPlace(part, to)
}

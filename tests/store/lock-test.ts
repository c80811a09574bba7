import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HomeBusy } from '../../data/store/home-busy.ts'
import { asOnlyWriter } from '../../data/store/lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamsides-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const HOLDER = `
  import { asOnlyWriter } from '${new URL('../../data/store/lock.ts', import.meta.url).href}'
  await asOnlyWriter(process.argv[1], async () => {
    console.log('held')
    await new Promise(() => setInterval(() => {}, 1000))
  })`

async function holdElsewhere(lock: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLDER, lock])
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.stderr.on('data', (text) => reject(new Error(String(text))))
  })
  return child
}

test('a second writer is refused, in this process and from another', async () => {
  const lock = join(folder, 'lock.duckdb')
  await asOnlyWriter(lock, async () => {
    await expect(asOnlyWriter(lock, async () => 'never')).rejects.toBeInstanceOf(HomeBusy)
  })
  const child = await holdElsewhere(lock)
  await expect(asOnlyWriter(lock, async () => 'never')).rejects.toBeInstanceOf(HomeBusy)
  child.kill('SIGKILL')
})

test('a writer that was killed leaves nothing to clear away', async () => {
  const lock = join(folder, 'lock.duckdb')
  const child = await holdElsewhere(lock)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  expect(await asOnlyWriter(lock, async () => 'done')).toBe('done')
})

test('an error in the work frees the lock and is thrown on', async () => {
  const lock = join(folder, 'lock.duckdb')
  await expect(
    asOnlyWriter(lock, async () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  expect(await asOnlyWriter(lock, async () => 'done')).toBe('done')
})

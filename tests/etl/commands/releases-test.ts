import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HomeBusy } from '../../../data/store/home-busy.ts'
import { asOnlyWriter } from '../../../data/store/lock.ts'
import { currentRelease, releaseFile } from '../../../data/store/release.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { release } from '../../../etl/commands/release.ts'
import { releases, rollback } from '../../../etl/commands/releases.ts'
import { status } from '../../../etl/commands/status.ts'
import { verify } from '../../../etl/commands/verify.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const csv = (value: number) =>
  temporaryFile('k.csv', `kpi,municipality,period,gender,value\nN31807,0184,2021,T,${value}\n`)

/** A home with two releases. @returns their ids, the older first */
async function twoReleases(context: Context): Promise<[string, string]> {
  const ids: string[] = []
  for (const value of [5, 6]) {
    const { object } = await load(context, [csv(value)], { release: true })
    ids.push((object as { release: string }).release)
  }
  return ids as [string, string]
}

test('releases are listed, the earlier is served again, and the later once more', async () => {
  const context = emptyHome()
  const [older, newer] = await twoReleases(context)
  expect((await releases(context)).object).toMatchObject({
    releases: expect.arrayContaining([
      expect.objectContaining({ id: newer, current: true, sample: false }),
      expect.objectContaining({ id: older, current: false }),
    ]),
  })
  expect((await rollback(context, undefined)).object).toMatchObject({ release: older })
  expect(await inRelease(context, 'SELECT value FROM value')).toEqual([{ value: 5 }])
  await rollback(context, newer)
  expect(currentRelease(context.home)).toBe(newer)
  await expect(rollback(context, '20200101T000000Z-00000000')).rejects.toThrow('finns inte')
})

test('the earliest release has none before it', async () => {
  const context = emptyHome()
  const [older] = await twoReleases(context)
  await rollback(context, older)
  await expect(rollback(context, undefined)).rejects.toThrow('ingen tidigare')
})

test('what is stored without a release is published by the next', async () => {
  const context = emptyHome()
  const stored = await load(context, [csv(5)], { release: false })
  expect(stored.object).toMatchObject({ added: 1, release: null })
  expect(currentRelease(context.home)).toBeNull()
  await release(context)
  expect(await inRelease(context, 'SELECT value FROM value')).toEqual([{ value: 5 }])
})

test('the same file again publishes what an interrupted load had stored', async () => {
  const context = emptyHome()
  const path = csv(5)
  await load(context, [path], { release: false })
  expect((await load(context, [path], { release: true })).object).toMatchObject({
    unchanged: 1,
    release: expect.any(String),
  })
})

test('an empty home has nothing to publish', async () => {
  await expect(release(emptyHome())).rejects.toThrow('inget lagrat')
})

test('status tells what is stored', async () => {
  const context = emptyHome()
  expect((await status(context)).object).toMatchObject({ release: null, sources: [] })
  await load(context, [csv(5)], { release: true })
  expect((await status(context)).object).toMatchObject({
    release: currentRelease(context.home),
    sources: [{ source: 'kolada', indicators: 1, values: 1 }],
  })
})

test('verify finds a release that was altered, and a store that is damaged', async () => {
  const context = emptyHome()
  const [older] = await twoReleases(context)
  expect((await verify(context)).exit).toBe(0)
  const path = releaseFile(context.home, older)
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(path, bytes)
  const altered = await verify(context)
  expect(altered.exit).toBe(1)
  expect(altered.complaint).toContain(older)
  writeFileSync(context.home.figures, 'not a database')
  expect((await verify(context)).object).toMatchObject({
    files: expect.arrayContaining([expect.objectContaining({ file: context.home.figures, sound: false })]),
  })
})

test('verify finds a release whose file is gone', async () => {
  const context = emptyHome()
  const [older] = await twoReleases(context)
  rmSync(releaseFile(context.home, older))
  expect(await verify(context)).toMatchObject({ exit: 1, complaint: expect.stringContaining(older) })
})

test('a home where someone writes is left alone', async () => {
  const context = emptyHome()
  await asOnlyWriter(context.home.lock, async () => {
    await expect(load(context, [csv(5)], { release: true })).rejects.toThrow(HomeBusy)
  })
  expect((await load(context, [csv(5)], { release: true })).exit).toBe(0)
})

test('what an interrupted build left is taken away by the next run', async () => {
  const context = emptyHome()
  await load(context, [csv(5)], { release: true })
  const stray = releaseFile(context.home, '20200101T000000Z-00000000')
  writeFileSync(stray, 'half')
  await load(context, [csv(6)], { release: true })
  expect(existsSync(stray)).toBe(false)
  rmSync(context.home.root, { recursive: true })
})

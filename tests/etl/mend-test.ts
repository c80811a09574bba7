import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currentRelease, listReleases, putReleaseAside, releaseFile, serveRelease } from '../../data/store/release.ts'
import { load } from '../../etl/commands/load.ts'
import { mend } from '../../etl/commands/mend.ts'
import type { Context } from '../../etl/commands/outcome.ts'
import { releases, rollback } from '../../etl/commands/releases.ts'
import { status } from '../../etl/commands/status.ts'
import { verify } from '../../etl/commands/verify.ts'
import { flipByte } from '../fixtures/damage.ts'
import { copiedHome, inRelease, sharedHome, temporaryFile } from '../fixtures/home.ts'

const csv = (value: number) =>
  temporaryFile('k.csv', `kpi,municipality,period,gender,value\nN31807,0184,2021,T,${value}\nN31807,0114,2021,T,4\n`)

const three = sharedHome(async (context) => {
  for (const value of [5, 6, 7]) await load(context, [csv(value)], { release: true })
})

/** A home with three releases, in which Solna's value is 5, 6 and 7, and their ids, the first built first. */
async function threeReleases(): Promise<{ context: Context; ids: [string, string, string] }> {
  const context = copiedHome(await three())
  const [third, second, first] = listReleases(context.home).map(({ id }) => id)
  return { context, ids: [first!, second!, third!] }
}

const manifestOf = ({ home }: Context, id: string) => join(home.releases, `${id}.json`)

/** The files that verify calls damaged, without their folder, and whether each says what to do. */
async function damagedIn(context: Context): Promise<string[]> {
  const { exit, object } = await verify(context)
  const { files } = object as { files: { file: string; sound: boolean; fault?: string; mend?: string }[] }
  const damaged = files.filter(({ sound }) => !sound)
  expect(exit).toBe(damaged.length > 0 ? 1 : 0)
  for (const { fault, mend: what } of damaged) expect([fault, what]).toEqual([expect.any(String), expect.any(String)])
  return damaged.map(({ file }) => file.split('/').at(-1)!)
}

const solna = async (context: Context) =>
  (await inRelease<{ value: number }>(context, `SELECT value FROM value WHERE municipality = '0184'`))[0]!.value

test('a damaged manifest of an old release stops nothing, is named, and is written anew', async () => {
  const {
    context,
    ids: [first, second, third],
  } = await threeReleases()
  const whole = readFileSync(manifestOf(context, first), 'utf8')
  flipByte(manifestOf(context, first), 0.4)
  expect(await damagedIn(context)).toEqual([`${first}.json`])
  expect((await releases(context)).object).toMatchObject({ releases: [{ id: third }, { id: second }] })
  expect((await status(context)).exit).toBe(0)
  expect((await rollback(context, undefined)).object).toMatchObject({ release: second })
  expect((await load(context, [csv(8)], { release: true })).exit).toBe(0)
  expect((await mend(context)).object).toMatchObject({ manifests: [first], aside: [] })
  expect(readFileSync(manifestOf(context, first), 'utf8')).toBe(whole)
  expect(await damagedIn(context)).toEqual([])
})

test('a damaged copy of a manifest is named and written anew; that of a release that is gone is taken away', async () => {
  const {
    context,
    ids: [first, second],
  } = await threeReleases()
  const copyOf = (id: string) => join(context.home.manifests, `${id}.json`)
  for (const id of [first, second]) flipByte(copyOf(id), 0.4)
  expect(await damagedIn(context)).toEqual([`${first}.json`, `${second}.json`].sort())
  putReleaseAside(context.home, first)
  expect((await mend(context)).object).toMatchObject({ copies: [first, second].sort(), manifests: [], aside: [] })
  expect(existsSync(copyOf(first))).toBe(false)
  expect(readFileSync(copyOf(second), 'utf8')).toBe(readFileSync(manifestOf(context, second), 'utf8'))
  expect(await damagedIn(context)).toEqual([])
})

test('a damaged release is put aside, and the last sound one is served', async () => {
  const {
    context,
    ids: [, second, third],
  } = await threeReleases()
  flipByte(releaseFile(context.home, third), 0.5)
  expect(await damagedIn(context)).toEqual([`${third}.duckdb`])
  expect((await mend(context)).object).toMatchObject({ aside: [third], served: second })
  expect(await solna(context)).toBe(6)
  expect(await damagedIn(context)).toEqual([])
  const { object } = await load(context, [csv(9)], { release: true })
  expect(listReleases(context.home)[0]!.id).toBe((object as { release: string }).release)
})

test.each([
  ['header', [0]],
  ['blocks', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
])('damaged figures (%s) are named and rebuilt from the last release, with their history', async (_, places) => {
  const {
    context,
    ids: [, , third],
  } = await threeReleases()
  for (const at of places) flipByte(context.home.figures, at)
  expect(await damagedIn(context)).toEqual(['figures.duckdb'])
  expect((await mend(context)).object).toMatchObject({ figuresFrom: third })
  expect(await damagedIn(context)).toEqual([])
  expect((await load(context, [csv(7)], { release: true })).object).toMatchObject({ unchanged: 2, release: null })
  expect((await load(context, [csv(8)], { release: true })).object).toMatchObject({ revised: 1, unchanged: 1 })
})

test('a vault that cannot be read is damaged, not busy', async () => {
  const { context } = await threeReleases()
  flipByte(context.home.vault, 0)
  const { files } = (await verify(context)).object as { files: { file: string; fault?: string }[] }
  expect(files.find(({ file }) => file === context.home.vault)!.fault).toMatch(/^skadad/)
})

test('a secret that is gone or cut off is named', async () => {
  const { context } = await threeReleases()
  truncateSync(context.home.secret, 31)
  expect(await damagedIn(context)).toEqual(['secret'])
  rmSync(context.home.secret)
  expect(await damagedIn(context)).toEqual(['secret'])
})

test('that nothing is pointed out is named and mended; the last built is served', async () => {
  const {
    context,
    ids: [first, , third],
  } = await threeReleases()
  for (const harm of [() => rmSync(context.home.current), () => writeFileSync(context.home.current, '')]) {
    harm()
    expect(await damagedIn(context)).toEqual(['current'])
    expect((await mend(context)).object).toMatchObject({ served: third })
    expect(currentRelease(context.home)).toBe(third)
  }
  serveRelease(context.home, first)
  expect((await mend(context)).object).toMatchObject({ served: null, aside: [], manifests: [], figuresFrom: null })
  expect(currentRelease(context.home)).toBe(first)
  expect(existsSync(context.home.damaged)).toBe(false)
})

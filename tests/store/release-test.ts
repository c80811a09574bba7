import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Home, homeAt } from '../../data/store/home.ts'
import {
  addRelease,
  currentRelease,
  listReleases,
  releaseFile,
  releaseId,
  removeStrays,
  serveRelease,
} from '../../data/store/release.ts'

let home: Home
beforeEach(() => {
  home = homeAt(mkdtempSync(join(tmpdir(), 'jamsides-release-')))
})
afterEach(() => rmSync(home.root, { recursive: true, force: true }))

const at = (iso: string, digits: string) => releaseId(new Date(iso), digits)
const OLD = at('2026-01-02T03:04:05.678Z', '0123456789')
const NEW = at('2026-02-02T03:04:05Z', 'fedcba98')

async function add(id: string) {
  mkdirSync(home.unfinished, { recursive: true })
  const built = join(home.unfinished, `${id}.duckdb`)
  writeFileSync(built, `content of ${id}`)
  return addRelease(home, built, { id, builtAt: '2026-01-02T03:04:05Z', sample: false, version: '1', sources: [] })
}

test('an id holds the moment in UTC and eight digits', () => {
  expect(OLD).toBe('20260102T030405Z-01234567')
})

test('releases are listed newest first, and one is served', async () => {
  expect(listReleases(home)).toEqual([])
  expect(currentRelease(home)).toBeNull()
  await add(OLD)
  await add(NEW)
  expect(listReleases(home).map(({ id }) => id)).toEqual([NEW, OLD])
  expect(currentRelease(home)).toBeNull()
  serveRelease(home, NEW)
  serveRelease(home, OLD)
  expect(currentRelease(home)).toBe(OLD)
})

test('a release that does not exist is not served, and the one being served stays', async () => {
  await add(OLD)
  serveRelease(home, OLD)
  expect(() => serveRelease(home, NEW)).toThrow()
  expect(currentRelease(home)).toBe(OLD)
})

test('a database file without its manifest is no release, and is taken away', async () => {
  await add(OLD)
  const stray = releaseFile(home, NEW)
  writeFileSync(stray, 'half')
  mkdirSync(home.unfinished, { recursive: true })
  expect(listReleases(home).map(({ id }) => id)).toEqual([OLD])
  expect(removeStrays(home)).toEqual([`${NEW}.duckdb`])
  expect(existsSync(stray)).toBe(false)
  expect(existsSync(home.unfinished)).toBe(false)
  expect(existsSync(releaseFile(home, OLD))).toBe(true)
})

test('the manifest carries the checksum of the file', async () => {
  const { sha256 } = await add(OLD)
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect((await add(NEW)).sha256).not.toBe(sha256)
})

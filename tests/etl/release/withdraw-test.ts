import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Home, homeAt } from '../../../data/store/home.ts'
import { publishedIds } from '../../../data/store/manifest.ts'
import { addRelease, listReleases, releaseFile, releaseId, serveRelease } from '../../../data/store/release.ts'
import { withdrawOlderRules } from '../../../etl/release/withdraw.ts'

let home: Home
beforeEach(() => {
  home = homeAt(mkdtempSync(join(tmpdir(), 'jamsides-withdraw-')))
})
afterEach(() => rmSync(home.root, { recursive: true, force: true }))

/** A finished release of a source, protected by some version of the rules, or by one that did not say. */
async function add(day: number, source: string, rules?: number): Promise<string> {
  const builtAt = new Date(Date.UTC(2026, 0, day))
  const id = releaseId(builtAt, '01234567')
  mkdirSync(home.unfinished, { recursive: true })
  const built = join(home.unfinished, `${id}.duckdb`)
  writeFileSync(built, `content of ${id}`)
  const sources = [{ source, rows: null, file: null, loadedAt: builtAt.toISOString() }]
  const about = { id, builtAt: builtAt.toISOString(), sample: false, version: '1', sources }
  await addRelease(home, built, { ...about, ...(rules !== undefined && { rules }) })
  return id
}

test('releases of clients by older rules are gone once one by newer rules is served; others stay', async () => {
  const [unsaid, older, figures] = [await add(1, 'asi'), await add(2, 'ubu', 3), await add(3, 'kolada')]
  const newer = await add(4, 'asi', 4)
  serveRelease(home, older)
  expect(withdrawOlderRules(home)).toEqual([unsaid])
  serveRelease(home, newer)
  expect(withdrawOlderRules(home)).toEqual([older])
  expect(listReleases(home).map(({ id }) => id)).toEqual([newer, figures])
  expect(existsSync(releaseFile(home, older))).toBe(false)
})

test('what was withdrawn counts as published: what it showed has been seen', async () => {
  const older = await add(1, 'asi', 3)
  serveRelease(home, await add(2, 'asi', 4))
  withdrawOlderRules(home)
  expect(publishedIds(home)).toContain(older)
})

import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listManifests, publishedIds, writeManifest } from '../../../data/store/manifest.ts'
import { releaseFile, releaseId, serveRelease } from '../../../data/store/release.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { pruneReleases } from '../../../etl/release/prune.ts'
import { workspaceOf } from '../../fixtures/hand-in.ts'
import { emptyHome } from '../../fixtures/home.ts'

const NOW = new Date('2026-11-30T12:00:00Z')
const SAID = { sample: false, version: '0.1.0', sha256: 'a'.repeat(64), sources: [] }

/** A home whose releases were built at these moments, the last of them served. @returns their ids */
function built(...moments: string[]) {
  const context = emptyHome()
  const { home } = context
  const ids = moments.map((moment, number) => {
    const id = releaseId(new Date(moment), String(number).repeat(8))
    writeManifest(home, { ...SAID, id, builtAt: new Date(moment).toISOString() })
    writeFileSync(releaseFile(home, id), '')
    return id
  })
  serveRelease(home, ids.at(-1)!)
  return { context, ids }
}

/** A session that reads from a release. */
async function cite(context: Context, release: string): Promise<void> {
  const workspace = await workspaceOf(context)
  const session = {
    meeting: 'm',
    kind: 'meeting',
    id: 'm',
    version: 1,
    author: 'a',
    by: 'a',
    made_at: '',
    saved_at: '',
  }
  await workspace.write((transaction) =>
    transaction
      .insertInto('meeting_part')
      .values({ ...session, body: JSON.stringify({ release }) })
      .execute(),
  )
  await workspace.close()
}

const left = ({ home }: Context) => listManifests(home).map(({ id }) => id)
const prune = ({ home, settings }: Context, months = 24) =>
  pruneReleases(home, { ...settings, JAMSIDES_KEEP_MONTHS: months }, NOW)

test('what is older than the setting goes, but for the one before that which is served', async () => {
  const { context, ids } = built('2021-01-01', '2022-01-01', '2024-11-29', '2024-12-02', '2026-11-01')
  expect(await prune(context)).toEqual(ids.slice(0, 3))
  expect(left(context)).toEqual([ids[4], ids[3]])
  expect(publishedIds(context.home).sort()).toEqual(ids) // what they showed has been seen
})

test('served and former stay however old they are', async () => {
  const { context, ids } = built('2015-01-01', '2016-01-01', '2017-01-01')
  expect(await prune(context)).toEqual(ids.slice(0, 1))
  serveRelease(context.home, ids[1]!)
  expect(await prune(context)).toEqual([])
})

test('a release that a session reads from stays', async () => {
  const { context, ids } = built('2015-01-01', '2016-01-01', '2025-06-01', '2026-11-01')
  await cite(context, ids[0]!)
  expect(await prune(context)).toEqual([ids[1]])
  expect(left(context)).toContain(ids[0])
})

test('nothing goes while the workspace cannot say what sessions read from', async () => {
  const { context } = built('2015-01-01', '2016-01-01', '2025-06-01', '2026-11-01')
  writeFileSync(context.home.workspace, 'this is no database, however long one reads in it '.repeat(100))
  expect(await prune(context)).toEqual([])
  rmSync(context.home.workspace)
  expect(await prune(context)).toHaveLength(2)
})

test('a release is no older than one that was built before it, whatever the clock said', async () => {
  const { context, ids } = built('2015-01-01', '2026-10-01', '1999-01-01', '2026-11-01', '2026-11-02')
  expect(await prune(context)).toEqual([ids[0]])
})

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClientRow } from '../../data/sample/clients.ts'
import { readSettings } from '../../data/settings.ts'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import { releaseFile } from '../../data/store/release.ts'
import { listExtracts, openVault, withdraw } from '../../data/store/vault.ts'
import { publish } from '../../etl/release/build.ts'
import { clients } from './clients.ts'
import { type Service, shownIn, startService } from './service.ts'

const PLACE = '0184'
const YEAR = 2021
const rows = clients('releases', PLACE, YEAR, 60)
const more = (n: number): ClientRow[] =>
  clients('more', PLACE, YEAR, n).map((row) => ({ ...row, pseudo_id: `q-${row.pseudo_id}` }))

let service: Service

beforeEach(async () => {
  service = await startService()
})

afterEach(() => service.close())

const load = async (extract: ClientRow[]) => {
  const { manifest, report } = await service.load(extract)
  return { shown: await shownIn(service.home, manifest.id), waiting: report.waiting, outcomes: report.years }
}

describe('one release after another', () => {
  test('the same extract again gives the very same answers', async () => {
    const first = await load(rows)
    expect(first.shown.length).toBeGreaterThan(1000)
    expect((await load(rows)).shown).toBe(first.shown)
    expect((await load([...rows].reverse())).shown).toBe(first.shown)
  })

  test('an upload of one changes nothing, and the uploader is told that it waits', async () => {
    const first = await load(rows)
    const second = await load([...rows, ...more(1)])
    expect(second.shown).toBe(first.shown)
    expect(second.waiting).toEqual([
      { instrument: 'asi', municipality: PLACE, year: YEAR, reason: 'fewer-than-ten', changed: 1 },
    ])
  })

  test('what waits adds up: the tenth person opens the gate, and every cell draws again', async () => {
    const first = await load(rows)
    await load([...rows, ...more(9)])
    const third = await load([...rows, ...more(10)])
    expect(third.waiting).toEqual([])
    expect(third.outcomes.changed).toBe(1)
    expect(third.shown).not.toBe(first.shown)
  })

  test('nine persons altered wait, ten do not', async () => {
    const first = await load(rows)
    const altered = (n: number) =>
      rows.map((row, i) => (i < n ? { ...row, alkohol_skattning: 9 - Number(row.alkohol_skattning) } : row))
    expect((await load(altered(9))).shown).toBe(first.shown)
    expect((await load(altered(10))).shown).not.toBe(first.shown)
  })

  test('a fifth change within a year waits', async () => {
    let shown = (await load(rows)).shown
    for (let change = 1; change <= 4; change++) {
      const next = await load([...rows, ...more(10 * change)])
      expect(next.shown).not.toBe(shown)
      shown = next.shown
    }
    const fifth = await load([...rows, ...more(50)])
    expect(fifth.shown).toBe(shown)
    expect(fifth.waiting[0]?.reason).toBe('four-changes')
  })

  test('an extract that is taken back is gone, and cannot come back with one person more', async () => {
    const first = await load(rows)
    const vault = await openVault(service.home.vault)
    await withdraw(vault.connection, (await listExtracts(vault.connection))[0]!.id)
    vault.close()
    const { manifest } = await service.publish()
    expect(JSON.parse(await shownIn(service.home, manifest.id))).toEqual([[], [], []])
    const again = await load([...rows, ...more(1)])
    expect(again.waiting[0]?.reason).toBe('fewer-than-ten')
    expect(JSON.parse(again.shown)).toEqual([[], [], []])
    expect((await load(rows)).shown).toBe(first.shown)
  })

  test('what was built but never published does not count', async () => {
    const first = await load(rows)
    const { manifest } = await service.load([...rows, ...more(10)])
    rmSync(join(service.home.releases, `${manifest.id}.json`))
    const third = await load([...rows, ...more(1)])
    expect(third.shown).toBe(first.shown)
    expect(third.waiting[0]?.changed).toBe(1)
  })

  test('what was published counts also where its file has been lost', async () => {
    await load(rows)
    const { manifest } = await service.load([...rows, ...more(10)])
    const second = await shownIn(service.home, manifest.id)
    rmSync(releaseFile(service.home, manifest.id))
    const third = await load([...rows, ...more(11)])
    expect(third.shown).toBe(second)
    expect(third.waiting[0]?.changed).toBe(1)
  })

  test('stricter rules apply at once: what waits is not shown by the looser ones', async () => {
    await load(rows)
    const settings = { JAMSIDES_HOME: service.home.root, JAMSIDES_FLOOR: '15' }
    const { manifest } = await publish(service.home, readSettings(settings))
    const counts = JSON.parse(await shownIn(service.home, manifest.id))[0].map(({ count }: { count: number }) => count)
    expect(counts.length).toBeGreaterThan(100)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(15)
    const { report } = await load([...rows, ...more(1)]).then(() => publish(service.home, readSettings(settings)))
    expect(report.waiting[0]?.reason).toBe('fewer-than-ten')
  })
})

describe('the secret', () => {
  test('is not made again: a lost one stops the build', async () => {
    await service.load(rows)
    rmSync(service.home.secret)
    await expect(service.publish()).rejects.toThrow(/Hemligheten/)
  })

  test('of another home does not pass for the right one', async () => {
    await service.load(rows)
    writeFileSync(service.home.secret, Buffer.alloc(32, 7))
    await expect(service.publish()).rejects.toThrow(/en annan/)
  })
})

test('neither a pseudonym, nor a key, nor a salt, nor a true count is in the release file', async () => {
  const { manifest } = await service.load(rows)
  const file = await openLocked(releaseFile(service.home, manifest.id))
  try {
    const tables = await rowsOf<{ name: string }>(
      file.connection,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_name LIKE 'protected%' OR table_name LIKE '%released%' OR table_name LIKE '%gathered%' ORDER BY name`,
    )
    expect(tables.map(({ name }) => name).filter((name) => !name.startsWith('protected_'))).toEqual([])
    expect(tables.map(({ name }) => name).filter((name) => /key|salt|pseudo|person|true/.test(name))).toEqual([])
    const [odd] = await rowsOf<{ n: number }>(
      file.connection,
      'SELECT CAST(count(*) AS INTEGER) AS n FROM protected_figure WHERE count % 5 <> 0',
    )
    expect(odd).toEqual({ n: 0 })
  } finally {
    file.close()
  }
})

import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openLocked, openWritable, rowsOf } from '../../data/store/duckdb.ts'
import { openFigures } from '../../data/store/figures.ts'
import { backup } from '../../etl/commands/backup.ts'
import type { Context } from '../../etl/commands/outcome.ts'
import { release } from '../../etl/commands/release.ts'
import { restore } from '../../etl/commands/restore.ts'
import { status } from '../../etl/commands/status.ts'
import { verify } from '../../etl/commands/verify.ts'
import { emptyHome, inRelease, temporaryFile } from '../fixtures/home.ts'

const COLUMNS = `indicator TEXT NOT NULL, sex TEXT NOT NULL, period SMALLINT NOT NULL, municipality TEXT NOT NULL, value DOUBLE,
  status TEXT, token TEXT, numerator DOUBLE, denominator DOUBLE, source TEXT NOT NULL, loaded_at TEXT NOT NULL`

const FIGURES = [
  `('N31807', 'T', 2021, '0184', 5.25, NULL, NULL, NULL, 80, 'kolada', '2025-01-01T00:00:00.000Z')`,
  `('N31807', 'K', 2021, '0184', NULL, 'secrecy', 'Privacy', NULL, NULL, 'kolada', '2025-02-01T00:00:00.000Z')`,
  `('N31807', 'M', 2021, '0184', NULL, 'missing', NULL, NULL, NULL, 'kolada', '2025-02-01T00:00:00.000Z')`,
  `('N31807', 'T', 2021, '0000', 4.5, NULL, NULL, NULL, NULL, 'kolada', '2025-01-01T00:00:00.000Z')`,
  `('N30101', 'T', 2020, '0180', -3.125, NULL, NULL, 1, 3, 'oj', '2025-02-01T00:00:00.000Z')`,
]
const REVISIONS = [
  `('N31807', 'T', 2021, '0184', 5, NULL, NULL, NULL, 79, 'kolada', '2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z')`,
  `('N31807', 'T', 2021, '0114', NULL, 'missing', '..', NULL, NULL, 'kolada', '2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z')`,
]

/** A home with a store of figures as the first version wrote it: as texts. */
async function formerHome(...limits: string[]): Promise<Context> {
  const context = emptyHome()
  const former = await openWritable(context.home.figures)
  const columns = [COLUMNS, ...limits].join()
  const names = COLUMNS.split(/,\s*/)
    .map((column) => column.split(' ')[0])
    .join()
  await former.connection.run(
    `CREATE TABLE figure (${columns}); CREATE TABLE revision (${columns}, replaced_at TEXT NOT NULL)`,
  )
  await former.connection.run(`INSERT INTO figure (${names}) VALUES ${FIGURES.join()}`)
  await former.connection.run(`INSERT INTO revision (${names}, replaced_at) VALUES ${REVISIONS.join()}`)
  await former.connection.run('CREATE TABLE condition (sample BOOLEAN NOT NULL, unpublished BOOLEAN NOT NULL)')
  await former.connection.run('INSERT INTO condition VALUES (false, true)')
  former.close()
  return context
}

/** Every figure and what it was, in texts, without opening the store to write. */
async function toldIn({ home }: Context) {
  const figures = await openLocked(home.figures)
  const without = "COLUMNS(c -> c NOT IN ('lower', 'upper'))"
  try {
    return {
      figures: await rowsOf(figures.connection, `SELECT ${without} FROM figure ORDER BY ALL`),
      revisions: await rowsOf(figures.connection, `SELECT ${without} FROM revision ORDER BY ALL`),
    }
  } finally {
    figures.close()
  }
}

const open = async ({ home }: Context) => (await openFigures(home.figures)).close()

test.each([
  ['without limits', []],
  ['with limits', ['lower DOUBLE', 'upper DOUBLE']],
])('figures that a former version stored as texts, %s, tell the same as numbers', async (_, limits) => {
  const context = await formerHome(...limits)
  const before = await toldIn(context)
  expect([before.figures.length, before.revisions.length]).toEqual([FIGURES.length, REVISIONS.length])
  for (let turn = 0; turn < 2; turn++) {
    await open(context)
    expect(await toldIn(context)).toEqual(before)
  }
})

test('where that is cut off they stand as they were', async () => {
  const context = await formerHome()
  const before = await toldIn(context)
  const former = await openWritable(context.home.figures)
  await former.connection.run('CREATE TABLE stored_revision (indicator INTEGER)')
  former.close()
  await expect(open(context)).rejects.toThrow()
  expect(await toldIn(context)).toEqual(before)
  const again = await openWritable(context.home.figures)
  await again.connection.run('DROP TABLE stored_revision')
  again.close()
  await open(context)
  expect(await toldIn(context)).toEqual(before)
})

test('a former store is read, kept and put back as it is, and published', async () => {
  const context = await formerHome()
  expect((await status(context)).object).toMatchObject({
    sources: [
      { source: 'kolada', values: 4 },
      { source: 'oj', values: 1 },
    ],
  })
  expect((await verify(context)).exit).toBe(0)
  const file = join(dirname(temporaryFile('x', '')), 'former.tar')
  expect((await backup(context, file, {})).exit).toBe(0)
  const restored = emptyHome()
  expect((await restore(restored, file, {})).exit).toBe(0)
  expect((await release(restored)).exit).toBe(0)
  const values = 'SELECT indicator, sex, municipality, value, status, previous_value FROM value ORDER BY ALL'
  expect(await inRelease(restored, values)).toMatchObject([
    { indicator: 'N30101', value: -3.125 },
    { indicator: 'N31807', sex: 'K', status: 'secrecy' },
    { indicator: 'N31807', sex: 'M', status: 'missing' },
    { indicator: 'N31807', municipality: '0000', value: 4.5 },
    { indicator: 'N31807', municipality: '0184', value: 5.25, previous_value: 5 },
  ])
})

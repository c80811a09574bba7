import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identifier, openLocked, openWritable, quoted, type Row, rowsOf } from '../../../data/store/duckdb.ts'
import { currentRelease, releaseFile } from '../../../data/store/release.ts'
import { exportRelease } from '../../../etl/commands/export.ts'
import { load } from '../../../etl/commands/load.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'

const csv = () =>
  temporaryFile('k.csv', 'kpi,municipality,period,gender,value\nN31807,0184,2021,T,5.25\nN31807,0114,2021,T,4\n')

test('every table of the served release is handed out as Parquet, to the last row', async () => {
  const context = emptyHome()
  await load(context, [csv()], { release: true })
  const folder = join(context.home.root, "out's")
  const { object } = await exportRelease(context, 'release', folder)
  const id = currentRelease(context.home)!
  const names = readdirSync(folder).filter((name) => name.endsWith('.parquet'))
  expect(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'))).toMatchObject({ id })
  expect(
    Object.keys((object as { tables: object }).tables)
      .map((name) => `${name}.parquet`)
      .sort(),
  ).toEqual(names.sort())

  const release = await openLocked(releaseFile(context.home, id))
  const scratch = await openWritable(':memory:')
  for (const file of names) {
    const table = file.replace('.parquet', '')
    const there = await rowsOf<Row>(scratch.connection, `FROM ${quoted(join(folder, file))}`)
    expect(there).toEqual(await rowsOf<Row>(release.connection, `FROM ${identifier(table)}`))
  }
  expect(names).toEqual(expect.arrayContaining(['figure.parquet', 'value.parquet', 'protected_figure.parquet']))
  scratch.close()
  release.close()
})

test('a folder that holds something, another word than release, and a home without one are refused in words', async () => {
  const context = emptyHome()
  const folder = join(context.home.root, 'out')
  await expect(exportRelease(context, 'release', folder)).rejects.toThrow('ingen utgåva')
  await load(context, [csv()], { release: true })
  await expect(exportRelease(context, 'vault', folder)).rejects.toThrow('export release')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await expect(exportRelease(context, 'release', folder)).rejects.toThrow('inte tom')
  expect(readdirSync(folder)).toEqual(['mine.txt'])
})

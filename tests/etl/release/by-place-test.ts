import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openWritable, rowsOf } from '../../../data/store/duckdb.ts'
import { currentRelease, releaseFile } from '../../../data/store/release.ts'
import { load } from '../../../etl/commands/load.ts'
import { orderByPlace } from '../../../etl/release/reckon/by-place.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'

const PLACES = ['0000', '0114', '0180', '0184', '1280']
const VALUED = ['N31807', 'N30101', 'U30426'].flatMap((kpi) =>
  [2020, 2021].flatMap((year) => PLACES.map((place, at) => `${kpi},${place},${year},T,${(at * year) % 3}`)),
)

test('what is ordered a few values at a time stands by place as what is ordered at once', async () => {
  const context = emptyHome()
  const file = temporaryFile('k.csv', `kpi,municipality,period,gender,value\n${VALUED.join('\n')}\n`)
  expect((await load(context, [file], { release: true })).exit).toBe(0)
  const copy = temporaryFile('release.duckdb', '')
  copyFileSync(releaseFile(context.home, currentRelease(context.home)!), copy)
  const { connection, close } = await openWritable(copy)
  const ordered = () => rowsOf(connection, 'FROM figure_by_place')
  const atOnce = await ordered()
  expect(atOnce.length).toBe(VALUED.length)
  expect(new Set(atOnce.map(({ rank }) => rank))).toEqual(new Set([null, 1, 2, 3, 4]))
  for (const rows of [4, 7, 11]) {
    await connection.run('DELETE FROM figure_by_place')
    await orderByPlace(connection, null, rows)
    expect(await ordered()).toEqual(atOnce)
  }
  close()
})

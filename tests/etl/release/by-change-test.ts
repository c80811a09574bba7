import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../../data/catalogue/index.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { publish } from '../../../etl/release/build.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const { indicators, municipalities } = catalogue()
const PLACES = municipalities.slice(0, 40)
/** A share that is counted on another indicator's values, that other, and two that nothing changes of. */
const COUNTED = indicators.find(({ base, kind }) => base !== null && kind === 'share')!
const BASE = COUNTED.base!
const STILL = indicators.filter(({ kind, base }) => kind === 'amount' && base === null).slice(0, 2)

/** A value of every place in five years, no two alike. */
const series = (id: string, from: number, by: number) =>
  [2017, 2018, 2019, 2020, 2021].flatMap((year) =>
    PLACES.map(({ code }, place) => `${id},${code},${year},T,${from + ((place * 7 + year * 3) % 40) * by},`),
  )

const fileOf = (lines: readonly string[]) =>
  temporaryFile('k.csv', ['kpi,municipality,period,gender,value,status', ...lines, ''].join('\n'))

const before = () => [
  ...STILL.flatMap(({ id }, number) => series(id, 1000 + number, 3)),
  ...series(COUNTED.id, 10, 1),
  ...series(BASE, 400, 11),
  `${STILL[0]!.id},${PLACES[0]!.code},2016,T,,Missing`,
]
/** A base that was counted anew, and with it marks and a place that shift the numbers of all others. */
const changes = () => [
  `${BASE},${PLACES[3]!.code},2021,T,77,`,
  `${BASE},0001,2021,T,500,`,
  `${BASE},${PLACES[4]!.code},2016,T,,Not applicable`,
]

const TABLES = [
  ...['place', 'mark', 'origin', 'figure', 'coverage', 'reckoned', 'reckoned_from', 'noise', 'statistics'],
  ...['yearly_statistics', 'standing', 'group_rank', 'rank_limit'],
]

/** Every row of what is reckoned, in the order in which it is stored. */
async function tablesOf(context: Context) {
  const all: Record<string, unknown[]> = {}
  for (const table of TABLES) all[table] = await inRelease(context, `FROM ${table}`)
  return all
}

/** The same figures in a home where nothing was published before. */
async function fromScratch({ home }: Context): Promise<Context> {
  const other = emptyHome()
  mkdirSync(dirname(other.home.figures), { recursive: true })
  copyFileSync(home.figures, other.home.figures)
  expect((await publish(other.home, other.settings)).takenOver).toBe(0)
  return other
}

test('after a change only what depends on it is reckoned, and the release is the one built from scratch', async () => {
  const context = emptyHome()
  const first = await load(context, [fileOf(before())], { release: true })
  expect(first.exit, first.lines.join('\n')).toBe(0)
  const digests = await inRelease<{ indicator: number; digest: string }>(context, 'FROM reckoned_from')
  const second = await load(context, [fileOf(changes())], { release: false })
  expect(second.exit, second.lines.join('\n')).toBe(0)
  expect((await publish(context.home, context.settings)).takenOver).toBe(STILL.length)
  const made = await tablesOf(context)
  expect(made.reckoned_from).toHaveLength(4)
  const same = digests.filter((one) => made.reckoned_from!.some((now) => JSON.stringify(now) === JSON.stringify(one)))
  expect(same.map(({ indicator }) => indicators[indicator]?.id).sort()).toEqual(STILL.map(({ id }) => id).sort())
  expect(made.place!.length).toBe(1 + municipalities.length)
  const scratch = await tablesOf(await fromScratch(context))
  for (const table of TABLES) expect(made[table], table).toEqual(scratch[table])
  for (const table of ['standing', 'rank_limit', 'noise']) expect(made[table]!.length, table).toBeGreaterThan(0)
  expect((await publish(context.home, context.settings)).takenOver).toBe(4)
  expect(await tablesOf(context)).toEqual(made)
})

import { expect, test } from 'vitest'
import { check } from '../../../etl/commands/check.ts'
import { load } from '../../../etl/commands/load.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const HEADER = 'kpi,municipality,period,gender,value'
const csv = (...lines: string[]) => temporaryFile('k.csv', [HEADER, ...lines, ''].join('\n'))
const described = (...kpis: object[]) =>
  temporaryFile('kpi.json', JSON.stringify({ count: kpis.length, values: kpis, next_url: null }))
const kpi = (id: string, title: string, operating_area = 'Grundskola F-9') => ({
  id,
  title,
  description: 'Källans ord.',
  is_divided_by_gender: false,
  operating_area,
})

const CITIES = ['0180', '0184', '0123', '0125']
/** One value for each of some municipalities. */
const values = (id: string, numbers: readonly number[], sex = 'T', year = 2021) =>
  numbers.map((value, index) => `${id},${CITIES[index]},${year},${sex},${value}`)

type Definition = { definition: string }
async function definitionIn(context: ReturnType<typeof emptyHome>, id: string) {
  const [row] = await inRelease<Definition>(context, `SELECT definition FROM indicator WHERE id = '${id}'`)
  return JSON.parse(row!.definition)
}

test('what Kolada describes is loaded with its unit, kind, decimals, area and sexes, and judged by nobody', async () => {
  const context = emptyHome()
  const table = csv(
    ...values('N15000', [90.5, 101, 88.25, 70]),
    ...values('N15001', [10.25, 12.5, 11, 9], 'T'),
    ...values('N15001', [10.25, 12.5, 11, 9], 'K'),
    ...values('N15002', [1, 0, 1, 0]),
    ...values('N15003', [2, 1, 2, 1]),
    ...values('N15004', [101_000, 99_000.4, 98_000, 97_000]),
  )
  const pages = described(
    kpi('N15000', 'Elever som nått målen, andel (%) (-2022)'),
    kpi('N15001', 'Lärare med legitimation, andel (%)'),
    kpi('N15002', 'Skolan har en plan'),
    kpi('N15003', 'Skolan har en plan (Ja=1, Nej=2)', 'Miljö & energi, övrigt'),
    kpi('N15004', 'Kostnad grundskola, kr/elev'),
  )
  // The table stands before its description: one load reads both.
  expect((await load(context, [table, pages], { release: true })).exit).toBe(0)
  expect(await definitionIn(context, 'N15000')).toMatchObject({
    area: 'kolada-grundskola-f',
    areaName: { sv: 'Kolada: Grundskola F-9' },
    kind: 'share',
    unit: '%',
    scale: null,
    decimals: 1,
    direction: 'neutral',
    discontinued: 2022,
    reviewed: null,
    short: { sv: 'Elever som nått målen' },
  })
  expect(await definitionIn(context, 'N15001')).toMatchObject({ scale: { min: 0, max: 100 }, bySex: true, decimals: 1 })
  // What was learnt from one year's values is no rule for the next.
  const above = csv(...values('N15001', [101], 'T', 2022))
  expect((await check(context, [above], {})).object).toMatchObject({ ok: true, counts: {} })
  expect(await definitionIn(context, 'N15002')).toMatchObject({ kind: 'yesno', decimals: 0, bySex: false })
  expect(await definitionIn(context, 'N15003')).toMatchObject({ kind: 'yesno', area: 'kolada-miljo-energi-ovrigt' })
  expect(await definitionIn(context, 'N15004')).toMatchObject({ kind: 'amount', unit: 'kr/elev', decimals: 0 })
  expect(await inRelease(context, `SELECT value FROM value WHERE indicator = 'N15003' ORDER BY municipality`)).toEqual([
    { value: 0 },
    { value: 1 },
    { value: 0 },
    { value: 1 },
  ])
})

test('an id that nobody describes is refused, and taken under it on request, with one warning', async () => {
  const table = csv(...values('N99998', [1, 2, 3], 'T', 2015), ...values('N99998', [4], 'T', 2016))
  const refused = await check(emptyHome(), [table], {})
  expect(refused.exit).toBe(1)
  expect(refused.object).toMatchObject({ counts: { 'unknown-indicator': 4 } })
  const context = emptyHome()
  const taken = await load(context, [table], { release: true, undescribed: true })
  expect([taken.exit, taken.object]).toMatchObject([0, { counts: { 'undescribed-indicator': 1 }, rows: 4 }])
  expect(await definitionIn(context, 'N99998')).toMatchObject({
    title: { sv: 'N99998' },
    area: 'kolada-ovrigt',
    direction: 'neutral',
    discontinued: 2016,
  })
  const other = csv('KLOTTER,0184,2021,T,1')
  expect((await check(emptyHome(), [other], { undescribed: true })).exit).toBe(1)
})

test('a value out of its scale is said once of each indicator, and not of shares that may exceed 100', async () => {
  const table = csv(
    ...values('N31807', [250, 251, 252]),
    ...values('U31803', [101, 102]),
    ...values('N15000', [90, 120, 130]),
  )
  const { exit, object } = await check(emptyHome(), [table, described(kpi('N15000', 'Något, andel (%)'))], {})
  expect(exit).toBe(0)
  expect((object as { counts: object }).counts).toEqual({ 'out-of-scale': 2 })
})

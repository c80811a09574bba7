import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type FetchOptions, fetchKolada } from '../../../etl/commands/fetch.ts'
import { load } from '../../../etl/commands/load.ts'
import { mend } from '../../../etl/commands/mend.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { release } from '../../../etl/commands/release.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'
import { type KoladaService, koladaService, send, type UnitValue } from '../../fixtures/kolada-service.ts'

const SOLNA = '0184'
/** Satisfied with special housing, and how many answered. */
const [SHARE, ANSWERS] = ['U23471', 'U23594']
const kpi = (id: string, byUnit: boolean) => ({
  ...{ id, title: `Källans ${id}`, is_divided_by_gender: false, operating_area: 'Äldreomsorg', has_ou_data: byUnit },
})
const value = (id: string, ou: string, period: number, number: number | null, status = ''): UnitValue => ({
  ...{ kpi: id, ou, period, values: [{ gender: 'T', count: 1, status, value: number, isdeleted: false }] },
})
/** Thirty units of Solna, more than one question may name, and one of Stockholm. */
const UNITS = Array.from({ length: 30 }, (_, at) => `V23E${100 + at}`)
const [FIRST = '', SECOND = '', THIRD = ''] = UNITS
const STOCKHOLMS = 'V23E999'

const VALUES = [
  ...UNITS.flatMap((ou, at) => [value(SHARE, ou, 2022, 60 + at), value(ANSWERS, ou, 2022, 20 + at)]),
  value(SHARE, FIRST, 2021, 55),
  value(SHARE, SECOND, 2021, null, 'Privacy'),
  value(SHARE, THIRD, 2021, null, 'Missing'),
  value(SHARE, STOCKHOLMS, 2022, 1),
]

async function ofUnits(): Promise<KoladaService> {
  const service = await koladaService([])
  service.content.kpi = [kpi(SHARE, true), kpi(ANSWERS, true), kpi('N30101', false), kpi('N15030', true)]
  service.content.ou = [
    ...UNITS.map((id, at) => ({ id, title: ` Boende ${at} `, municipality: SOLNA })),
    { id: STOCKHOLMS, title: 'Annans', municipality: '0180' },
  ]
  service.content.ofUnits = [...VALUES]
  return service
}

const options = ({ url }: KoladaService, more: Partial<FetchOptions> = {}): FetchOptions => ({
  ...{ url, units: true, municipality: SOLNA, indicators: SHARE, from: 2010, to: 2022, release: true },
  ...more,
})

type Row = {
  indicator: string
  unit: string
  name: string
  period: number
  value: number | null
  status: string | null
}
const stored = (context: Context) =>
  inRelease<Row>(
    context,
    `SELECT indicator.id AS indicator, unit.id AS unit, name, period, value, status FROM unit_figure
     JOIN unit ON unit.number = unit_figure.unit JOIN indicator ON indicator.position = unit_figure.indicator
     JOIN place ON place.number = unit_figure.place AND place.code = unit.municipality ORDER BY ALL`,
  )

describe('units of a municipality', () => {
  test('are fetched with their sizes, stored as published, and gone on with where the fetch was interrupted', async () => {
    const context = emptyHome()
    const service = await ofUnits()
    service.mood = (request) => (request > 20 ? (response) => send(response, 404, {}) : undefined)
    await expect(fetchKolada(context, options(service))).rejects.toThrow('404')
    expect(existsSync(context.home.current)).toBe(false)
    service.mood = () => undefined
    const before = service.asked.length
    expect((await fetchKolada(context, options(service))).object).toMatchObject({ added: 63, revised: 0 })
    const asked = service.asked.map((path) => decodeURIComponent(path))
    expect(asked.slice(before).filter((path) => asked.slice(0, before - 1).includes(path))).toEqual([])
    expect(asked.filter((path) => path.includes('/ou?')).every((path) => path.includes(`municipality=${SOLNA}`))).toBe(
      true,
    )
    expect(asked.some((path) => path.includes(STOCKHOLMS) || path.includes('N30101'))).toBe(false)
    const rows = await stored(context)
    expect(rows).toHaveLength(63)
    expect(rows.filter(({ period, unit }) => period === 2021 && unit !== FIRST)).toMatchObject([
      { unit: SECOND, name: 'Boende 1', value: null, status: 'secrecy' },
      { unit: THIRD, value: null, status: 'missing' },
    ])
    expect(rows.find(({ indicator, unit }) => indicator === ANSWERS && unit === FIRST)).toMatchObject({ value: 20 })
    const values = await inRelease(context, 'SELECT 1 FROM figure')
    expect(values).toEqual([])
  })

  test('that are fetched again change by what changed; what is taken back is gone; mended figures hold them', async () => {
    const context = emptyHome()
    const service = await ofUnits()
    await fetchKolada(context, options(service))
    const [{ at = '' } = {}] = await inRelease<{ at: string }>(context, 'SELECT min(loaded_at) AS at FROM unit_figure')
    const { values: _, ...taken } = value(SHARE, FIRST, 2021, null)
    service.content.ofUnits = [
      ...VALUES.slice(1, -4),
      value(SHARE, FIRST, 2022, 99),
      { ...taken, values: [{ gender: 'T', count: 1, status: '', value: null, isdeleted: true }] },
    ]
    service.content.ou[1]!.title = 'Boendet vid ån'
    const { object } = await fetchKolada(context, options(service))
    expect(object).toMatchObject({ added: 0, revised: 1, removed: 1, unchanged: 59 })
    const rows = await stored(context)
    expect(rows.filter(({ unit }) => unit === FIRST).map(({ period, value }) => [period, value])).toEqual([
      [2022, 99],
      [2022, 20],
    ])
    expect(rows.find(({ unit }) => unit === SECOND)!.name).toBe('Boendet vid ån')
    const moments = 'SELECT count(*)::INTEGER AS n FROM unit_figure WHERE loaded_at'
    expect(await inRelease(context, `${moments} = '${at}'`)).toEqual([{ n: rows.length - 1 }])
    writeFileSync(context.home.figures, 'broken')
    expect((await mend(context)).exit).toBe(0)
    await release(context)
    expect(await stored(context)).toEqual(rows)
  })

  test('of every indicator that Kolada has by unit, those outside the catalogue too, are fetched where all is asked for', async () => {
    const context = emptyHome()
    const service = await ofUnits()
    service.content.ofUnits.push(value('N15030', FIRST, 2022, 12))
    await fetchKolada(context, options(service, { indicators: undefined, all: true, from: 2022 }))
    expect((await stored(context)).filter(({ indicator }) => indicator === 'N15030')).toMatchObject([{ value: 12 }])
  })

  test('are asked for with their municipality, whole, and refused where Kolada has none', async () => {
    const service = await ofUnits()
    const wrong = (more: Partial<FetchOptions>) => () => fetchKolada(emptyHome(), options(service, more))
    expect(wrong({ units: false })).toThrow('--units --municipality')
    expect(() => fetchKolada(emptyHome(), { ...options(service), municipality: '0185' })).toThrow('menade du')
    expect(wrong({ changed: true })).toThrow('--changed')
    service.content.kpi = [kpi('N30101', false)]
    await expect(wrong({ indicators: 'N30101' })()).rejects.toThrow('has_ou_data')
    service.content.ou = []
    await expect(wrong({})()).rejects.toThrow('inga enheter i 0184')
    expect(service.asked.filter((path) => path.includes('/oudata'))).toEqual([])
  })

  test('come out of files too: described along with their values, and nothing of them is stored where one is not', async () => {
    const context = emptyHome()
    const page = (values: object[]) => temporaryFile('page.json', JSON.stringify({ count: values.length, values }))
    const ou = { id: FIRST, title: 'Eken', municipality: SOLNA }
    const sound = page([ou, value(SHARE, FIRST, 2022, 80)])
    const unknown = page([value(SHARE, SECOND, 2022, 80)])
    expect((await load(context, [sound, unknown], { release: true })).object).toMatchObject({
      counts: { 'unknown-unit': 1 },
    })
    expect(existsSync(context.home.current)).toBe(false)
    const doubtful = [value(SHARE, FIRST, 2022, 80), value(SHARE, FIRST, 2022, 81), value(SHARE, FIRST, 1300, 5)]
    const { object } = await load(context, [page([ou, ...doubtful])], { release: true })
    expect(object).toMatchObject({ counts: { duplicate: 1, year: 1 } })
    expect((await load(context, [sound], { release: true })).object).toMatchObject({ added: 1 })
    expect(await stored(context)).toMatchObject([{ indicator: SHARE, unit: FIRST, name: 'Eken', value: 80 }])
  })
})

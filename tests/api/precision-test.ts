import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { methodOf } from '../../api/features/feature.ts'
import { features } from '../../api/features/index.ts'
import type { Running } from '../../api/server.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import { instruments } from '../../data/instruments/index.ts'
import { openWritable, rowsOf } from '../../data/store/duckdb.ts'
import { clients } from '../redteam/clients.ts'
import { type Service, startService } from '../redteam/service.ts'
import { ASKED, OF_UNITS } from './content.ts'
import { makeHome, publish, type ValueRow } from './home.ts'
import { serve } from './service.ts'

/** As sources bring them after sums and divisions of their own: none has more than three decimals. */
const AWKWARD = [
  7.649999999999999, 0.30000000000000004, 28.999999999999996, 3.3000000000000003, 64.35000000000001, 0, 100,
]
const PUBLISHED = new Set([7.65, 0.3, 29, 3.3, 64.35, 0, 100])
const FINEST = 3
/** What is reckoned has six decimals more than its source, a ratio nine digits; a double has no more than fourteen sound ones. */
const [BEYOND, RATIO, SOUND] = [6, 9, 14]

const codes = catalogue().municipalities.map(({ code }) => code)
const YEARS = [2018, 2019, 2020, 2021, 2022]

const rows = (indicator: string, sex: 'T' | 'K' | 'M', of: (place: number, year: number) => number): ValueRow[] =>
  YEARS.flatMap((period) =>
    codes.map((municipality, place) => ({ indicator, sex, municipality, period, value: of(place, period) })),
  )

const awkward = (place: number, year: number) => AWKWARD[(place * 3 + year) % AWKWARD.length]!

/** Shares with a base, also by sex; costs in whole kronor less three noisy decimals; a base; and a value that was revised. */
const values = (): ValueRow[] => [
  ...rows('U30452', 'T', awkward),
  ...rows('U30452', 'K', (place, year) => awkward(place + 1, year)),
  ...rows('U30452', 'M', (place, year) => awkward(place + 2, year)),
  ...rows('N30101', 'T', (place, year) => 1000.1 * 3 + place * 0.1 + 0.2 * (year - 2018)).map((row) => ({
    ...row,
    value: Number(row.value!.toFixed(3)) + 4e-13,
  })),
  ...rows('U30901', 'T', (place) => 20 + place),
  {
    ...{ indicator: 'N31814', municipality: '0184', period: 2022, value: 33.300000000000004 },
    previous: { value: 7.649999999999999, status: null, loadedAt: '2025-05-05T05:05:05.000Z' },
  },
  ...codes
    .filter((code) => code !== '0184')
    .map((municipality) => ({ indicator: 'N31814', municipality, period: 2022, value: 12.1 })),
]

/** A question for every resource that tells numbers to everybody; its whole answer is gone through. */
const QUESTIONS: Record<string, string> = {
  '/municipalities': '?',
  '/groups': '?',
  '/indicators': '?',
  '/compare': '?indicator=U30452&group=fou-nordvast&reference=fou-nordvast',
  '/units': '?indicator=U30452&municipality=0184',
  '/trend': '?indicator=U30452&group=fou-nordvast&reference=all',
  '/profile': '?municipality=0184&reference=fou-nordvast',
  '/matrix': '?group=fou-nordvast',
  '/relation': '?x=N30101&y=U30452',
  '/similar': '?municipality=0184&indicators=N30101,U30452&count=5',
  '/standout': '?municipality=0184&reference=all',
  '/funnel': '?indicator=U30452&reference=all',
  '/releases': '?',
  '/revisions': '?',
  '/better': '?indicator=U30452&municipality=0184',
  '/surveys': '?',
}
const MORE = [
  '/compare?indicator=N30101&period=2020',
  '/compare?indicator=U30452&sex=K',
  '/trend?indicator=N30101&municipalities=0184&reference=skane',
]

/** What says how things stand, or is of the workspace, brings no figures. */
const WITHOUT_FIGURES = new Set(['/instruments', '/aggregate', '/adjusted', '/client-surveys'])

const { home, remove } = makeHome()
let running: Running
let clientsOf: Service
beforeAll(async () => {
  await publish(home, { values: values(), surveys: ASKED, units: OF_UNITS })
  running = await serve(home, {})
  clientsOf = await startService()
  const baselines = [2021, 2022].flatMap((year) => ['0184', '0163'].flatMap((place) => clients('x', place, year, 90)))
  await clientsOf.load(baselines)
}, 120_000)
afterAll(async () => {
  await running?.close()
  await clientsOf?.close()
  remove()
})

const get: Get = (path) => fetch(`${running.url}/api/v1${path}`)

const digitsOf = (number: number) => (String(number).split('e')[0] ?? '').replace(/[-.]/g, '').replace(/^0+/, '')
const decimalsOf = (number: number) => {
  const [digits = '', power = '0'] = String(number).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(power))
}

/** Neither finer than its source allows nor with the noise of binary numbers. */
function isSound(number: number): boolean {
  if (Number.isInteger(number)) return Math.abs(number) < Number.MAX_SAFE_INTEGER
  const digits = digitsOf(number).length
  return digits <= SOUND && (decimalsOf(number) <= FINEST + BEYOND || digits <= RATIO)
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(numbersIn)
}

async function parquetRows(file: Buffer): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jamsides-test-'))
  const database = await openWritable(':memory:', 128)
  try {
    writeFileSync(join(folder, 'answer.parquet'), file)
    return await rowsOf(database.connection, `SELECT * FROM read_parquet('${join(folder, 'answer.parquet')}')`)
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

/** The numbers as they are written: a workbook's own texts, not what a reader makes of them. */
const READERS: Record<string, (file: Buffer) => Promise<number[]>> = {
  json: async (file) => numbersIn(JSON.parse(String(file))),
  csv: async (file) =>
    (parse(file, { delimiter: ';', bom: true }) as string[][])
      .flat()
      .filter((text) => /^-?\d+(,\d+)?(e-?\d+)?$/.test(text))
      .map((text) => Number(text.replace(',', '.'))),
  xlsx: async (file) => {
    const sheet = await (await JSZip.loadAsync(file)).file('xl/worksheets/sheet1.xml')!.async('string')
    return [...sheet.matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]+)<\/v>/g)].map(([, text]) => Number(text))
  },
  arrow: async (file) =>
    tableFromIPC(file)
      .toArray()
      .flatMap((row) => numbersIn(row.toJSON())),
  parquet: async (file) => (await parquetRows(file)).flatMap(numbersIn),
}

type Get = (path: string) => Promise<Response>

async function unsoundIn(question: string, get: Get): Promise<string[]> {
  const wrong: string[] = []
  for (const [format, read] of Object.entries(READERS)) {
    const response = await get(`${question}&format=${format}`)
    expect(response.status, `${question} ${format}`).toBe(200)
    const numbers = await read(Buffer.from(await response.arrayBuffer()))
    wrong.push(...numbers.filter((number) => !isSound(number)).map((number) => `${format}: ${number}`))
  }
  return wrong
}

test('a number with the noise of binary numbers, or finer than its source, is seen', () => {
  for (const wrong of [7.649999999999999, -8.988845499999996, 0.30000000000000004, 12.1234567891])
    expect(isSound(wrong)).toBe(false)
  for (const right of [7.65, -8.9888455, 1234567.891, 0, 1e-7, 0.123456789]) expect(isSound(right)).toBe(true)
})

describe('every number in every format is as exact as its source, and what is reckoned six digits more', () => {
  test('every resource that tells figures to everybody is gone through', () => {
    const open = features.filter(
      (one) => methodOf(one) === 'get' && one.table && ['open', 'followup.read'].includes(one.right),
    )
    const left = open.map(({ path }) => path).filter((path) => !(path in QUESTIONS) && !WITHOUT_FIGURES.has(path))
    expect(left).toEqual([])
  })

  test.each([...Object.entries(QUESTIONS).map(([path, question]) => path + question), ...MORE])(
    '%s',
    async (question) => {
      expect(await unsoundIn(question, get)).toEqual([])
    },
  )

  test('a published value is the source’s own decimal number', async () => {
    const { rows: compared } = await (await get('/compare?indicator=U30452')).json()
    expect(compared.filter(({ value }: { value: number }) => !PUBLISHED.has(value))).toEqual([])
    const { revisions } = await (await get('/revisions')).json()
    expect(revisions.map(({ before, now }: { before: number; now: number }) => [before, now])).toEqual([[7.65, 33.3]])
  })

  test.each(['asi', 'ubu'])('/aggregate of %s, every measure', async (id) => {
    const { measures } = instruments.find((one) => one.id === id)!
    const ids = measures.map((measure) => measure.id)
    for (let at = 0; at < ids.length; at += 60) {
      const some = ids.slice(at, at + 60).join(',')
      const question = `instrument=${id}&measure=${some}&places=0184,fou-nordvast&periods=2022,2021-2022`
      expect(await unsoundIn(`/aggregate?${question}`, clientsOf.get)).toEqual([])
    }
  })
})

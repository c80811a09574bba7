import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { clients } from './clients.ts'
import { heardFrom, question, RIGHT } from './hearing.ts'
import { type Service, startService } from './service.ts'

const YEAR = 2023
// 0125 has nobody at all; the others have some.
const SIZES: [string, number][] = [
  ['0184', 80],
  ['0163', 120],
  ['0123', 12],
]

let service: Service

beforeAll(async () => {
  service = await startService()
  await service.load(SIZES.flatMap(([place, persons]) => clients('questions', place, YEAR, persons)))
})

afterAll(() => service?.close())

const heard = (query: string) => heardFrom(service, query)

describe('hidden, empty and held back', () => {
  test('cannot be told apart: body, headers and length are alike', async () => {
    // The same question to a municipality with too few, to one with nobody, and for years before and after all data.
    const asked = ['0123', '0125', '0126', '0127'].map((place) =>
      heard(question({ places: place, by: 'kon,aldersgrupp', measure: 'psykisk_skattning_grund' })),
    )
    const [hidden, ...empty] = (await Promise.all(asked)).map(({ body, headers, status }) => ({
      status,
      headers,
      cells: JSON.parse(body).cells.map(({ place: _, name: __, ...cell }: Record<string, unknown>) => cell),
    }))
    expect(hidden!.cells.every(({ status }: { status: string }) => status === 'protected')).toBe(true)
    for (const one of empty) {
      expect(one.cells).toEqual(hidden!.cells)
      expect(one.headers.filter(([name]) => name !== 'content-length')).toEqual(
        hidden!.headers.filter(([name]) => name !== 'content-length'),
      )
    }
  })

  test('are alike to HEAD, and to those who have the answer already', async () => {
    const asked = ['0123', '0125'].map((places) => question({ places, measure: 'psykisk_skattning_grund' }))
    const statuses = await Promise.all(
      asked.map(async (query) => {
        const head = await service.get(`/aggregate?${query}`, {}, 'HEAD')
        const tag = head.headers.get('etag')!
        const again = await service.get(`/aggregate?${query}`, { 'If-None-Match': tag })
        const ofAnother = await service.get(`/aggregate?${query}`, { 'If-None-Match': 'W/"of-another"' })
        return [head.status, tag.length, again.status, ofAnother.status]
      }),
    )
    expect(statuses[0]).toEqual([200, 31, 304, 200])
    expect(statuses[1]).toEqual(statuses[0])
  })

  test('say nothing but that they are protected', async () => {
    const { cells } = await service.ask({ ...RIGHT, places: '0125' })
    expect(cells).toEqual([
      {
        place: '0125',
        name: 'Ekerö',
        period: 2023,
        categories: {},
        measure: 'alkohol_skattning_grund',
        shown: false,
        value: null,
        count: null,
        lower: null,
        upper: null,
        status: 'protected',
        nonResponse: null,
      },
    ])
  })

  test('leave no trace in an export', async () => {
    const csv = await service.get(`/aggregate?${question({ places: '0125', format: 'csv' })}`).then((r) => r.text())
    expect(csv.split('\r\n')[1]).toMatch(/;0125;Ekerö;2023;;;;steg 0–9;;;;;protected;/)
  })
})

describe('the same cell by another way', () => {
  const only = (cells: { categories: Record<string, string>; value: number | null; count: number | null }[]) =>
    cells.map(({ categories, value, count }) => ({ categories, value, count }))

  test('breaking down and filtering give the same', async () => {
    const broken = await service.ask({ ...RIGHT, places: '0163', by: 'kon,aldersgrupp' })
    for (const sex of asi.dimensions.find(({ id }) => id === 'kon')!.categories) {
      const chosen = await service.ask({ ...RIGHT, places: '0163', by: 'aldersgrupp', where: `kon:${sex.id}` })
      expect(only(chosen.cells)).toEqual(only(broken.cells.filter(({ categories }) => categories.kon === sex.id)))
    }
  })

  test('order and repetition change nothing', async () => {
    const once = await heard(question({ places: '0163', where: 'kon:man,aldersgrupp:25-34' }))
    expect(once.status).toBe(200)
    const turned = await heard(question({ places: '0163', where: 'aldersgrupp:25-34,kon:man' }))
    expect(JSON.parse(turned.body).cells).toEqual(JSON.parse(once.body).cells)
    for (let i = 0; i < 20; i++) {
      expect((await heard(question({ places: '0163', where: 'kon:man,aldersgrupp:25-34' }))).body).toBe(once.body)
    }
  })

  test('a run of one year is that year, and staff of no municipality gets more', async () => {
    const year = await heard(question({}))
    expect((await heard(question({ periods: '2023-2023' }))).body).toBe(year.body)
    const asStaff = await service.get(`/aggregate?${question({})}`, {
      Authorization: 'Bearer 0184',
      Cookie: 'kommun=0184',
    })
    expect(await asStaff.text()).toBe(year.body)
  })
})

test('two municipalities are no group, however it is asked for', async () => {
  const groups = [{ municipalities: '0184,0163' }, { places: 'county-09' }, { municipalities: '0163,0184,0125' }]
  for (const group of groups) {
    const { places: _, ...rest } = RIGHT
    const { cells } = await service.ask({ ...rest, ...group })
    expect(cells[0]).toMatchObject({ shown: false, value: null, count: null, status: 'protected' })
  }
})

test('the catalogue and the documentation are the same whatever the data', async () => {
  const empty = await startService()
  try {
    await empty.load(clients('other', '0180', 2020, 20))
    for (const path of ['/instruments', '/openapi.json']) {
      const [one, other] = await Promise.all([service.get(path), empty.get(path)])
      expect(await one!.text()).toBe(await other!.text())
    }
  } finally {
    await empty.close()
  }
})

test('what the server tells of its sources has no number of rows and no file', async () => {
  const { releases } = await service.get('/releases').then((response) => response.json())
  expect(releases[0].sources).toContainEqual({ source: 'asi', rows: null, file: null, loadedAt: expect.any(String) })
})

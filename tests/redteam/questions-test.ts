import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { clients } from './clients.ts'
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

const RIGHT = { instrument: 'asi', measure: 'alkohol_skattning_grund', places: '0184', periods: '2023' }
const question = (changed: Record<string, string>): string => `${new URLSearchParams({ ...RIGHT, ...changed })}`

/** Headers of the moment and of the connection, which tell nothing of the question. */
const FLEETING = ['date', 'etag', 'connection', 'keep-alive']

type Asked = Partial<{ path: string; method: 'GET' | 'HEAD'; headers: Record<string, string> }>

async function heard(query: string, { path = '/aggregate', method = 'GET', headers: sent = {} }: Asked = {}) {
  const response = await service.get(`${path}?${query}`, sent, method)
  const headers = [...response.headers].filter(([name]) => !FLEETING.includes(name))
  return { status: response.status, headers, body: await response.text() }
}

describe('a question outside the catalogue', () => {
  const OUTSIDE: Record<string, string> = {
    'an unknown instrument': question({ instrument: 'dsm' }),
    'an unknown measure': question({ measure: 'lon' }),
    'a measure of the other instrument': question({ measure: 'barn_trygghet_arlig' }),
    'an unknown place': question({ places: '9999' }),
    'the country': question({ places: '0000' }),
    'a place twice': question({ places: '0184,0184' }),
    'an unknown group': question({ places: 'grannar' }),
    'no place': 'instrument=asi&measure=alkohol_skattning_grund&periods=2023',
    'a month': question({ periods: '2023-05' }),
    'a year twice': question({ periods: '2023,2023' }),
    'a year twice, once as a run': question({ periods: '2023,2023-2023' }),
    'a measure twice': question({ measure: 'alkohol_skattning_grund,alkohol_skattning_grund' }),
    'years backwards': question({ periods: '2023-2021' }),
    'a year far off': question({ periods: '1066' }),
    'an unknown dimension': question({ by: 'pseudo_id' }),
    'the municipality as a dimension': question({ by: 'kommun' }),
    'the month as a dimension': question({ where: 'manad:2023-05' }),
    'a crossing that is not registered': question({ by: 'aldersgrupp,boende' }),
    'three dimensions': question({ by: 'kon,boende', where: 'aldersgrupp:18-24' }),
    'a dimension broken down and chosen': question({ by: 'kon', where: 'kon:kvinna' }),
    'two categories of one dimension': question({ where: 'kon:kvinna,kon:man' }),
    'an unknown category': question({ where: 'kon:hemlig' }),
    'a negation': question({ where: 'kon:!kvinna' }),
    'a range': question({ where: 'aldersgrupp:18-34' }),
    'a list in a category': question({ where: 'kon:kvinna|man' }),
    'an unknown parameter': `${question({})}&sex=K`,
    'a repeated parameter': `${question({})}&measure=alkohol_oro_grund`,
    'a repeated place': `${question({})}&places=0163`,
    'an own group with a stranger': question({ municipalities: '0184,0163,9999' }),
    'an own group that counts one thrice': question({ municipalities: '0184,0184,0184' }),
    'SQL in a place': question({ places: "0184' OR 1=1 --" }),
    'SQL in a measure': question({ measure: "x' UNION SELECT * FROM protected_figure --" }),
    'SQL in a category': question({ where: "kon:kvinna') OR ('1'='1" }),
    'a formula': question({ where: '=cmd()' }),
    'a prototype': question({ by: '__proto__' }),
    'a zero byte': question({ measure: 'alkohol\u0000' }),
    'a very long list': `instrument=asi&measure=alkohol_skattning_grund&periods=2023&places=${Array(600).fill('0184').join()}`,
    'an address longer than any': question({ measure: 'x'.repeat(9000) }),
    'a broken format': question({ format: 'xml' }),
    'a format twice': `${question({ format: 'csv' })}&format=json`,
    'an unknown language': question({ lang: 'de' }),
    'a language twice': `${question({ lang: 'sv' })}&lang=en`,
    'a mistake in English': question({ lang: 'en', measure: 'lon' }),
    'an array': `${question({})}&measure[]=alkohol_oro_grund`,
    'an array with places': `${question({})}&places[0]=0163`,
    'an object': `${question({})}&where[kon]=kvinna`,
    'half a percent sign': `${question({ measure: '' })}alkohol%`,
    'no percent encoding': `${question({})}&by=%zz`,
    'bytes that are no text': `${question({})}&by=%E0%A4%A`,
    'a surrogate': `${question({})}&by=%ED%A0%80`,
    'nothing at all': '',
    'only signs between': '&&&=&',
    'another threshold': `${question({})}&JAMSIDES_FLOOR=1`,
  }

  const ADJUSTED = '/adjusted'
  /** The same mistake where only a share can be asked for. */
  const asShare = (query: string): string => query.replaceAll('skattning_grund', 'skattning_minst_4_grund')
  const at = (path: string | undefined, query: string): string => (path === ADJUSTED ? asShare(query) : query)

  test.each(['/aggregate', ADJUSTED])('is a mistake of its own: without one, %s answers', async (path) => {
    expect((await heard(at(path, question({})), { path })).status).toBe(200)
  })

  const WAYS: Record<string, Asked> = {
    'asked for': {},
    'asked for with a tag of any kind': { headers: { 'If-None-Match': '*' } },
    'asked for as it was in another year': { headers: { 'If-Modified-Since': 'Thu, 01 Jan 2099 00:00:00 GMT' } },
    'asked for in part': { headers: { Range: 'bytes=0-1' } },
    'asked for as a table': { headers: { Accept: 'text/csv' } },
    'as an adjusted comparison': { path: ADJUSTED },
    'as an adjusted comparison with a tag': { path: ADJUSTED, headers: { 'If-None-Match': '*' } },
  }

  test.each(Object.entries(WAYS))('is refused with one constant answer, %s', async (_, way) => {
    const plain = await heard(OUTSIDE['an unknown instrument']!)
    expect(plain.status).toBe(400)
    expect(JSON.parse(plain.body)).toMatchObject({ status: 400, type: expect.any(String), title: expect.any(String) })
    for (const [name, query] of Object.entries(OUTSIDE))
      expect(await heard(at(way.path, query), way), name).toEqual(plain)
  })

  test.each(['/aggregate', ADJUSTED])('is refused alike to HEAD at %s, without a body', async (path) => {
    const { status, headers } = await heard(OUTSIDE['an unknown instrument']!)
    for (const [name, query] of Object.entries(OUTSIDE)) {
      expect(await heard(at(path, query), { path, method: 'HEAD' }), name).toEqual({ status, headers, body: '' })
    }
  })

  test('is not told back', async () => {
    const { body, headers } = await heard(question({ measure: 'zebra', places: 'zebra', where: 'zebra:zebra' }))
    expect(`${body}${JSON.stringify(headers)}`).not.toContain('zebra')
  })
})

describe('hidden, empty and held back', () => {
  test('cannot be told apart: body, headers and length are alike', async () => {
    // The same question to a municipality with too few, to one with nobody, and for years before and after all data.
    const asked = ['0123', '0125', '0126', '0127'].map((place) =>
      heard(question({ places: place, by: 'kon,dominerande_preparat', measure: 'psykisk_skattning_grund' })),
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
    const broken = await service.ask({ ...RIGHT, places: '0163', by: 'kon,boende' })
    for (const sex of asi.dimensions.find(({ id }) => id === 'kon')!.categories) {
      const chosen = await service.ask({ ...RIGHT, places: '0163', by: 'boende', where: `kon:${sex.id}` })
      expect(only(chosen.cells)).toEqual(only(broken.cells.filter(({ categories }) => categories.kon === sex.id)))
    }
  })

  test('order and repetition change nothing', async () => {
    const once = await heard(question({ places: '0163', where: 'kon:man,boende:eget' }))
    expect(once.status).toBe(200)
    const turned = await heard(question({ places: '0163', where: 'boende:eget,kon:man' }))
    expect(JSON.parse(turned.body).cells).toEqual(JSON.parse(once.body).cells)
    for (let i = 0; i < 20; i++) {
      expect((await heard(question({ places: '0163', where: 'kon:man,boende:eget' }))).body).toBe(once.body)
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

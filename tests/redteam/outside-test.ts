import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clients } from './clients.ts'
import { type Asked, heardFrom, question } from './hearing.ts'
import { type Service, startService } from './service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
  await service.load(clients('outside', '0184', 2023, 80))
})

afterAll(() => service?.close())

const heard = (query: string, asked?: Asked) => heardFrom(service, query, asked)

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
    'sex beside what it is not crossed with': question({ by: 'kon,boende' }),
    'three dimensions': question({ by: 'kon,aldersgrupp', where: 'boende:eget' }),
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

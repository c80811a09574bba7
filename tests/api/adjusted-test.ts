import { afterAll, beforeAll, expect, test } from 'vitest'
import { AdjustedAnswer } from '../../data/model/answers/adjusted.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { clients } from '../redteam/clients.ts'
import { limitsOf } from '../redteam/contradictions.ts'
import { type Service, startService } from '../redteam/service.ts'

const MEMBERS = ['0184', '0163', '0123', '0191']

let service: Service

/** Only age matters: three in five of those over 45 have a problem, two in five of the others. */
const byAge = (row: ClientRow, i: number): ClientRow => ({
  ...row,
  psykisk_skattning: i % 5 < (isOld(row) ? 3 : 2) ? 6 : 1,
})
const isOld = ({ aldersgrupp }: ClientRow): boolean => ['45-54', '55-64', '65+'].includes(String(aldersgrupp))

beforeAll(async () => {
  service = await startService()
  const rows = MEMBERS.flatMap((place) => clients('adjusted', place, 2022, 400).map(byAge))
  // Sundbyberg has the same people but few of the young ones; Ekerö has worse than its ages explain.
  const old = clients('adjusted', '0183', 2022, 400).filter((row, i) => isOld(row) || i % 3 === 0)
  const worse = clients('adjusted', '0125', 2022, 400).map((row, i) => ({
    ...row,
    psykisk_skattning: i % 5 < 4 ? 6 : 1,
  }))
  await service.load([...rows, ...old.map(byAge), ...worse])
})

afterAll(() => service?.close())

async function ask(question: Record<string, string>): Promise<AdjustedAnswer> {
  const asked = { instrument: 'asi', measure: 'psykisk_skattning_minst_4_grund', periods: '2022', ...question }
  const response = await service.get(`/adjusted?${new URLSearchParams(asked)}`)
  return AdjustedAnswer.parse(await response.json())
}

test('a municipality of older clients is no longer above the group, one that is worse at every age still is', async () => {
  const { rows, reference } = await ask({ places: '0183,0125', reference: 'fou-nordvast' })
  expect(reference).toMatchObject({ id: 'fou-nordvast', value: expect.any(Number) })
  const [older, worse] = rows
  expect(older).toMatchObject({ name: 'Sundbyberg', comparison: 'similar', status: null })
  expect(older!.lower! <= 1 && older!.upper! >= 1).toBe(true)
  expect(worse).toMatchObject({ name: 'Ekerö', comparison: 'worse' })
  expect(worse!.ratio!).toBeGreaterThan(1.1)
  expect(worse!.covered!).toBeGreaterThan(50)
})

test('the ratio is observed over expected, and makes the adjusted share', async () => {
  const { rows, reference } = await ask({ places: 'fou-nordvast', reference: 'fou-nordvast' })
  for (const { observed, expected, ratio, value, status } of rows) {
    if (status !== null) continue
    expect(ratio!).toBeCloseTo(observed! / expected!, 1)
    expect(value!).toBeCloseTo(Math.min(99, reference.value! * ratio!), -1)
  }
  expect(rows.filter(({ status }) => status === 'protected').map(({ municipality }) => municipality)).toEqual(
    expect.arrayContaining(['0139', '0114']),
  )
})

test('a group made up on the spot is expected from like a known one of the same municipalities, in any order', async () => {
  const known = await ask({ places: '0183,0125', reference: 'fou-nordvast' })
  const members = ['0114', '0123', '0125', '0139', '0163', '0183', '0184', '0191']
  const own = await ask({ places: '0183,0125', municipalities: members.join(',') })
  expect(own.rows).toEqual(known.rows)
  expect(own.reference).toEqual({ ...known.reference, id: 'own', name: 'Eget urval' })
  expect(await ask({ places: '0183,0125', municipalities: members.toReversed().join(',') })).toEqual(own)
  const others = await ask({ places: '0183,0125', municipalities: '0184,0163,0123' })
  expect(others.rows).not.toEqual(known.rows)
})

test('two municipalities are nothing to expect from, also where others of the group show nothing', async () => {
  for (const municipalities of ['0184,0163', '0184,0163,0139', '0184']) {
    const { rows, reference } = await ask({ places: '0183,0125', municipalities })
    expect(reference.value).toBeNull()
    for (const { status, ...row } of rows) {
      expect(status).toBe('protected')
      expect([row.observed, row.expected, row.ratio, row.value, row.covered]).toEqual([null, null, null, null, null])
    }
  }
})

test('whatever an own group tells is made from its own shown ages and sexes', async () => {
  const municipalities = ['0184', '0163', '0123']
  const { cells } = await service.ask({
    instrument: 'asi',
    measure: 'psykisk_skattning_minst_4_grund',
    periods: '2022',
    by: 'kon,aldersgrupp',
    places: ['0183', ...municipalities].join(','),
  })
  const middle = (cell: (typeof cells)[number]) => (limitsOf(cell)[0] + limitsOf(cell)[1]) / 2
  const strata = cells.filter(({ place, shown }) => place === '0183' && shown)
  let [observed, expected] = [0, 0]
  for (const stratum of strata) {
    const same = (cell: (typeof cells)[number]) =>
      cell.shown && JSON.stringify(cell.categories) === JSON.stringify(stratum.categories)
    const group = cells.filter((cell) => cell.place !== '0183' && same(cell))
    if (group.length < 3) continue
    const persons = group.reduce((sum, { count }) => sum + count!, 0)
    const having = group.reduce((sum, cell) => sum + (cell.count! * middle(cell)) / 100, 0)
    observed += (stratum.count! * middle(stratum)) / 100
    expected += (stratum.count! * having) / persons
  }
  const { rows } = await ask({ places: '0183', municipalities: municipalities.join(',') })
  expect(rows[0]!.observed).toBeCloseTo(observed, 0)
  expect(rows[0]!.expected).toBeCloseTo(expected, 0)
})

test('anything but a share, a group and one period is refused', async () => {
  for (const wrong of [
    { measure: 'psykisk_skattning_grund' },
    { measure: 'personer_grund' },
    { reference: '0184' },
    { reference: 'nowhere' },
    { reference: 'fou-nordvast', municipalities: '0184,0163,0123' },
    { municipalities: '0184,0184,0163' },
    { municipalities: '0184,0163,9999' },
    { periods: '2021,2022' },
    { by: 'boende' },
  ]) {
    const asked = {
      instrument: 'asi',
      measure: 'psykisk_skattning_minst_4_grund',
      periods: '2022',
      places: '0184',
      ...wrong,
    }
    const response = await service.get(`/adjusted?${new URLSearchParams(asked)}`)
    expect(response.status, JSON.stringify(wrong)).toBe(400)
    expect((await response.json()).detail).toMatch(/^Frågan finns inte i katalogen/)
  }
})

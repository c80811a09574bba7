import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { AggregateAnswer, type AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { clients } from '../redteam/clients.ts'
import { limitsOf } from '../redteam/contradictions.ts'
import { type Service, startService } from '../redteam/service.ts'

const MEMBERS = ['0184', '0163', '0123', '0191', '0125']
const YEARS = [2021, 2022]

let service: Service

/** Few have a problem with their physical health, so that shares of it are bounded. */
const rarely = (row: ClientRow, i: number): ClientRow => ({ ...row, fysisk_skattning: i % 12 === 0 ? 6 : 1 })

beforeAll(async () => {
  service = await startService()
  const baselines = MEMBERS.flatMap((place) => YEARS.flatMap((year) => clients('api', place, year, 120).map(rarely)))
  const followUps = baselines
    .filter((_, i) => i % 3 !== 0)
    .map((row) => ({
      ...row,
      intervju: 'uppfoljning',
      manad: `${Number(String(row.manad).slice(0, 4)) + 1}-12`,
      alkohol_skattning: Math.max(0, Number(row.alkohol_skattning) - 3),
    }))
  await service.load([...baselines, ...followUps])
})

afterAll(() => service?.close())

const ask = async (question: Record<string, string>): Promise<AggregateCell[]> => {
  const answer = await service.ask({ instrument: 'asi', periods: '2022', ...question })
  return AggregateAnswer.parse(answer).cells
}

describe('one municipality', () => {
  test('has a mean with its interval, count and non-response', async () => {
    const [cell] = await ask({ measure: 'alkohol_skattning_grund', places: '0184' })
    expect(cell).toMatchObject({
      place: '0184',
      name: 'Solna',
      period: 2022,
      shown: true,
      status: null,
      nonResponse: 0,
    })
    expect(cell!.count! % 5).toBe(0)
    expect(cell!.lower!).toBeLessThan(cell!.value!)
    expect(cell!.upper!).toBeGreaterThan(cell!.value!)
    expect(cell!.coverage).toBeUndefined()
  })

  test('is broken down by every category of the catalogue, shown or not', async () => {
    const cells = await ask({ measure: 'personer_grund', places: '0184', by: 'kon,aldersgrupp' })
    expect(cells).toHaveLength(3 * 6)
    expect(cells[0]!.categories).toEqual({ kon: 'kvinna', aldersgrupp: '18-24' })
    for (const { shown, status } of cells) expect(status).toBe(shown ? null : 'protected')
    for (const { shown, value } of cells) expect(value === null).toBe(!shown)
  })

  test('has a distribution that holds together', async () => {
    const [cell] = await ask({ measure: 'psykisk_skattning_fordelning_grund', places: '0163' })
    const steps = cell!.distribution!
    expect(steps[0]!.from).toBe(0)
    expect(steps.at(-1)!.to).toBe(9)
    for (const [i, step] of steps.entries()) if (i > 0) expect(step.from).toBe(steps[i - 1]!.to + 1)
    expect(steps.every(({ share }) => share > 0)).toBe(true)
    expect(steps.reduce((sum, { share }) => sum + share, 0)).toBe(100)
    expect(cell!.value! >= 0 && cell!.value! <= 9).toBe(true)
  })

  test('has a change never without its follow-up rate', async () => {
    const [cell] = await ask({ measure: 'alkohol_skattning_forandring', places: '0163' })
    expect(cell!.value!).toBeLessThan(-1)
    expect(cell!.followUp!.value).toBeGreaterThan(40)
    const [baseline] = await ask({ measure: 'alkohol_skattning_grund', places: '0163' })
    expect(baseline!.followUp).toBeUndefined()
  })
})

describe('a group or a run of years', () => {
  const parts = async (measure: string, places = MEMBERS.join(), periods = '2022') =>
    (await ask({ measure, places, periods })).filter(({ shown }) => shown)

  test('is the shown figures weighted by the shown counts', async () => {
    const single = await parts('alkohol_skattning_grund')
    const all = single.reduce((sum, { count }) => sum + count!, 0)
    const mean = single.reduce((sum, { count, value }) => sum + count! * value!, 0) / all
    const [group] = await ask({ measure: 'alkohol_skattning_grund', places: 'fou-nordvast' })
    expect(group).toMatchObject({ value: Math.round(mean * 10) / 10, count: all })
    expect(group!.coverage).toEqual({ shown: 5, of: 8, unit: 'municipalities', text: '5 av 8 kommuner' })
    expect(group!.upper! - group!.lower!).toBeLessThan(single[0]!.upper! - single[0]!.lower!)
  })

  test('carries the bounds of a share through the sum', async () => {
    const question = { measure: 'fysisk_skattning_minst_4_grund', by: 'boende' }
    const single = await ask({ ...question, places: MEMBERS.join() })
    const groups = await ask({ ...question, places: 'fou-nordvast' })
    const bounded = groups.filter(({ categories }) => {
      const own = single.filter((cell) => cell.shown && sameCategories(cell, categories))
      return own.length >= 3 && own.some(({ bound }) => bound)
    })
    expect(bounded.length).toBeGreaterThan(0)
    for (const group of bounded) {
      const own = single.filter((cell) => cell.shown && sameCategories(cell, group.categories))
      const all = own.reduce((sum, { count }) => sum + count!, 0)
      const sumOf = (end: 0 | 1): number => own.reduce((sum, cell) => sum + cell.count! * limitsOf(cell)[end]!, 0) / all
      expect(group.shown ? limitsOf(group) : null).toEqual(together(sumOf(0), sumOf(1)))
    }
  })

  /** The rule in its own words. */
  function together(low: number, high: number): [number, number] | null {
    if (high - low <= 2) {
      const middle = Math.min(99, Math.max(1, Math.round((low + high) / 2)))
      return [middle, middle]
    }
    if (low < 1) return high <= 50 ? [0, Math.ceil(Math.ceil(high) / 5) * 5] : null
    if (high > 99) return low >= 50 ? [Math.floor(Math.floor(low) / 5) * 5, 100] : null
    return Math.ceil(high) - Math.floor(low) <= 20 ? [Math.floor(low), Math.ceil(high)] : null
  }

  const sameCategories = (cell: AggregateCell, categories: Record<string, string>): boolean =>
    JSON.stringify(cell.categories) === JSON.stringify(categories)

  test('may be made up on the spot, of three or more', async () => {
    const [own] = await ask({ measure: 'personer_grund', municipalities: '0184,0163,0123' })
    expect(own).toMatchObject({ place: 'own', shown: true, coverage: { text: '3 av 3 kommuner' } })
    expect(own!.value).toBe(own!.count)
    const [two] = await ask({ measure: 'personer_grund', municipalities: '0184,0163' })
    expect(two).toMatchObject({ shown: false, status: 'protected' })
  })

  test('of one municipality’s years says how many it holds', async () => {
    const single = await parts('personer_grund', '0184', '2021,2022')
    const [run] = await ask({ measure: 'personer_grund', places: '0184', periods: '2019-2022' })
    expect(run).toMatchObject({
      period: '2019-2022',
      value: single.reduce((sum, { value }) => sum + value!, 0),
      coverage: { shown: 2, of: 4, unit: 'years', text: '2 av 4 år' },
    })
  })

  test('weighs distributions, with the bars that all of them have kept', async () => {
    const [group] = await ask({ measure: 'familj_skattning_fordelning_grund', places: 'fou-nordvast' })
    const single = await parts('familj_skattning_fordelning_grund')
    const all = single.reduce((sum, { count }) => sum + count!, 0)
    const from = ({ distribution }: AggregateCell, start: number): number =>
      distribution!.reduce((sum, bar) => sum + (bar.from >= start ? bar.share : 0), 0)
    const starts = group!.distribution!.map((bar) => bar.from)
    expect(starts.length).toBeGreaterThan(2)
    for (const start of starts) {
      expect(single.every(({ distribution }) => distribution!.some((bar) => bar.from === start))).toBe(true)
      const mean = single.reduce((sum, cell) => sum + cell.count! * from(cell, start), 0) / all
      expect(from(group!, start)).toBe(Math.round(mean))
    }
  })

  test('has the difference of its two means as its change', async () => {
    for (const places of ['fou-nordvast', '0163']) {
      const measures = ['forandring', 'efter', 'fore'].map((end) => `alkohol_skattning_${end}`)
      const [change, after, before] = await ask({ measure: measures.join(), places })
      expect(change!.value).toBe(Math.round((after!.value! - before!.value!) * 10) / 10)
      const reach = Math.hypot(after!.upper! - after!.value!, before!.upper! - before!.value!)
      expect(Math.abs(change!.upper! - change!.value! - reach)).toBeLessThanOrEqual(0.2)
    }
  })
})

/** More measures than are read one by one: a distribution, shares of one item, means, a change. */
test.each([{}, { by: 'kon' }])(
  'is the same asked for alone, which is kept, as among many, read together: %o',
  async (by) => {
    const measures = asi.measures
      .map(({ id }) => id)
      .filter((id) => /^(alkohol|psykisk|fysisk)_/.test(id))
      .slice(0, 60)
    expect(measures.length).toBeGreaterThan(32)
    const asked = { ...by, places: [...MEMBERS.slice(0, 2), 'fou-nordvast'].join(), periods: '2021,2022,2021-2022' }
    const together = await ask({ ...asked, measure: measures.join() })
    for (const measure of measures) {
      expect(await ask({ ...asked, measure })).toEqual(together.filter((cell) => cell.measure === measure))
    }
    expect(together.filter(({ shown }) => shown).length).toBeGreaterThan(100)
    expect(together.some(({ nonResponse }) => nonResponse !== null)).toBe(!('by' in by))
  },
)

test('the answer says what it is, in both languages, and stays the same', async () => {
  const query = '/aggregate?instrument=asi&measure=alkohol_problemfria_grund&places=fou-nordvast&periods=2022'
  const swedish = await service.get(query)
  const answer = AggregateAnswer.parse(await swedish.json())
  expect(answer).toMatchObject({ instrument: 'asi', source: 'Kommunernas egna uttag', sample: false })
  expect(answer.protection).toContain('närmaste femtal')
  const english = AggregateAnswer.parse(await service.get(`${query}&lang=en`).then((response) => response.json()))
  expect(english.cells[0]!.coverage!.text).toBe('5 of 8 municipalities')
  const again = await service.get(query, { 'If-None-Match': swedish.headers.get('etag')! })
  expect(again.status).toBe(304)
})

test('the same figures as a table', async () => {
  const question = 'instrument=asi&measure=alkohol_problemfria_grund&places=0184&periods=2022&by=kon'
  const csv = await service.get(`/aggregate?${question}&format=csv`).then((response) => response.text())
  const [header, ...lines] = csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
  expect(lines).toHaveLength(3)
  const cells = await ask({ measure: 'alkohol_problemfria_grund', places: '0184', by: 'kon' })
  const column = header!.indexOf('value')
  expect(lines.map((line) => line[column])).toEqual(cells.map(({ value }) => (value === null ? '' : String(value))))
  for (const format of ['xlsx', 'arrow', 'parquet']) {
    expect((await service.get(`/aggregate?${question}&format=${format}`)).status).toBe(200)
  }
})

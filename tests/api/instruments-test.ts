import { afterAll, beforeAll, expect, test } from 'vitest'
import { InstrumentsAnswer } from '../../data/model/answers/instruments.ts'
import { type Service, startService } from '../redteam/service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
  await service.publish()
})

afterAll(() => service?.close())

async function instruments(query = ''): Promise<InstrumentsAnswer['instruments']> {
  const response = await service.get(`/instruments${query}`)
  return InstrumentsAnswer.parse(await response.json()).instruments
}

test('ASI and UBU with their measures, dimensions and crossings', async () => {
  const [asi, ubu] = await instruments()
  expect([asi!.id, ubu!.id]).toEqual(['asi', 'ubu'])
  const measures = asi!.measures.map(({ id }) => id)
  for (const id of ['personer_grund', 'uppfoljda', 'alkohol_skattning_grund', 'psykisk_forbattrade']) {
    expect(measures).toContain(id)
  }
  expect(ubu!.measures.map(({ id }) => id)).toContain('oplanerat_avslut_avslut')
  expect(asi!.dimensions.find(({ id }) => id === 'kon')!.categories.map(({ id }) => id)).toEqual([
    'kvinna',
    'man',
    'annat',
  ])
})

test('sex is crossed with age, and with nothing else', async () => {
  for (const { crossings } of await instruments()) expect(crossings).toEqual([['kon', 'aldersgrupp']])
})

test('ids are unique, and every share lies between 0 and 100', async () => {
  for (const { measures } of await instruments()) {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
    for (const { kind, scale } of measures) if (kind === 'share') expect(scale).toEqual({ min: 0, max: 100 })
  }
})

test('Swedish unless English is asked for, and as a table', async () => {
  const title = async (query: string) => (await instruments(query))[0]!.dimensions[0]!.title
  expect(await title('')).toBe('Kön')
  expect(await title('?lang=en')).toBe('Sex')
  const csv = await service.get('/instruments?format=csv').then((response) => response.text())
  expect(csv.split('\r\n')[1]).toMatch(/^asi;personer_grund;Personer med grundintervju;count;/)
})

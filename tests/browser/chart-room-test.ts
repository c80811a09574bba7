import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Drawing, openDrawing } from './drawing.ts'

let drawing: Drawing

beforeAll(async () => {
  drawing = await openDrawing()
}, 120_000)
afterAll(() => drawing.close())

const share = { kind: 'share', unit: '%', decimals: 1, direction: 'lower' }
const cost = { kind: 'amount', unit: 'kr/inv', decimals: 0, direction: 'neutral' }

describe.each([280, 460, 640, 1000])('words have room in a drawing %i wide', (width) => {
  test.each([
    [4633, 4806],
    [4806, 4790],
    [3992, 5786],
  ])('at the ends of a trend, %i beside %i', async (value, median) => {
    const point = (period: number, it: number) => ({ period, value: it, lower: null, upper: null, label: `${it}` })
    const data = {
      own: [point(2020, 4104), point(2021, 4400), point(2022, value)],
      ownLabel: `Upplands Väsby ${value}`,
      others: [2020, 2022].map((period) => ({ municipality: '0139', name: 'Upplands-Bro', period, value: 4700 })),
      also: ['0139'],
      sets: ['also'],
      reference: [2020, 2021, 2022].map((period) => ({ period, median, q1: median - 900, q3: median + 900 })),
      referenceLabel: `median ${median}`,
      about: cost,
      lang: 'sv',
    }
    expect(await drawing.crowded('trend', 'trendChart', data, width)).toEqual([])
  })

  test('between the name and the lower value of a sex gap', async () => {
    const row = (municipality: string, name: string, women: number, men: number) => ({
      ...{ municipality, name, women, men },
      label: name,
    })
    const rows = [
      row('0191', 'Sigtuna', 41.8, 30.7),
      row('0184', 'Solna', 31.1, 29.6),
      row('0125', 'Ekerö', 49.1, 50.5),
    ]
    const data = { rows, own: '0184', words: { women: 'kvinnor', men: 'män' }, about: share, lang: 'sv' }
    expect(await drawing.crowded('sex-gap', 'sexGapChart', data, width)).toEqual([])
  })
})

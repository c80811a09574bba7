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

  test('above the differences of a measure', async () => {
    const measures = ['Invånare', 'Barn och unga i utsatta områden'].map((title) => ({ id: title, title }))
    const rows = ['Upplands Väsby', 'Sigtuna'].map((name) => ({ municipality: name, name, distance: '0,44' }))
    const differences = measures.flatMap(({ id }, at) =>
      rows.map(({ name }) => ({ municipality: name, name, measure: id, difference: 0.5 - at, label: name })),
    )
    const data = { differences, rows, measures, missing: 'värde saknas', lang: 'sv' }
    expect(await drawing.crowded('difference-bars', 'differenceBars', data, width)).toEqual([])
    const english = await drawing.drawn('difference-bars', 'differenceBars', { ...data, lang: 'en' }, width)
    expect(english).toContain('>+0.5<')
  })

  test('along the scales of small panels, and between their titles and figures', async () => {
    const dot = { kind: 0, value: 67, lower: 40, upper: 82, bounded: false, written: 'över 50 % (n ≈ 20)', label: 'a' }
    const panel = (id: string) => ({
      ...{ id, title: 'Vårdnadshavaren intervjuad', scale: { min: 0, max: 100 }, ticks: [0, 50, 100] },
      rows: ['Familjehem (UBU-F)', 'Öppenvård'].map((title) => ({ id: title, title, dots: [dot] })),
    })
    const data = { panels: ['a', 'b', 'c', 'd'].map(panel), columns: 4, kinds: [''], lang: 'sv' }
    expect(await drawing.crowded('dot-panels', 'dotPanels', data, width)).toEqual([])
  })

  test('beside a bounded share at the end of its scale', async () => {
    const row = (id: string, own: number, upper: number, written: string) => ({
      ...{ id, title: id, own, lower: 60, upper, bounded: true, group: 83, written },
      ...{ label: id, groupLabel: id },
    })
    const data = {
      rows: [row('Genomförandeplan (12 månader)', 85, 100, 'över 97,5 %'), row('Tandvård', 67, 82, '67 %')],
      ...{ scale: { min: 0, max: 100 }, ticks: [0, 50, 100], unit: ' %', zone: null, reference: null, lang: 'sv' },
    }
    expect(await drawing.crowded('paired-dots', 'pairedDots', data, width)).toEqual([])
  })

  test('in the columns of a spine', async () => {
    const mark = { name: 'best', fill: 'red', ink: 'red', symbol: 'triangle', rotate: 0, sign: '▲' }
    const row = (id: string, number: string, unit: string) => ({
      ...{ id, name: `Väntat över 14 dagar, försörjningsstöd ${id}`, value: `${number} ${unit}`, number, unit },
      ...{ groupMedian: '65 468', own: 0.9, group: 0.4, mark, word: 'bästa fjärdedelen', label: id },
      base: '288 kommuner, 2021',
    })
    const rows = [row('A', '35', 'dagar'), row('B', '50 905', 'kr/hushåll'), row('C', '24,5', 'per 10 000 inv 0–17 år')]
    const heads = { own: 'Upplands Väsby', group: 'gruppens median', worst: 'sämst', median: 'median', best: 'bäst' }
    expect(await drawing.crowded('spine', 'spineChart', { rows, heads }, width)).toEqual([])
  })
})

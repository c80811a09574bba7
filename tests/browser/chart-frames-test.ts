import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { isAnswer } from '../../data/model/findings/kinds.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { writeBare, writeValue } from '../../data/model/numbers.ts'
import { isLong } from '../fixtures/short-form.ts'
import { type Awkward, awkwardValues } from './awkward-values.ts'
import { type Drawing, openDrawing } from './drawing.ts'

let drawing: Drawing

beforeAll(async () => {
  drawing = await openDrawing()
}, 300_000)
afterAll(() => drawing.close())

const { indicators, municipalities } = catalogue()
const places = municipalities.map(({ code, shortName }) => ({ code, name: shortName }))
const OWN = '0184'
const GROUP = ['0184', '0183', '0139', '0114', '0125']
const WIDTHS = [288, 640, 1180]
/** `npm run browser` draws everything at every width; the suite one width of each, so that all three come up. */
const widthsOf = (at: number) => (isLong ? WIDTHS : [WIDTHS[at % WIDTHS.length]!])

type Known = Awkward & { value: number }
type Asked = [file: string, name: string, data: object]

const aboutOf = ({ kind, decimals, direction, unitText }: Indicator) => ({
  kind,
  decimals,
  direction,
  unit: unitText.sv,
})

function quartiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? null
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) }
}

const HEADS = { own: 'Upplands Väsby', group: 'gruppens median', worst: 'sämst', median: 'median', best: 'bäst' }
const MARK = { name: 'worst', fill: 'red', ink: 'red', symbol: 'triangle', rotate: 180, sign: '▼' }

/** The row of the profile, at one of the ends, between them, or without a value. */
function spineOf(indicator: Indicator, { value }: Known, row: number) {
  const about = aboutOf(indicator)
  const unit = about.kind === 'yesno' ? '' : about.unit
  return {
    ...{ id: String(row), name: indicator.short.sv, value: writeValue(value, about, 'sv'), unit },
    ...{ number: writeBare(value, about, 'sv'), groupMedian: writeBare(value, about, 'sv') },
    ...{ own: row === 3 ? null : (row % 3) / 2, group: 0.4, sure: null, mark: MARK, word: 'sämsta fjärdedelen' },
    ...{ base: '288 kommuner, 2021', label: indicator.id },
  }
}

/** All that have the same two answers in one. */
function heapsOf(pairs: readonly { x: number; y: number }[]) {
  const keyOf = ({ x, y }: { x: number; y: number }) => `${x}|${y}`
  const unlike = pairs.filter((pair, at) => pairs.findIndex((one) => keyOf(one) === keyOf(pair)) === at)
  return unlike.map(({ x, y }) => {
    const count = pairs.filter((one) => keyOf(one) === keyOf({ x, y })).length
    return { x, y, count, label: 'alike' }
  })
}

/** The charts of one indicator as its page would ask for them. */
function chartsOf(indicator: Indicator, at: number): Asked[] {
  const about = aboutOf(indicator)
  const values = awkwardValues(indicator, at, places)
  const known = values.filter((one): one is Known => one.value !== null)
  const labelled = known.map((one) => ({ ...one, place: 'middle', label: `${one.name}: ${one.value}` }))
  const reference = quartiles(known.map(({ value }) => value))
  const shared = { own: OWN, about, lang: 'sv', also: ['0180', '1480'], group: GROUP, reference }
  const near = labelled.slice(0, 20).map((one) => ({ ...one, lower: null, upper: null, missing: 'uppgift saknas' }))
  const years = [2012, 2013, 2016, 2019, 2022]
  const course = ({ municipality, name, value }: Known, from: number) =>
    years.map((period, year) => ({
      ...{ municipality, name, period, lower: null, upper: null, label: `${name} ${period}` },
      value: (year + from) % 4 === 3 ? null : indicator.kind === 'yesno' ? value : value * (1 + year / 10),
    }))
  const others = known.slice(0, 8).flatMap((one, from) => course(one, from))
  const behind = years.map((period) => ({ period, ...reference }))
  const x = awkwardValues(indicator, at + 3, places)
  const pairs = known.flatMap(({ value, ...one }, index) => {
    const other = x[index]?.value ?? null
    return other === null ? [] : [{ ...one, x: other, y: value, label: one.name }]
  })
  return [
    [
      'distribution-strip',
      'distributionStrip',
      { ...shared, points: labelled, sets: ['also', 'group'], barLabelled: true },
    ],
    ['ranked-dots', 'rankedDots', { ...shared, rows: near, medianLabel: 'median i landet 37', sets: ['also'] }],
    [
      'trend',
      'trendChart',
      {
        ...{ own: course(known[0]!, 0), ownLabel: `${known[0]!.name} 12`, others, also: [], sets: ['also'] },
        ...{ reference: behind, referenceLabel: 'median 9', about, lang: 'sv' },
      },
    ],
    [
      'small-trends',
      'smallTrends',
      {
        trends: known
          .slice(0, 11)
          .map((one, from) => ({ municipality: one.municipality, name: one.name, points: course(one, from) })),
        ...{ own: OWN, reference: behind, about, lang: 'sv' },
      },
    ],
    [
      'sex-gap',
      'sexGapChart',
      {
        rows: known.slice(0, 12).map((one, row) => ({
          ...one,
          women: one.value,
          men: indicator.kind === 'yesno' ? one.value : one.value * (row % 2 ? 1.2 : 0.8),
          label: one.name,
        })),
        ...{ own: OWN, words: { women: 'kvinnor', men: 'män' }, about, lang: 'sv' },
      },
    ],
    ['spine', 'spineChart', { rows: known.slice(0, 6).map((one, row) => spineOf(indicator, one, row)), heads: HEADS }],
    ...(pairs.length > 0
      ? [
          [
            'scatter',
            'scatter',
            {
              ...shared,
              points: pairs,
              ...(isAnswer(about) && { heaps: heapsOf(pairs) }),
              line: [],
              sets: ['group'],
              x: { ...about, label: 'vågrätt' },
              y: { ...about, label: 'lodrätt' },
            },
          ] as Asked,
        ]
      : []),
  ]
}

const asked = [...indicators.values()].map((indicator, at) => ({ id: indicator.id, indicator, at }))

test('the catalogue is asked as it stands', () => {
  expect(asked.length).toBeGreaterThanOrEqual(130)
})

test.each(asked)('$id: no mark outside its frame, no word over another', async ({ indicator, at }) => {
  const wrong: string[] = []
  for (const width of widthsOf(at))
    for (const [file, name, data] of chartsOf(indicator, at)) {
      const outside = await drawing.drawnOutside(file, name, data, width)
      const crowded = await drawing.crowded(file, name, data, width)
      wrong.push(...[...outside, ...crowded].map((what) => `${file} ${width}: ${what}`))
    }
  expect(wrong).toEqual([])
})

test('a mark outside is seen', async () => {
  const point = (municipality: string, value: number) => ({
    municipality,
    name: municipality,
    value,
    place: null,
    label: '',
  })
  const data = {
    points: [point('0184', 1), point('0183', 900)],
    own: '0184',
    also: [],
    group: [],
    sets: ['also', 'group'],
  }
  const about = { kind: 'share', unit: '%', decimals: 1 }
  const reference = { median: 1, q1: -4000, q3: 9000 }
  const drawn = { ...data, about, reference, barLabelled: true, lang: 'sv' }
  expect(await drawing.drawnOutside('distribution-strip', 'distributionStrip', drawn, 400)).not.toEqual([])
})

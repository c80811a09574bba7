import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { type Drawing, openDrawing, snapshotOf } from './drawing.ts'

let drawing: Drawing

beforeAll(async () => {
  drawing = await openDrawing()
}, 120_000)
afterAll(() => drawing.close())

/** Draws in a real browser what the chart's function makes of the data. */
async function drawn(file: string, name: string, data: object, width: number): Promise<string> {
  const svg = await drawing.drawn(file, name, data, width)
  expect(svg).toContain('role="group"')
  return snapshotOf(svg)
}

const about = { kind: 'share', unit: '%', decimals: 1, direction: 'lower' }
const reference = { median: 37.8, q1: 32.3, q3: 43.6 }
const place = (municipality: string, name: string, value: number | null, place: string | null, more: object = {}) => ({
  municipality,
  name,
  value,
  place,
  lower: value === null ? null : value - 3,
  upper: value === null ? null : value + 3,
  label: `${name}: ${value}`,
  missing: 'uppgift saknas',
  ...more,
})
const rows = [
  place('0184', 'Solna', 28.1, 'best'),
  place('0114', 'Upplands Väsby', 33, 'middle'),
  place('0125', 'Ekerö', 50.3, 'worst'),
  place('0139', 'Upplands-Bro', null, null),
]

test.each([
  ['wide', 640],
  ['narrow', 280],
])('ranked dots, %s', async (size, width) => {
  const data = {
    rows,
    own: '0184',
    also: ['0114'],
    sets: ['also'],
    about,
    reference,
    medianLabel: 'median i landet 37,8 %',
    lang: 'sv',
  }
  await expect(await drawn('ranked-dots', 'rankedDots', data, width)).toMatchFileSnapshot(
    `snapshots/ranked-dots-${size}.svg`,
  )
})

test('ranked dots where there is no direction, in English', async () => {
  const neutral = rows.map((row) => ({ ...row, place: null, lower: null, upper: null, margin: 4 }))
  const data = {
    rows: neutral,
    own: '0125',
    also: [],
    sets: ['also'],
    about: { ...about, direction: 'neutral' },
    reference,
    medianLabel: 'national median 37.8%',
    lang: 'en',
  }
  await expect(await drawn('ranked-dots', 'rankedDots', data, 640)).toMatchFileSnapshot(
    'snapshots/ranked-dots-neutral.svg',
  )
})

test('a trend with a gap', async () => {
  const years = [2016, 2017, 2018, 2019, 2020, 2021]
  const point = (period: number, value: number | null) => ({
    period,
    value,
    lower: null,
    upper: null,
    label: `Solna ${period}: ${value}`,
  })
  const data = {
    own: [22.3, 18.1, null, 22.9, 25.3, 28.1].map((value, index) => point(years[index]!, value)),
    ownLabel: 'Solna 28,1',
    others: years.map((period) => ({ municipality: '0183', name: 'Sundbyberg', period, value: period - 1980 })),
    reference: years.map((period, index) => ({
      period,
      median: 27 + 2 * index,
      q1: 22 + 2 * index,
      q3: 33 + 2 * index,
    })),
    referenceLabel: 'median 37,0',
    also: ['0183'],
    sets: ['also'],
    about,
    lang: 'sv',
  }
  await expect(await drawn('trend', 'trendChart', data, 600)).toMatchFileSnapshot('snapshots/trend.svg')
})

test('the distribution, own and group marked', async () => {
  const points = Array.from({ length: 40 }, (_, index) =>
    place(`${1000 + index}`, `K${index}`, 20 + ((index * 7) % 40), 'middle'),
  )
  const data = {
    points,
    own: '1003',
    also: ['1030'],
    group: ['1001', '1002'],
    barLabelled: true,
    sets: ['group', 'also'],
    reference,
    about,
    lang: 'sv',
  }
  await expect(await drawn('distribution-strip', 'distributionStrip', data, 600)).toMatchFileSnapshot(
    'snapshots/distribution.svg',
  )
})

test('the gap between the sexes, the own municipality bold', async () => {
  const row = (municipality: string, name: string, women: number, men: number) => ({
    ...{ municipality, name, women, men, label: `${name}: ${women}, ${men}` },
  })
  const data = {
    rows: [row('0125', 'Ekerö', 49.1, 50.5), row('0184', 'Solna', 31.1, 29.6)],
    ...{ own: '0184', words: { women: 'kvinnor', men: 'män' }, about, lang: 'sv' },
  }
  await expect(await drawn('sex-gap', 'sexGapChart', data, 480)).toMatchFileSnapshot('snapshots/sex-gap.svg')
})

test('small trends on one scale, the own one first, a gap kept', async () => {
  const years = [2019, 2020, 2021]
  const trend = (municipality: string, name: string, values: (number | null)[]) => ({
    municipality,
    name,
    points: values.map((value, index) => ({ period: years[index], value, label: `${name} ${years[index]}: ${value}` })),
  })
  const data = {
    trends: [
      trend('0184', 'Solna', [22.3, null, 28.1]),
      trend('0183', 'Sundbyberg', [40, 41, 45.7]),
      trend('0125', 'Ekerö', [null, null, null]),
    ],
    own: '0184',
    reference: years.map((period) => ({ period, ...reference })),
    about,
    lang: 'sv',
  }
  const svg = await drawn('small-trends', 'smallTrends', data, 460)
  expect(svg.match(/data-point="[^"]*/g)).toEqual(['data-point="Solna 2021: 28.1', 'data-point="Sundbyberg 2021: 45.7'])
  await expect(svg).toMatchFileSnapshot('snapshots/small-trends.svg')
})

test('spines, with direction, without, and missing', async () => {
  const mark = (fill: string, symbol: string) => ({ name: 'best', fill, ink: fill, symbol, rotate: 0, sign: '▲' })
  const spine = (id: string, own: number | null, more: object = {}) => ({
    id,
    name: `Indikator ${id}`,
    value: '28,1 %',
    number: '28,1',
    unit: '%',
    groupMedian: '39,6',
    own,
    group: 0.4,
    mark: mark('var(--better)', 'triangle'),
    word: 'bästa fjärdedelen',
    base: '288 kommuner, 2021',
    label: `${id}: 28,1 %`,
    ...more,
  })
  const spines = [
    spine('A', 0.9),
    spine('B', 0.2, { mark: mark('var(--neutral)', 'diamond') }),
    spine('C', null, { word: 'uppgift saknas' }),
  ]
  const data = {
    rows: spines,
    heads: { own: 'Solna', group: 'gruppens median', worst: 'sämst', median: 'median', best: 'bäst' },
  }
  await expect(await drawn('spine', 'spineChart', data, 1100)).toMatchFileSnapshot('snapshots/spine-wide.svg')
  await expect(await drawn('spine', 'spineChart', data, 280)).toMatchFileSnapshot('snapshots/spine-narrow.svg')
})

describe('two indicators against each other', () => {
  const point = (municipality: string, name: string, x: number, y: number) => ({
    municipality,
    name,
    x,
    y,
    label: `${name}: ${x}, ${y}`,
  })
  const relation = {
    points: [
      point('0184', 'Solna', 30, 28),
      point('0183', 'Sundbyberg', 31, 45),
      point('0114', 'Upplands Väsby', 31.2, 45.2),
      ...Array.from({ length: 12 }, (_, index) =>
        point(`${1000 + index}`, `K${index}`, 5 + index, 30 + ((index * 5) % 20)),
      ),
    ],
    own: '0184',
    group: ['0183', '0114'],
    sets: ['group'],
    line: [
      { x: 5, y: 35, lower: 30, upper: 40 },
      { x: 31, y: 45, lower: 38, upper: 52 },
    ],
    x: { ...about, label: 'Utrikes födda, %' },
    y: { ...about, label: 'Långvarigt bistånd, %' },
    lang: 'sv',
  }

  test.each([
    ['wide', 720],
    ['narrow', 280],
  ])('with the line and its interval, %s', async (size, width) => {
    const svg = await drawn('scatter', 'scatter', relation, width)
    expect(svg.match(/data-point=/g)?.length).toBe(relation.points.length)
    await expect(svg).toMatchFileSnapshot(`snapshots/scatter-${size}.svg`)
  })

  test('names no municipality of the country where no group is chosen', async () => {
    const svg = await drawn('scatter', 'scatter', { ...relation, group: [], line: [] }, 720)
    expect(svg).toContain('>Solna<')
    expect(svg).not.toContain('>Sundbyberg<')
  })
})

test.each([
  ['wide', 900],
  ['narrow', 280],
])('differences from a municipality, measure by measure, one value missing, %s', async (size, width) => {
  const measures = ['N01951', 'N02926'].map((id) => ({ id, title: id === 'N01951' ? 'Invånare' : 'Utrikes födda' }))
  const neighbours = [
    ['0183', 'Sundbyberg', -1.4],
    ['0123', 'Järfälla', 0.5],
  ] as const
  const data = {
    measures,
    rows: neighbours.map(([municipality, name]) => ({ municipality, name, distance: '0,42' })),
    differences: neighbours.flatMap(([municipality, name, difference], at) =>
      measures.map(({ id }, index) => ({
        municipality,
        name,
        measure: id,
        difference: at + index === 2 ? null : difference,
        label: `${name}, ${id}: ${difference}`,
      })),
    ),
    missing: 'värde saknas',
    lang: 'sv',
  }
  const svg = await drawn('difference-bars', 'differenceBars', data, width)
  expect(svg).toContain('>värde saknas<')
  await expect(svg).toMatchFileSnapshot(`snapshots/differences-${size}.svg`)
})

test('the funnel, the own one and the group named, who lies outside marked', async () => {
  const point = (name: string, x: number, y: number, mark: object | null = null) => ({
    municipality: name,
    name,
    x,
    y,
    mark,
    label: `${name}: ${y}`,
  })
  const around = (n: number, wide: number) => {
    const error = wide / Math.sqrt(n)
    return { lower95: 60 - 2 * error, upper95: 60 + 2 * error, lower998: 60 - 3 * error, upper998: 60 + 3 * error }
  }
  const worse = { name: 'worst', fill: 'var(--worse)', ink: '', symbol: 'triangle', rotate: 180, sign: '▼' }
  const data = {
    points: [point('Solna', 200, 58), point('Ekerö', 60, 66), point('Årjäng', 900, 41, worse), point('Nora', 25, 75)],
    own: 'Solna',
    group: ['Ekerö'],
    sets: ['group'],
    limits: [20, 60, 200, 900].map((n) => ({ n, ...around(n, 50), adjusted: around(n, 80) })),
    pooled: 60,
    pooledLabel: '60,0',
    baseLabel: 'Underlag (n)',
    about,
    lang: 'sv',
  }
  await expect(await drawn('funnel', 'funnelChart', data, 640)).toMatchFileSnapshot('snapshots/funnel-wide.svg')
  await expect(await drawn('funnel', 'funnelChart', data, 280)).toMatchFileSnapshot('snapshots/funnel-narrow.svg')
})

describe('the pictures of the methods', () => {
  test('rows with bars over a rule; a row that shows nothing', async () => {
    const data = {
      rows: [{ value: 82, lower: 77, upper: 86 }, { value: 61, from: 72 }, {}],
      labels: ['bättre', 'sämre', 'visas inte', 'median'],
      domain: [50, 92],
      ticks: [50, 70, 90],
      rule: 70,
      lang: 'sv',
    }
    await expect(await drawn('method/rows', 'methodRows', data, 300)).toMatchFileSnapshot('snapshots/method-rows.svg')
  })

  test('a line against rules with a point to look at', async () => {
    const data = {
      lines: [{ values: [20, 24, 21, 35], strong: true }],
      domain: [10, 40],
      rules: [31, 23],
      names: [{ at: 31, label: 'övre gräns' }],
      ends: ['januari', 'april'],
      marked: [3],
    }
    await expect(await drawn('method/lines', 'methodLines', data, 300)).toMatchFileSnapshot(
      'snapshots/method-lines.svg',
    )
  })

  test('quarters: three of twelve in each outer one', async () => {
    const data = {
      values: [38, 44, 47, 52, 55, 57, 60, 63, 65, 71, 76, 84],
      quartiles: [50.75, 58.5, 66.5],
      coloured: true,
      labels: ['bäst', 'sämst'],
    }
    const svg = await drawn('method/quarters', 'methodQuarters', data, 300)
    expect(svg.match(/fill="var\(--better\)"/g)?.length).toBe(3)
    expect(svg.match(/fill="var\(--worse\)"/g)?.length).toBe(3)
  })

  test('squares: as many filled as the share says', async () => {
    const svg = await drawn('method/squares', 'methodSquares', { share: 62, label: '62 %' }, 300)
    expect(svg.match(/<rect[^>]*fill="var\(--accent\)"/g)?.length).toBe(62)
    expect(svg.match(/<rect[^>]*fill="var\(--rule\)"/g)?.length).toBe(38)
  })
})

describe('the map of tiles', () => {
  const { municipalities } = catalogue()
  const bands = ['best', 'middle', 'middle', 'worst']
  const tiles = municipalities.map(({ code, shortName }, index) => ({
    ...place(code, shortName, index % 29 === 0 ? null : index, bands[index % 4]!),
    shade: null,
  }))
  const data = {
    tiles,
    centres: municipalities.map((one) => [one.code, one]),
    maps: ['centres'],
    sets: ['group', 'named'],
    named: [],
    key: [],
    own: '0184',
    group: ['0183', '0123'],
  }

  test('holds every municipality, by name', async () => {
    const svg = await drawn('tile-map', 'tileMap', data, 420)
    expect(svg.match(/data-point=/g)?.length).toBe(290)
    await expect(svg).toMatchFileSnapshot('snapshots/tile-map.svg')
  })

  test('hatches what is missing, with the hatching in the picture itself', async () => {
    const svg = await drawn('tile-map', 'tileMap', data, 420)
    expect(svg.match(/url\(#missing\)/g)?.length).toBe(tiles.filter((tile) => tile.value === null).length)
    expect(svg).toContain('<pattern id="missing"')
  })
})

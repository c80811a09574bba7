import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { powerpoint } from '../../../dashboards/exports/powerpoint.ts'
import type { Bars, NativeChart, Rows, Tiles } from '../../../dashboards/native-charts/chart.ts'
import { realFigures } from '../exports/saved-figures.ts'

/** A presentation of one figure that is drawn so. */
async function presented(chart: NativeChart) {
  const file = await powerpoint([{ ...realFigures[0]!, chart }], 'Till nämnden')
  const zip = await JSZip.loadAsync(await file.arrayBuffer())
  const parts = (pattern: RegExp) =>
    zip.file(pattern).sort((a, b) => Number(a.name.match(/\d+/)) - Number(b.name.match(/\d+/)))
  return {
    slides: await Promise.all(parts(/slides\/slide\d+\.xml$/).map((part) => part.async('string'))),
    charts: await Promise.all(parts(/charts\/chart\d+\.xml$/).map((part) => part.async('string'))),
    books: parts(/embeddings\/.*\.xlsx$/),
    pictures: zip.file(/media\/.*\.png$/),
    size: file.size,
  }
}

const values = (xml: string) => [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value)
const within = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<c:${tag}>.*?</c:${tag}>`, 'gs'))].map(([part]) => values(part))

const dot = (value: number | null) => ({ mark: 'own' as const, value, lower: null, upper: null })
const rows: Rows = {
  ...{ kind: 'rows', unit: 'dagar', decimals: 0, scale: null, numbered: true, legend: false },
  marks: [{ mark: 'own', name: 'Solna' }],
  rows: Array.from({ length: 61 }, (_, at) => ({ name: `Rad ${at}`, own: at === 0, beside: `${at}`, dots: [dot(at)] })),
  ...{ zones: [], lines: [] },
}
const bars: Bars = {
  ...{ kind: 'bars', title: 'Invånare', unit: '', decimals: 1, scale: { min: -2, max: 2 } },
  categories: ['Sigtuna', 'Borås'],
  series: [{ name: 'Invånare', values: [-0.4, null], mark: 'group' }],
}

describe('bars', () => {
  it('lie with the first uppermost, to the left where less, and leave what is missing empty', async () => {
    const { charts } = await presented(bars)
    expect(charts[0]).toContain('<c:barDir val="bar"/>')
    expect(charts[0]).toContain('<c:orientation val="maxMin"/>')
    expect(charts[0]).toContain('<c:max val="2"/><c:min val="-2"/>')
    expect(within(charts[0]!, 'cat')).toEqual([['Sigtuna', 'Borås']])
    expect(within(charts[0]!, 'val')).toEqual([['-0.4']])
  })

  it('are parts of a hundred percent where they are stacked, the graver the stronger', async () => {
    const series = [0.1, 1].map((strength, at) => ({
      name: `Band ${at}`,
      values: [40, 60],
      mark: 'group' as const,
      strength,
    }))
    const { charts } = await presented({ ...bars, series, stacked: true })
    expect(charts[0]).toContain('<c:grouping val="percentStacked"/>')
    expect(charts[0]).toContain('<c:overlap val="100"/>')
    expect(charts[0]!.match(/<a:alpha val="10000"\/>/g)).toHaveLength(1)
  })

  it('that are several steps in one are hatched, without a shade', async () => {
    const series = [
      { name: '0–1', values: [40, 60], mark: 'group' as const, strength: 0.1 },
      { name: '2–9', values: [60, 40], mark: 'group' as const, strength: 0.5, hatched: true },
    ]
    const { charts } = await presented({ ...bars, series, stacked: true })
    expect(charts[0]!.match(/<a:pattFill /g)).toHaveLength(1)
    expect(charts[0]).not.toContain('<a:alpha val="50000"/>')
  })
})

describe('rows', () => {
  it('go on over as many slides as can be read, on one scale, each row once', async () => {
    const { slides, charts } = await presented(rows)
    expect(slides).toHaveLength(3)
    expect(slides[2]).toContain('(3/3)')
    for (const chart of charts) expect(chart).toContain('<c:max val="60"/><c:min val="0"/>')
    const names = charts.flatMap((chart) => [...chart.matchAll(/<a:t>(Rad \d+)<\/a:t>/g)].map(([, name]) => name))
    expect(names.sort()).toEqual(rows.rows.map(({ name }) => name).sort())
  })

  it('set the own name bold, and leave out marks that no row has', async () => {
    const marks: Rows['marks'] = [...rows.marks, { mark: 'second', name: 'Ingen' }]
    const { charts } = await presented({ ...rows, marks, rows: rows.rows.slice(0, 2) })
    expect(charts[0]).toMatch(/b="1"(?:(?!<a:t>).)*<a:t>Rad 0<\/a:t>/s)
    expect(charts[0]).toMatch(/b="0"(?:(?!<a:t>).)*<a:t>Rad 1<\/a:t>/s)
    expect(charts[0]).not.toContain('Ingen')
  })

  it('draw fields of the scale, lines with their names, and what two dots are joined by', async () => {
    const { charts } = await presented({
      ...rows,
      rows: [{ name: 'Solna', own: true, beside: '', dots: [{ ...dot(2), to: 5 }] }],
      zones: [{ from: 1, to: 3, name: 'Mittersta hälften', as: 'field' }],
      lines: [{ at: 4, name: 'median' }],
    })
    expect(within(charts[0]!, 'xVal').slice(0, 3)).toEqual([['1', '3'], ['4', '4'], ['2']])
    expect(within(charts[0]!, 'plus')).toEqual([['3']])
    expect(charts[0]).toContain('<a:t>median</a:t>')
  })
})

describe('panels', () => {
  it('stand beside each other, each a chart with a workbook of its own', async () => {
    const panels = Array.from({ length: 5 }, (_, at) => ({ ...bars, title: `Mått ${at}` }))
    const { slides, charts, books } = await presented({ kind: 'panels', panels, columns: 2, perSlide: 4 })
    expect(slides).toHaveLength(2)
    expect(slides.map((slide) => slide.match(/<p:graphicFrame>/g)!.length)).toEqual([4, 1])
    expect(charts.map((chart) => /<a:t>(Mått \d)<\/a:t>/.exec(chart)![1])).toEqual(panels.map(({ title }) => title))
    expect(books).toHaveLength(5)
  })
})

describe('the map', async () => {
  const tile = (at: number): Tiles['tiles'][number] => ({
    ...{
      name: `Kommun ${at}`,
      label: `Kommun ${at}: ${at},5 % & mer`,
      x: at % 17,
      y: Math.floor(at / 17),
      mark: 'similar',
    },
    ...{ strength: 1, framed: at === 1, own: at === 2 },
  })
  const tiles = Array.from({ length: 290 }, (_, at) => tile(at))
  tiles[3] = { ...tiles[3]!, mark: null }
  tiles[4] = { ...tiles[4]!, mark: 'worse' }
  tiles[5] = { ...tiles[5]!, mark: 'better' }
  const { slides, pictures, size } = await presented({ kind: 'tiles', tiles })
  const shapeOf = (at: number) =>
    new RegExp(`<p:sp>(?:(?!</p:sp>).)*Kommun ${at}: .*?</p:sp>`, 's').exec(slides[0]!)![0]

  it('is one group of a shape a municipality, each called by name and value, and no picture', () => {
    expect(slides[0]!.match(/<p:grpSp>/g)).toHaveLength(1)
    expect(slides[0]!.match(/<a:custGeom>/g)).toHaveLength(290)
    expect(slides[0]).toContain('name="Kommun 7: 7,5 % &amp; mer" descr="Kommun 7: 7,5 % &amp; mer"')
    expect(slides[0]).not.toContain('tiles-')
    expect(pictures).toHaveLength(0)
    expect(size).toBeLessThan(100_000)
  })

  it('tells places by colour and sign, hatches what is missing, frames the group, names the own one', () => {
    expect(shapeOf(4)).toMatch(/D55E00.*<a:t>▼<\/a:t>/s)
    expect(shapeOf(5)).toMatch(/0B4F8A.*<a:t>▲<\/a:t>/s)
    expect(shapeOf(3)).toContain('<a:pattFill prst="wdUpDiag">')
    expect(shapeOf(1)).toMatch(/<a:ln w="19050">.*16202B/s)
    expect(shapeOf(2)).toContain('<a:ln w="38100">')
    expect(slides[0]).toContain('<a:t>Kommun 2</a:t>')
  })

  it('counts its shapes once each', () => {
    const ids = [...slides[0]!.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a row of which only bounds are known', () => {
  it('is a line from end to end, without a dot', async () => {
    const bounded = { mark: 'own' as const, value: 5, lower: 0, upper: 10, bare: true }
    const chart: Rows = {
      ...rows,
      rows: [
        {
          name: 'Skola',
          own: false,
          beside: '62 %',
          dots: [{ ...bounded, value: 62, lower: 54, upper: 70, bare: false }],
        },
        { name: 'Tandvård', own: false, beside: 'under 10 %', dots: [bounded] },
      ],
    }
    const { charts } = await presented(chart)
    const unmarked = [...charts[0]!.matchAll(/<c:dPt><c:idx val="(\d+)"\/><c:marker><c:symbol val="none"\/>/g)]
    expect(unmarked.map(([, point]) => point)).toEqual(['1'])
    expect(charts[0]).toContain('<c:errBars>')
  })
})

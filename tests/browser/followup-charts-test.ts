import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Drawing, openDrawing, snapshotOf } from './drawing.ts'

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
}, 120_000)
afterAll(() => drawing.close())

const kept = async (file: string, name: string, data: object, width: number) =>
  expect(snapshotOf(await drawing.drawn(file, name, data, width)))

const percent = { scale: { min: 0, max: 100 }, ticks: [0, 50, 100] }

describe('change of the same persons', () => {
  const row = (id: string, title: string, more: object) => ({
    ...{ id, title, before: 3.4, after: 2.1, turn: 'better', label: title, written: '−1,3' },
    ...{ instead: 'visas inte', lower: 1, upper: 2.4 },
    ...more,
  })
  const sure = row('alkohol', 'Alkohol', {})
  const unsure = row('narkotika', 'Narkotika', { after: 3.6, turn: 'similar', written: '+0,2', lower: 3, upper: 4.2 })
  const hidden = row('familj', 'Familj och umgänge', { before: null, after: null })
  const data = { rows: [sure, unsure, hidden], scale: { min: 0, max: 4 }, ticks: [0, 1, 2, 3, 4], lang: 'sv' }

  test.each([
    ['wide', 640],
    ['narrow', 280],
  ])('arrows, %s', async (size, width) => {
    const picture = await kept('change-arrows', 'changeArrows', data, width)
    await picture.toMatchFileSnapshot(`snapshots/change-arrows-${size}.svg`)
  })

  test('outcomes: what is known, what may be either side’s, a row that is not shown', async () => {
    const part = (way: string | null, from: number, to: number) => ({
      ...{ way, from, to, written: `${to - from} %`, shortly: `${to - from} %`, label: `${way} ${to - from} %` },
    })
    const rows = [
      { ...{ id: 'alkohol', title: 'Alkohol', instead: '', intervals: [{ from: 32, to: 48 }] } },
      { ...{ id: 'narkotika', title: 'Narkotika', instead: '', intervals: [] } },
      { ...{ id: 'familj', title: 'Familj och umgänge', instead: 'visas inte', intervals: [], parts: [] } },
    ]
    const parts = [
      [part('improved', 0, 40), part('unchanged', 40, 75), part('worsened', 75, 100)],
      [part('improved', 0, 30), part('unchanged', 30, 90), part(null, 90, 100)],
      [],
    ]
    const names = { improved: 'förbättrade', unchanged: 'oförändrade', worsened: 'försämrade' }
    const all = { rows: rows.map((row, at) => ({ ...row, parts: parts[at] })), names }
    await (await kept('outcome-bars', 'outcomeBars', all, 560)).toMatchFileSnapshot('snapshots/outcome-bars.svg')
  })
})

describe('on a telephone', () => {
  test('a share known within bounds is told in fewer letters', async () => {
    const known = { written: 'mellan 53 och 66 procent', shortly: '53–66 %', label: 'oförändrade' }
    const parts = [{ way: 'unchanged', from: 34, to: 87, ...known }]
    const rows = [{ id: 'alkohol', title: 'Alkohol', instead: '', intervals: [], parts }]
    const names = { improved: 'förbättrade', unchanged: 'oförändrade', worsened: 'försämrade' }
    const drawn = async (width: number) =>
      snapshotOf(await drawing.drawn('outcome-bars', 'outcomeBars', { rows, names }, width))
    expect(await drawn(560)).toContain('mellan 53 och 66 procent')
    expect(await drawn(280)).toContain('53–66 %')
    expect(await drawn(280)).not.toContain('mellan')
  })

  test('a scale around nought keeps it when it lets other numbers go', async () => {
    const dot = { kind: 0, value: -0.4, lower: -1, upper: 0.2, bounded: false, written: '−0,4', label: 'Alkohol' }
    const rows = [{ id: 'arbete', title: 'Arbete och försörjning', dots: [dot] }]
    const panel = { id: 'a', title: '', rows, scale: { min: -3, max: 3 }, ticks: [-3, -2, -1, 0, 1, 2, 3] }
    const data = { columns: 1, row: 34, kinds: [''], lang: 'sv', panels: [panel] }
    const drawn = snapshotOf(await drawing.drawn('dot-panels', 'dotPanels', data, 230))
    for (const kept of ['−3', '0', '3']) expect(drawn).toContain(`>${kept}<`)
    expect(drawn).not.toContain('>2<')
  })
})

test('rows of own figures beside the group, one bounded, one hidden', async () => {
  const row = (id: string, own: number | null, more: object = {}) => ({
    ...{ id, title: id, own, lower: own && own - 8, upper: own && own + 8, bounded: false, group: 55 },
    ...{ written: own === null ? 'visas inte' : `${own} %`, label: id, groupLabel: id, ...more },
  })
  const rows = [row('Skolgång', 62), row('Tandvård', 95, { bounded: true, written: 'över 90 %' }), row('Kontakt', null)]
  const data = { rows, ...percent, unit: ' %', zone: null, reference: 50, lang: 'sv' }
  await (await kept('paired-dots', 'pairedDots', data, 560)).toMatchFileSnapshot('snapshots/paired-dots.svg')
})

test('bars of bands, two of them merged, a row that is not shown', async () => {
  const part = (first: number, last: number, from: number, to: number) => ({
    ...{ id: `${first}-${last}`, first, last, from, to, share: to - from, label: `${to - from} %` },
    range: '2–9',
  })
  const rows = [
    { id: 'a', title: 'Alkohol', parts: [part(0, 0, 0, 40), part(1, 2, 40, 100)], instead: '', beside: '60 %' },
    { id: 'b', title: 'Narkotika', parts: [], instead: 'visas inte', beside: '' },
  ]
  const data = {
    rows,
    bands: ['0–1 inget', '2–3 litet', '4–9 mer'],
    besideTitle: 'minst 4',
    merged: 'sammanslagna',
    lang: 'sv',
  }
  await (await kept('band-bars', 'bandBars', data, 560)).toMatchFileSnapshot('snapshots/band-bars.svg')
})

test('panels of dots of two kinds, with what is not shown below', async () => {
  const dot = (kind: number, value: number | null) => ({
    ...{ kind, value, lower: value && value - 5, upper: value && value + 5, bounded: false },
    ...{ written: value === null ? 'visas inte' : `${value} %`, label: `${value}` },
  })
  const row = (id: string, ...values: (number | null)[]) => ({
    id,
    title: id,
    dots: values.map((value, at) => dot(at, value)),
  })
  const panel = (id: string) => ({
    id,
    title: id,
    rows: [row('Kvinnor', 40, 55), row('Män', 60), row('Annat', null)],
    ...percent,
  })
  const data = { panels: ['Ålder', 'Kön'].map(panel), columns: 2, kinds: ['grund', 'uppföljning'], lang: 'sv' }
  await (await kept('dot-panels', 'dotPanels', data, 560)).toMatchFileSnapshot('snapshots/dot-panels.svg')
})

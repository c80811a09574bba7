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
    ...{ id, title, before: 3.4, after: 2.1, turn: 'better', label: title },
    ...{ improved: '', unchanged: '', worsened: '', untold: '', instead: 'visas inte', lower: 1, upper: 2.4 },
    ...more,
  })
  const told = row('alkohol', 'Alkohol', { improved: '56 %', unchanged: '31 %', worsened: 'visas inte' })
  const untold = row('narkotika', 'Narkotika', { after: 3.6, turn: 'similar', untold: 'visas inte' })
  const hidden = row('familj', 'Familj och umgänge', { before: null, after: null })
  const columns = { improved: 'förbättrade', unchanged: 'oförändrade', worsened: 'försämrade' }
  const data = (rows: object[]) => ({ rows, scale: { min: 0, max: 4 }, ticks: [0, 1, 2, 3, 4], columns, lang: 'sv' })

  test.each([
    ['wide', 640],
    ['narrow', 280],
  ])('arrows, %s', async (size, width) => {
    const picture = await kept('change-arrows', 'changeArrows', data([told, untold, hidden]), width)
    await picture.toMatchFileSnapshot(`snapshots/change-arrows-${size}.svg`)
  })

  test('says once of a row that none of the three may be told, and has no headings where no row tells any', async () => {
    const svg = await drawing.drawn('change-arrows', 'changeArrows', data([untold, { ...untold, id: 'b' }]), 640)
    expect(svg.match(/visas inte/g)).toHaveLength(2)
    expect(svg).not.toContain('förbättrade')
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
  const data = { rows, bands: ['0–1 inget', '2–3 litet', '4–9 mer'], besideTitle: 'minst 4', lang: 'sv' }
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

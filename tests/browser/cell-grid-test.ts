import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Drawing, openDrawing, snapshotOf } from './drawing.ts'

let drawing: Drawing
beforeAll(async () => {
  drawing = await openDrawing()
}, 120_000)
afterAll(() => drawing.close())

const MARKS = {
  best: { name: 'best', ink: 'var(--better-ink)', symbol: 'triangle', rotate: 0 },
  middle: { name: 'middle', ink: 'var(--similar-ink)', symbol: 'circle', rotate: 0 },
  worst: { name: 'worst', ink: 'var(--worse-ink)', symbol: 'triangle', rotate: 180 },
  none: { name: 'none', ink: 'var(--neutral-ink)', symbol: 'diamond', rotate: 0 },
} as const
type Band = keyof typeof MARKS

const NAMES = ['Ekerö', 'Solna', 'Upplands Väsby', 'Skinnskatteberg']
const columns = NAMES.map((name, at) => ({ municipality: `000${at}`, name }))

const row = (
  indicator: string,
  name: string,
  base: string,
  cells: [written: string, Band | null, moving?: string][],
) => ({
  indicator,
  name,
  base,
  cells: cells.map(([written, band, moving = ''], at) => ({
    municipality: columns[at]!.municipality,
    written,
    mark: band && MARKS[band],
    moving,
    label: `${NAMES[at]}, ${name}: ${written}`,
  })),
})

const grid = {
  columns,
  rows: [
    row('A', 'Väntat över 14 dagar på försörjningsstöd', '%, 2024', [
      ['42', 'middle'],
      ['31', 'best', '↘'],
      ['60', 'worst', '↗'],
      ['–', null],
    ]),
    row('B', 'Utbetalt bistånd per hushåll', 'kr/hushåll, 2025', [
      ['50 930', 'none'],
      ['145 301', 'none', '↗'],
      ['..', null],
      ['47 673', 'none'],
    ]),
  ],
  own: '0001',
}

const drawn = async (width: number) => snapshotOf(await drawing.drawn('cell-grid', 'cellGrid', grid, width))

describe('indicators down, municipalities across', () => {
  test.each([
    ['wide', 720],
    ['narrow', 280],
  ])('%s', async (size, width) => {
    await expect(await drawn(width)).toMatchFileSnapshot(`snapshots/cell-grid-${size}.svg`)
  })

  test('every cell can be stepped to, and says what it is', async () => {
    const svg = await drawn(720)
    expect(svg.match(/data-point="[^"]*/g)).toHaveLength(8)
    expect(svg).toContain('data-point="Solna, Utbetalt bistånd per hushåll: 145 301"')
  })

  test('hatches what is missing, frames the own column, and signs every known cell', async () => {
    const svg = await drawn(720)
    expect(svg.match(/fill="url\(#missing-cell\)"/g)).toHaveLength(2)
    expect(svg).toContain('<pattern id="missing-cell"')
    expect(svg.match(/aria-label="streck" stroke="var\(--ink\)"/g)).toHaveLength(2)
    for (const { ink } of Object.values(MARKS)) expect(svg).toContain(`fill="${ink}"`)
  })

  test.each([280, 480, 720, 900])('words have room in a drawing %i wide', async (width) => {
    expect(await drawing.crowded('cell-grid', 'cellGrid', grid, width)).toEqual([])
  })
})

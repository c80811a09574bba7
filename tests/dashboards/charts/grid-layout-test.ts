import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellGrid } from '../../../dashboards/charts/grid.ts'
import { gridLayout, gridSheets } from '../../../dashboards/charts/grid-layout.ts'

/** A grid with as many rows and columns, of names and values as long as they come. */
function gridOf(rows: number, columns: number): CellGrid {
  const codes = Array.from({ length: columns }, (_, at) => String(at).padStart(4, '0'))
  return {
    own: '0000',
    columns: codes.map((municipality) => ({ municipality, name: 'Upplands Väsby' })),
    rows: Array.from({ length: rows }, (_, at) => ({
      indicator: `N${at}`,
      name: 'Väntat över 14 dagar på försörjningsstöd',
      base: 'kr/hushåll, 2025',
      cells: codes.map((municipality) => ({ municipality, written: '145 301', mark: null, moving: '', label: '' })),
    })),
  }
}

const cellsOf = ({ rows }: CellGrid) =>
  rows.flatMap(({ indicator, cells }) => cells.map(({ municipality }) => `${indicator} ${municipality}`))

describe('sheets of a grid', () => {
  test('hold every cell once, as many rows as a page and no more columns than the width', () => {
    const size = fc.record({
      rows: fc.integer({ min: 1, max: 130 }),
      columns: fc.integer({ min: 1, max: 60 }),
      width: fc.integer({ min: 260, max: 900 }),
    })
    fc.assert(
      fc.property(size, ({ rows, columns, width }) => {
        const grid = gridOf(rows, columns)
        const sheets = gridSheets(grid, width)
        expect(sheets.flatMap(cellsOf).sort()).toEqual(cellsOf(grid).sort())
        for (const sheet of sheets) {
          expect(sheet.rows.length).toBeLessThanOrEqual(25)
          expect(gridLayout(sheet, width).width).toBeLessThanOrEqual(width + 1)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('are one where it is small', () => {
    expect(gridSheets(gridOf(20, 5), 900)).toEqual([gridOf(20, 5)])
  })
})

describe('layout of a grid', () => {
  test('is as wide as its columns need, however narrow the page', () => {
    const { width, cell } = gridLayout(gridOf(3, 60), 720)
    expect(width).toBeGreaterThan(60 * 70)
    expect(cell).toBeGreaterThan(70)
  })

  test('sets the names above their cells where they would take half of the width', () => {
    expect(gridLayout(gridOf(3, 4), 300)).toMatchObject({ above: true, names: 0 })
    expect(gridLayout(gridOf(3, 4), 900).above).toBe(false)
  })
})

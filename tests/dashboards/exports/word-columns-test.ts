import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableCells } from '../../../dashboards/exports/table-cells.ts'
import { layoutOf } from '../../../dashboards/exports/word-columns.ts'

/** Twentieths of a point between the margins of an A4 page. */
const ROOM = 9638
const word = fc.string({ unit: fc.constantFrom(...'abcdefghiåäömwWM1234567890,'), minLength: 1, maxLength: 22 })
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
const tables = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 6 })).chain(([columns, rows]) =>
  fc.record({
    columns: fc.array(text, { minLength: columns, maxLength: columns }),
    rows: fc.array(
      fc.array(
        text.map((one) => ({ text: one })),
        { minLength: columns, maxLength: columns },
      ),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  }),
)

describe('the columns of a table in Word', () => {
  it('never break a word, and fit the page', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const layout = layoutOf(table, ROOM)
        if (!layout) return
        expect(layout.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(ROOM + table.columns.length)
        for (const [at, width] of layout.widths.entries()) {
          const heads = layout.headsStand && at > 0 ? [] : [table.columns[at]!]
          const letters = [...heads, ...table.rows.map((row) => row[at]!.text)].flatMap((one) =>
            one.split(' ').map(({ length }) => length),
          )
          // A middling letter of the face is half as wide as it is high.
          expect(width).toBeGreaterThan(Math.max(...letters) * layout.size * 10 * 0.5 * 0.6)
        }
      }),
    )
  })

  it('hold the comparison of eight municipalities with everything that is known, without a standing head', () => {
    const columns =
      'Kommun;Värde, %;Nedre gräns 95 %;Övre gräns 95 %;Underlag (n);Skillnad mot medianen;Plats;Platsens intervall;Fjärdedel;Mot medianen'
    const row = 'Upplands-Bro;28,1;24,1;32,5;1 204;+4,0;12/288;6–18;sämsta fjärdedelen;ungefär lika'
    const cells = row.split(';').map((one) => ({ text: one }))
    const layout = layoutOf({ columns: columns.split(';'), rows: Array(8).fill(cells) }, ROOM)!
    expect(layout.headsStand).toBe(false)
    expect(layout.size).toBeGreaterThanOrEqual(14)
  })

  it('stand their heads where they are many, and give up where no page could hold them', () => {
    const wide = (count: number) => ({
      columns: Array.from({ length: count }, (_, at) => `Kommunens namn${at}`),
      rows: [Array.from({ length: count }, () => ({ text: '28,1' }))],
    })
    expect(layoutOf(wide(18), ROOM)?.headsStand).toBe(true)
    expect(layoutOf(wide(60), ROOM)).toBeNull()
  })
})

describe('the page’s table in a document', () => {
  const numeric = true
  const table = {
    columns: [
      { label: 'År' },
      { label: 'Värde', numeric },
      { label: 'Nedre gräns', numeric },
      { label: 'Skillnad', numeric },
      { label: 'Plats', numeric },
    ],
    rows: [
      ['2019', '50\u202f905', '', '+4,0', '12/288'],
      ['2020', 'uppgift saknas', '', '−1,25', ''],
    ],
  }

  it('leaves out columns that say nothing, and writes what the page writes', () => {
    const { columns, rows } = tableCells(table, 'sv')
    expect(columns).toEqual(['År', 'Värde', 'Skillnad', 'Plats'])
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['2019', '50\u202f905', '+4,0', '12/288'],
      ['2020', 'uppgift saknas', '−1,25', ''],
    ])
  })

  it('knows its numbers, differences above nought too, each with its own decimals', () => {
    const { rows } = tableCells(table, 'sv')
    expect(rows.map((row) => row.map(({ number }) => number))).toEqual([
      [2019, 50905, 4, undefined],
      [2020, undefined, -1.25, undefined],
    ])
    expect(rows[0]!.map(({ format }) => format)).toEqual(['0', '#,##0', '+#,##0.0;-#,##0.0;#,##0.0', undefined])
    expect(
      tableCells({ columns: [{ label: 'x' }, { label: 'y', numeric }], rows: [['a', '1,204.5']] }, 'en').rows[0]![1],
    ).toEqual({ text: '1,204.5', number: 1204.5, format: '#,##0.0' })
  })
})

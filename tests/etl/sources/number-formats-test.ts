import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { load } from '../../../etl/commands/load.ts'
import { figuresIn } from '../../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'

const ROWS = [
  ['Kommunkod', 'Kommun', 'N30101', 'U30447'],
  ['0114', 'Upplands Väsby', 4100, 5],
  ['0184\u200b', 'Solna', 2900, 6],
]

/** A workbook whose costs are in a number format, and its columns as they are told. */
function workbook(format: string, columns: XLSX.ColInfo[] = []): string {
  const sheet = XLSX.utils.aoa_to_sheet(ROWS)
  for (const cell of ['C2', 'C3']) sheet[cell].z = format
  sheet['!cols'] = columns
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '2023')
  return temporaryFile('tabell.xlsx', XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
}

async function loaded(path: string) {
  const context = emptyHome()
  const { exit, object } = await load(context, [path], { release: false })
  const { findings } = object as { findings: { rule: string; column: string | null }[] }
  return { exit, told: findings.map(({ rule, column }) => `${rule} ${column}`), figures: await figuresIn(context) }
}

describe('a number format that shows another number than is stored', () => {
  test.each(['#,##0,', '0.0,,', '0" tkr"', '0.0"‰"', '#,##0" mnkr"'])('%s is asked about', async (format) => {
    expect(await loaded(workbook(format))).toMatchObject({ exit: 1, told: ['unit C'], figures: [] })
  })

  test.each(['#,##0', '0.00', '# ##0" kr"', '0;[Red]-0'])('%s is read as it stands', async (format) => {
    const { exit, figures } = await loaded(workbook(format))
    expect([exit, figures]).toEqual([
      0,
      ['N30101 T 2023 0114 4100', 'N30101 T 2023 0184 2900', 'U30447 T 2023 0114 5', 'U30447 T 2023 0184 6'],
    ])
  })
})

test('a column of no width is hidden, and told', async () => {
  const { exit, told, figures } = await loaded(workbook('General', [{}, {}, {}, { width: 0 }]))
  expect([exit, told, figures]).toEqual([0, ['hidden null'], ['N30101 T 2023 0114 4100', 'N30101 T 2023 0184 2900']])
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { ubu } from '../../data/instruments/ubu.ts'
import { asiClients } from '../../data/sample/asi-clients.ts'
import { ubuClients } from '../../data/sample/ubu-clients.ts'
import { codebookOf } from '../../data/templates/codebook.ts'
import { csvTemplate, xlsxTemplate } from '../../data/templates/extract.ts'
import { readWorkbook } from '../../etl/read/workbook.ts'
import * as asiSource from '../../etl/sources/asi.ts'
import * as ubuSource from '../../etl/sources/ubu.ts'

const folder = mkdtempSync(join(tmpdir(), 'template-'))
afterAll(() => rmSync(folder, { recursive: true }))

const wanted = { seed: 1, municipalities: ['0184'], years: [2023], perYear: 5 }

describe.each([
  { instrument: asi, check: asiSource.check, rows: [...asiClients(wanted)] },
  { instrument: ubu, check: ubuSource.check, rows: [...ubuClients(wanted)] },
])('template of $instrument.id', ({ instrument, check, rows }) => {
  const path = (name: string): string => join(folder, `${instrument.id}-${name}`)
  const cells = rows.map((row) => instrument.columns.map(({ id }) => row[id] ?? ''))

  it('is an extract without rows: only that is missing from it', async () => {
    writeFileSync(path('empty.csv'), csvTemplate(instrument))
    writeFileSync(path('empty.xlsx'), await xlsxTemplate(instrument, 'sv'))
    for (const file of ['empty.csv', 'empty.xlsx'])
      expect((await check([path(file)], {})).counts).toEqual({ 'no-rows': 1 })
  })

  it('filled in, as CSV and as a workbook, passes the checks', async () => {
    writeFileSync(path('full.csv'), csvTemplate(instrument) + cells.map((row) => row.join(';')).join('\r\n'))
    const book = XLSX.read(await xlsxTemplate(instrument, 'sv'))
    XLSX.utils.sheet_add_aoa(book.Sheets.Uttag as XLSX.WorkSheet, cells, { origin: 'A2' })
    writeFileSync(path('full.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
    for (const file of ['full.csv', 'full.xlsx']) {
      const report = await check([path(file)], {})
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(report.rows).toBe(rows.length)
    }
  })

  it('has a codebook with every column and every code', async () => {
    const { sheets } = await readWorkbook(path('empty.xlsx'))
    expect(sheets.map(({ name }) => name)).toEqual(['Uttag', 'Kodbok'])
    const codebook = codebookOf(instrument, 'sv')
    expect(sheets[1]?.rows.map((row) => row.cells[0])).toEqual(codebook.map((row) => row[0]))
    const named = new Set(codebook.flatMap((row) => [row[0], row[3]]))
    for (const { id, content } of instrument.columns) {
      expect(named).toContain(id)
      if (content.kind === 'code') for (const code of content.codes) expect(named).toContain(code.id)
    }
  })
})

import writeXlsxFile, { type Cell as SheetCell, type SheetData } from 'write-excel-file/node'
import type { Localized } from '../../data/model/localized.ts'
import type { Language } from '../language.ts'
import { provenanceColumns } from './columns.ts'
import type { Cell, Column, Table } from './table.ts'

const DATA: Localized = { sv: 'Uppgifter', en: 'Data' }
const ORIGIN: Localized = { sv: 'Om uppgifterna', en: 'About the data' }

/** A workbook: the table with titles in the language and its first row fixed, and a sheet that says where the figures come from. */
export async function xlsxOf(table: Table, language: Language): Promise<Buffer> {
  const header = table.columns.map(({ title }) => ({ value: title[language], fontWeight: 'bold' as const }))
  const rows = table.rows.map((row) => table.columns.map((column) => sheetCell(row[column.key] ?? null, column)))
  return writeXlsxFile([
    { sheet: DATA[language], data: [header, ...rows] as SheetData, stickyRowsCount: 1 },
    { sheet: ORIGIN[language], data: originOf(table, language) as SheetData },
  ]).toBuffer()
}

function sheetCell(value: Cell, { type }: Column): SheetCell {
  if (value === null) return null
  if (type === 'text') return { value: String(value), type: String }
  return { value }
}

/** One row each for source, processing, release and sample: every different thing that the table's rows say. */
function originOf(table: Table, language: Language): SheetCell[][] {
  return provenanceColumns
    .filter(({ key }) => table.columns.some((column) => column.key === key))
    .map(({ key, title }) => {
      const said = [...new Set(table.rows.map((row) => row[key] ?? null))].filter((value) => value !== null)
      return [
        { value: title[language], fontWeight: 'bold' },
        { value: said.map((value) => inWords(value, language)).join('; '), type: String },
      ]
    })
}

function inWords(value: Cell, language: Language): string {
  if (typeof value !== 'boolean') return String(value)
  if (language === 'sv') return value ? 'Ja' : 'Nej'
  return value ? 'Yes' : 'No'
}

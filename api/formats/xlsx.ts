import type { Cell as SheetCell, SheetData } from 'write-excel-file/node'
import type { Localized } from '../../data/model/localized.ts'
import type { Language } from '../language.ts'
import { inWords } from './code-words.ts'
import { provenanceColumns } from './columns.ts'
import type { Cell, Column, Table } from './table.ts'
import { undated } from './undated.ts'

const DATA: Localized = { sv: 'Uppgifter', en: 'Data' }
const ORIGIN: Localized = { sv: 'Om uppgifterna', en: 'About the data' }

/** A workbook for people: the table with titles and codes in words and its first row fixed, and a sheet that says where the figures come from. */
export async function xlsxOf(table: Table, language: Language): Promise<Buffer> {
  const header = table.columns.map(({ title }) => ({ value: title[language], fontWeight: 'bold' as const }))
  const rows = table.rows.map((row) =>
    table.columns.map((column) => sheetCell(row[column.key] ?? null, column, language)),
  )
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const workbook = await writeXlsxFile([
    { sheet: DATA[language], data: [header, ...rows] as SheetData, stickyRowsCount: 1 },
    { sheet: ORIGIN[language], data: originOf(table, language) as SheetData },
  ]).toBuffer()
  return undated(workbook)
}

function sheetCell(value: Cell, { type, key }: Column, language: Language): SheetCell {
  if (value === null) return null
  if (type === 'text') return { value: inWords(key, String(value), language), type: String }
  if (type === 'boolean') return { value: yesOrNo(value === true, language), type: String }
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
        {
          value: said
            .map((value) => (typeof value === 'boolean' ? yesOrNo(value, language) : String(value)))
            .join('; '),
          type: String,
        },
      ]
    })
}

function yesOrNo(value: boolean, language: Language): string {
  if (language === 'sv') return value ? 'Ja' : 'Nej'
  return value ? 'Yes' : 'No'
}

import type { SheetData } from 'write-excel-file/node'
import type { Column, Instrument } from '../instruments/definition.ts'
import type { Lang } from '../model/numbers.ts'
import { codebookOf, sayIn } from './codebook.ts'

const EMPTY_ROWS = 200
const BYTE_ORDER_MARK = '\uFEFF'

/** An empty extract as CSV: the heading, `;` between the columns, UTF-8 with BOM. */
export function csvTemplate(instrument: Instrument): string {
  return `${BYTE_ORDER_MARK}${instrument.columns.map(({ id }) => id).join(';')}\r\n`
}

/**
 * An empty extract as a workbook, and its codebook on a second sheet. The first rows of columns such as month and age
 * group are formatted as text, so that the spreadsheet does not make dates of them.
 */
export async function xlsxTemplate(instrument: Instrument, language: Lang): Promise<Buffer> {
  const say = sayIn(language)
  const header = instrument.columns.map(({ id }) => ({ value: id, fontWeight: 'bold' as const }))
  const empty = instrument.columns.map((column) => (isText(column) ? { type: String, format: '@' } : null))
  const extract = [header, ...Array.from({ length: EMPTY_ROWS }, () => empty)] as SheetData
  const [headings, ...rows] = codebookOf(instrument, language)
  const codebook = [headings?.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows] as SheetData
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile([
    {
      sheet: say('Uttag', 'Extract'),
      data: extract,
      stickyRowsCount: 1,
      columns: instrument.columns.map(() => ({ width: 18 })),
    },
    {
      sheet: say('Kodbok', 'Codebook'),
      data: codebook,
      stickyRowsCount: 1,
      columns: WIDTHS.map((width) => ({ width })),
    },
  ]).toBuffer()
}

const WIDTHS = [26, 60, 14, 70, 8]

const isText = ({ content }: Column): boolean => content.kind !== 'whole' && content.kind !== 'amount'

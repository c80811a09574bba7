import type { SheetData } from 'write-excel-file/node'
import type { Lang } from '../model/numbers.ts'
import { sayIn } from './codebook.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** A heading and nothing below it, as CSV: `;` between the columns, UTF-8 with BOM. */
export const plainCsv = (columns: readonly string[]): string => `${BYTE_ORDER_MARK}${columns.join(';')}\r\n`

/** The same as a workbook; on a second sheet what each column holds. */
export async function plainXlsx<Column extends string>(
  name: string,
  columns: readonly Column[],
  content: Record<Column, string>,
  language: Lang,
): Promise<Buffer> {
  const say = sayIn(language)
  const bold = (values: readonly string[]) => values.map((value) => ({ value, fontWeight: 'bold' as const }))
  const rows = columns.map((column) => [column, content[column]])
  const codebook = [bold([say('Kolumn', 'Column'), say('Innehåll', 'Content')]), ...rows] as SheetData
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile([
    { sheet: name, data: [bold(columns)] as SheetData, stickyRowsCount: 1 },
    { sheet: say('Kodbok', 'Codebook'), data: codebook, stickyRowsCount: 1, columns: [{ width: 16 }, { width: 90 }] },
  ]).toBuffer()
}

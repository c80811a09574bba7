import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Lang } from '../model/numbers.ts'
import { sayIn } from './codebook.ts'

/** The columns of a file of local indicators, in the template's order. */
export const indicatorColumns = [
  'indikator',
  'titel',
  'kommun',
  'period',
  'kon',
  'varde',
  'taljare',
  'namnare',
] as const

const BYTE_ORDER_MARK = '\uFEFF'

/** An empty file of local indicators as CSV: the heading, `;` between the columns, UTF-8 with BOM. */
export function indicatorsCsv(): string {
  return `${BYTE_ORDER_MARK}${indicatorColumns.join(';')}\r\n`
}

/** The same as a workbook, with its codebook on a second sheet. */
export function indicatorsXlsx(language: Lang): Promise<Buffer> {
  const say = sayIn(language)
  const bold = (values: readonly string[]) => values.map((value) => ({ value, fontWeight: 'bold' as const }))
  const codebook = [bold([say('Kolumn', 'Column'), say('Innehåll', 'Content')]), ...codebookRows(language)] as SheetData
  return writeXlsxFile([
    { sheet: say('Indikatorer', 'Indicators'), data: [bold(indicatorColumns)] as SheetData, stickyRowsCount: 1 },
    { sheet: say('Kodbok', 'Codebook'), data: codebook, stickyRowsCount: 1, columns: [{ width: 16 }, { width: 90 }] },
  ]).toBuffer()
}

function codebookRows(language: Lang): [string, string][] {
  const say = sayIn(language)
  const content: Record<(typeof indicatorColumns)[number], string> = {
    indikator: say(
      'eget id: 2–41 tecken av A–Z, a–z, 0–9, _ och -',
      'an id of your own: 2–41 of A–Z, a–z, 0–9, _ and -',
    ),
    titel: say('vad som mäts, med enheten sist: "…, andel (%)"', 'what is measured, the unit last: "…, andel (%)"'),
    kommun: say('kommunkod, fyra siffror', 'municipality code, four digits'),
    period: say('år, fyra siffror', 'year, four digits'),
    kon: say('T alla, K kvinnor, M män; tomt = T', 'T all, K women, M men; empty = T'),
    varde: say(
      'tal; tomt räknas ut av täljare och nämnare; "-" saknas, ".." sekretess, "." ej aktuellt',
      'number; empty is computed from numerator and denominator; "-" missing, ".." secrecy, "." not applicable',
    ),
    taljare: say('antal som uppfyller, om det är känt', 'how many of them, if known'),
    namnare: say(
      'antal av hur många, om det är känt: ger osäkerhetsintervall',
      'of how many, if known: gives an interval',
    ),
  }
  return indicatorColumns.map((column) => [column, content[column]])
}

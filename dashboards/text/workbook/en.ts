import { several, writeNumber } from '../../../data/model/numbers.ts'
import type { WorkbookTexts } from './sv.ts'

/** The words of the page on how a workbook was understood, in English. */
export const en: WorkbookTexts = {
  pageTitle: 'How we understood the file',
  lead: 'Check a workbook with the command below and open its answer here. You see what each column was taken for and why, and can correct it. The file is read in your browser only and sent nowhere.',
  command: 'npm run etl -- check FILE.xlsx --json > answer.json',
  choose: 'The answer of check --json',
  notOne: 'The file is no answer of check --json about a workbook. Run the command above and choose the file it wrote.',
  opened: (file, sheets) => `${file}: ${several(sheets, 'table', 'tables')} read.`,
  sheet: (name) => `The sheet ${name}`,
  header: (rows) => (rows.length === 0 ? 'No header was found.' : `Headings: row ${rows.join(', ')}.`),
  places: {
    code: (column, heading, found, filled) =>
      `The municipality codes stand in column ${column}${heading === '' ? '' : ` (${heading})`}: ${found} of ${filled} filled cells are municipality codes.`,
    name: (column, heading, found, filled) =>
      `The municipalities stand by name in column ${column}${heading === '' ? '' : ` (${heading})`}: ${found} of ${filled} filled cells are municipalities.`,
  },
  agreeing: (column, agreeing, disagreeing) =>
    `Against the names in column ${column}: ${agreeing} agree, ${disagreeing} do not.`,
  picture: (sheet) => `The beginning of the sheet ${sheet}, with what each cell was taken for`,
  roles: {
    title: 'title',
    heading: 'heading',
    place: 'municipality',
    label: 'description, not read',
    value: 'value that is read',
    part: 'number or limit beside the value',
    'by-row': 'the row’s indicator, year or sex',
    asked: 'question to answer',
    left: 'not read',
    sum: 'row about the country, a county or a group, not read',
  },
  columns: 'Columns',
  columnField: (letter, heading) => `${letter} ${heading === '' ? '(without a heading)' : heading}`,
  column: (at) => `Column ${at}:`,
  read: 'Read the column',
  indicator: 'Indicator',
  title: 'Title of the indicator, the unit last',
  unknown: 'Not in the catalogue: give it a title.',
  byRow: 'Each row says its own',
  sex: 'Sex',
  sexes: [
    ['', 'As understood'],
    ['T', 'Everyone'],
    ['K', 'Women'],
    ['M', 'Men'],
  ],
  sexOf: (sex) => ({ T: 'everyone', K: 'women', M: 'men' })[sex ?? ''] ?? 'each row says its own',
  year: 'Year',
  sheetYear: 'Year of the columns that name none',
  asFound: 'as understood',
  unit: 'Unit',
  factor: 'The values',
  factors: [
    ['', 'As understood'],
    ['1', 'Are taken as they stand'],
    ['100', 'Are fractions of one: multiply by 100'],
  ],
  decimal: 'Numbers such as 3.000 in text',
  decimals: [
    ['', 'As understood'],
    [',', 'Decimals behind a comma: 3.000 is three thousand'],
    ['.', 'Decimals behind a point: 3.000 is three'],
  ],
  because: {
    heading: 'stands in the heading',
    title: 'stands above the table',
    sheet: 'stands in the name of the sheet',
    file: 'stands in the name of the file',
    row: 'stands on each row',
    mapping: 'stands in the mapping',
    default: 'nothing else is said',
    'percent-format': 'the cells are in percent format and are multiplied by a hundred',
    catalogue: 'by the catalogue; the values are taken as they stand',
  },
  reasons: {
    sums: 'about the country, counties, regions, groups or parts of municipalities.',
    'unknown-place': 'do not say which municipality they are about.',
    hidden: 'are hidden in the spreadsheet.',
  },
  examples: 'The first values',
  cell: 'Cell',
  shown: 'As Excel shows it',
  stored: 'As it is stored',
  number: (value) => (value === null ? 'missing' : writeNumber(value, decimalsOf(value), 'en')),
  leftOut: 'Not read',
  otherSheets: 'Sheets that are not read',
  sheetReasons: { hidden: 'is hidden.', 'no-places': 'has no column of municipalities.' },
  cells: (count) => `(${several(count, 'filled cell', 'filled cells')})`,
  rows: (count) => `(${several(count, 'row', 'rows')})`,
  row: (at) => (at === '' ? 'Rows that' : `Row ${at}:`),
  findings: (count) => several(count, 'remark', 'remarks'),
  severity: { error: 'Error', warning: 'Warning' },
  where: (column, row) => {
    const at = [column ? `column ${column}` : '', row ? `row ${row}` : ''].filter(Boolean).join(', ')
    return at === '' ? '' : ` (${at})`
  },
  keepTitle: 'Take the corrections along',
  keepLead:
    'Save the mapping and name it when the file is loaded. It is then proposed for next year’s file of the same kind.',
  keep: 'Save the mapping',
  fileName: 'mapping.json',
  loadCommand: (file, mapping) => `npm run etl -- load ${file} --mapping ${mapping}`,
  kept: (name) => `${name} is saved.`,
}

const decimalsOf = (value: number): number => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)

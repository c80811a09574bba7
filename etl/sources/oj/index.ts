import type { Indicator } from '../../../data/model/indicator.ts'
import { several } from '../../../data/model/numbers.ts'
import type { Mapping, Shape, SheetMapping } from '../../../data/model/workbook-mapping.ts'
import { shownText } from '../../check/shown-text.ts'
import { packingOf } from '../../read/bytes.ts'
import { RefusedFile } from '../../read/refused.ts'
import { readWorkbook, type Sheet } from '../../read/workbook.ts'
import type { Reading } from '../reading.ts'
import { mappingOf } from './about.ts'
import { contextOf } from './context.ts'
import { cutRows, sheetOfCsv } from './csv-sheet.ts'
import { Teller } from './finding.ts'
import { columnNumber, planGiven } from './given.ts'
import { planOf, tellLeft } from './plan.ts'
import { FigureReader } from './read.ts'
import { understood } from './roles.ts'
import { shapeOf } from './shape.ts'
import { type FoundTable, tablesIn } from './table.ts'
import { askTwins } from './twins.ts'
import { withoutUnseen } from './unseen.ts'
import type { Plan } from './wanted.ts'

/**
 * Reads a workbook of Öppna jämförelser, or another table of municipalities: every visible sheet that has their codes or
 * names, its columns matched to indicators by id or title, or as a mapping says.
 * @returns the mapping that was used, with what it was understood by, so that a person can correct it
 * @throws RefusedFile when no sheet can be read
 */
export async function readOj(path: string, reading: Reading, { file, givenFor }: Reader): Promise<Understanding> {
  const isWorkbook = (await packingOf(path, reading.limits)) === 'zip'
  const read = isWorkbook ? (await readWorkbook(path, reading.limits)).sheets : [await sheetOfCsv(path, reading.limits)]
  const sheets = read.map(withoutUnseen)
  const visible = sheets.filter(({ hidden }) => !hidden)
  const tell = new Teller(reading, sheets.filter(({ rows }) => rows.length > 0).length > 1)
  const shape = shapeOf(visible)
  const given = givenFor?.(shape)
  const known = (id: string): Indicator | undefined => reading.known(id)
  const plans = given ? plansGiven(given, visible, file, known, tell) : plansFound(visible, file, known, tell)
  if (plans.length === 0) throw noSheet()
  for (const plan of plans) askTwins(plan, tell)
  tellHidden(sheets, tell)
  if (!isWorkbook) for (const { understood } of plans) cutRows(understood.table).forEach(reading.found)
  const reader = new FigureReader(reading, tell)
  for (const [i, plan] of plans.entries()) reader.read(plan, given?.sheets[i]?.repeated)
  const wanted = plans.reduce((sum, plan) => sum + plan.wanted.length, 0)
  for (const plan of plans) tellLeft(plan, tell, wanted === 0 ? 'error' : 'warning')
  if (reader.taken === 0 && tell.errors === 0)
    tell.error({ sheet: plans[0]!.understood.table.sheet.name }, 'nothing-read', ...NOTHING)
  return {
    sheets: plans.map((plan, i) => ({
      ...mappingOf(plan, isOneOfSeveral(plan, plans)),
      ...repeatedIn(given?.sheets[i]),
    })),
    leftOut: sheetsLeft(sheets, plans),
    shape,
  }
}

/** The mapping that was used, and the shape of the file that it was used for. */
export type Understanding = Mapping & { shape: Shape }

/** What the file is called, and how it is to be read where that was said. */
type Reader = { file: string; givenFor?: GivenFor | undefined }

/** The mapping to read a file of that shape with; undefined where it is to be understood by itself. */
export type GivenFor = (shape: Shape) => Mapping | undefined

const repeatedIn = (sheet: SheetMapping | undefined) => (sheet?.repeated ? { repeated: sheet.repeated } : {})

const isOneOfSeveral = ({ understood: { table } }: Plan, plans: Plan[]): boolean =>
  plans.filter((plan) => plan.understood.table.sheet === table.sheet).length > 1

type Known = (id: string) => Indicator | undefined

function plansFound(sheets: Sheet[], file: string, known: Known, tell: Teller): Plan[] {
  return sheets
    .flatMap((sheet) => tablesIn(sheet))
    .map((table) => planOf(understood(table, known), contextOf(table, file, known), known, tell))
}

function plansGiven({ sheets: mappings }: Mapping, sheets: Sheet[], file: string, known: Known, tell: Teller): Plan[] {
  return mappings.map((mapping) => {
    const table = tableFor(mapping, sheets)
    if (!table) throw noSuchSheet(mapping.sheet)
    return planGiven(understood(table, known), contextOf(table, file, known), mapping, known, tell)
  })
}

function tableFor({ sheet: name, headerRow, lastRow, places }: SheetMapping, sheets: Sheet[]): FoundTable | undefined {
  const sheet = sheets.find((one) => one.name.trim() === name.trim())
  if (!sheet) return undefined
  const codes = places === undefined ? undefined : columnNumber(places)
  const [table] = tablesIn(sheet, { headerRow, codes })
  return table && { ...table, rows: table.rows.filter(({ row }) => row <= (lastRow ?? row)) }
}

/** What a spreadsheet does not show is not read; where figures may stand there it is said. */
function tellHidden(sheets: Sheet[], tell: Teller): void {
  for (const sheet of sheets) {
    const { name, hidden, hiddenRows, hiddenColumns } = sheet
    if (hidden && sheet.rows.length > 0) tell.warn({ sheet: name }, 'hidden', ...HIDDEN_SHEET)
    const rows = sheet.rows.filter(({ row }) => hiddenRows.has(row)).length
    const columns = [...hiddenColumns].filter((at) => sheet.rows.some(({ cells }) => (cells[at] ?? '') !== '')).length
    if (!hidden && rows + columns > 0) tell.warn({ sheet: name }, 'hidden', ...hiddenPart(rows, columns))
  }
}

/** Sheets of which nothing is read, and why. */
function sheetsLeft(sheets: Sheet[], plans: Plan[]) {
  return sheets
    .filter((sheet) => sheet.rows.length > 0 && !plans.some((plan) => plan.understood.table.sheet === sheet))
    .map(({ name, hidden, rows }) => ({
      what: 'sheet',
      at: shownText(name),
      reason: hidden ? 'hidden' : 'no-places',
      count: rows.length,
    }))
}

const HIDDEN_SHEET: [string, string] = [
  'Bladet är dolt och läses inte. Visa det i Excel om det ska läsas.',
  'The sheet is hidden and is not read. Show it in Excel if it is to be read.',
]

const hiddenPart = (rows: number, columns: number): [string, string] => [
  `Dolt, och läses inte: ${several(rows, 'rad', 'rader')}, ${several(columns, 'kolumn', 'kolumner')}. Visa dem i Excel om de ska läsas.`,
  `Hidden, and not read: ${several(rows, 'row', 'rows')}, ${several(columns, 'column', 'columns')}. Show them in Excel if they are to be read.`,
]

const NOTHING: [string, string] = ['Inget värde är läst ur filen.', 'No value has been read from the file.']

const noSheet = () =>
  new RefusedFile(
    'no-header',
    'Inget blad har en kolumn med kommunkoder eller kommunnamn: en kolumn vars celler för det mesta är koder och stämmer med namnen bredvid, eller står under en rubrik som Kommunkod.',
    'No sheet has a column of municipality codes or names: one whose cells mostly are codes and agree with the names beside them, or stand below a heading such as Kommunkod.',
  )

const noSuchSheet = (name: string) =>
  new RefusedFile(
    'mapping',
    `Mappningens blad "${shownText(name)}" finns inte eller saknar kommuner.`,
    `The mapping's sheet "${shownText(name)}" does not exist or has no municipalities.`,
  )

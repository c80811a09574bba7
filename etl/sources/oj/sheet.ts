import { catalogue } from '../../../data/catalogue/index.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import type { Figure } from '../../../data/store/figures.ts'
import type { Finding } from '../../check/report.ts'
import { say } from '../../language.ts'
import type { TableRow } from '../../read/table-row.ts'
import { declared } from '../declare.ts'
import { FigureCheck } from '../figure-check.ts'
import type { Reading } from '../reading.ts'
import { ojValue } from './cell.ts'
import { codeIn, type Layout } from './layout.ts'
import { type Column, letterOf, needsMapping, type SheetMapping } from './mapping.ts'

/** A column to be read: where it is, what it holds. */
type Wanted = { at: number; letter: string; indicator: Indicator; sex: Figure['sex']; period: number; factor: number }

/** Reads the mapped columns of one sheet. */
export async function readSheet(layout: Layout, mapping: SheetMapping, reading: Reading): Promise<void> {
  const rows = municipalityRows(layout, reading)
  const wanted = Object.entries(mapping.columns).flatMap(([key, column]) =>
    wantedOf(key, column, layout, mapping, reading),
  )
  for (const { indicator } of wanted) if (!catalogue().indicatorById.has(indicator.id)) reading.declare(indicator)
  const code = letterOf(layout.codeColumn)
  const check = new FigureCheck(reading, { indicator: code, municipality: code, period: code, sex: code, value: code })
  for (const row of rows) {
    reading.counted()
    for (const column of wanted) check.take(row.row, told(column, row, layout))
  }
}

/** Rows with a municipality's code; those of counties, regions and sums are passed over. */
function municipalityRows({ rows, codeColumn }: Layout, reading: Reading): TableRow[] {
  const { municipalityByCode, regionByCode } = catalogue()
  return rows.filter(({ row, cells }) => {
    const code = codeIn(cells[codeColumn])
    if (code === null || regionByCode.has(code)) return false
    if (municipalityByCode.has(code)) return true
    reading.found(unknownCode(row, letterOf(codeColumn), code))
    return false
  })
}

function wantedOf(key: string, column: Column, layout: Layout, mapping: SheetMapping, reading: Reading): Wanted[] {
  if (column === null) return []
  const at = columnAt(key, layout)
  const about = typeof column === 'string' ? { id: column } : column
  const period = about.period ?? mapping.period
  const indicator = at === null ? undefined : indicatorOf(about, layout, at, reading)
  if (at === null) reading.found(mappingFinding(layout, key, 'mapping', noColumn(key)))
  else if (!indicator) reading.found(mappingFinding(layout, letterOf(at), 'unknown-indicator', noIndicator(about.id)))
  else if (!period) reading.found(mappingFinding(layout, letterOf(at), 'period', noPeriod()))
  else
    return [
      { at, letter: letterOf(at), indicator, sex: about.sex ?? 'T', period, factor: factorOf(indicator, layout, at) },
    ]
  return []
}

/** By letter, else by heading. */
function columnAt(key: string, { headings }: Layout): number | null {
  const byLetter = headings.findIndex((_, at) => letterOf(at) === key.trim().toUpperCase())
  const same = (heading: string) => heading.trim().toLowerCase() === key.trim().toLowerCase()
  const at = byLetter >= 0 ? byLetter : headings.findIndex(same)
  return at >= 0 ? at : null
}

function indicatorOf(
  about: Exclude<Column, null | string>,
  layout: Layout,
  at: number,
  reading: Reading,
): Indicator | undefined {
  const known = reading.known(about.id)
  if (known || !about.title) return known
  const kind = about.kind ?? (isYesNo(layout, at) ? 'yesno' : undefined)
  return declared({ ...about, kind, title: about.title, source: 'Öppna jämförelser' })
}

const cellsOf = ({ rows }: Layout, at: number) => rows.map(({ cells }) => cells[at] ?? '')

const isYesNo = (layout: Layout, at: number) => cellsOf(layout, at).some((cell) => /^\s*(ja|nej)\s*$/i.test(cell))

/** A share formatted as percent is stored as a fraction in the workbook: 100 brings it back. */
function factorOf({ kind, scale }: Indicator, layout: Layout, at: number): number {
  if (kind !== 'share' || scale?.max !== 100) return 1
  const values = cellsOf(layout, at).flatMap((cell) => ojValue(cell, false).value ?? [])
  const isFraction = values.every((value) => value <= 1) && values.some((value) => value > 0 && value < 1)
  return isFraction ? 100 : 1
}

function told({ at, letter, indicator, sex, period, factor }: Wanted, { cells }: TableRow, { codeColumn }: Layout) {
  const { value, ...rest } = ojValue(cells[at] ?? '', indicator.kind === 'yesno')
  const municipality = codeIn(cells[codeColumn])!
  return {
    indicator,
    municipality,
    period,
    sex,
    value: value === null ? null : precise(value * factor),
    ...rest,
    column: letter,
  }
}

/** Takes away what binary arithmetic adds to a fraction times a hundred. */
const precise = (value: number) => Number(value.toPrecision(14))

const mappingFinding = ({ headerRow }: Layout, column: string, rule: string, message: string): Finding => ({
  row: headerRow,
  column,
  rule,
  severity: 'error',
  message,
})

const unknownCode = (row: number, column: string, code: string): Finding => ({
  row,
  column,
  rule: 'unknown-municipality',
  severity: 'error',
  message: say(`Kommunkoden ${code} finns inte.`, `There is no municipality ${code}.`),
})

const noColumn = (key: string) =>
  say(`Mappningens kolumn "${key}" finns inte i bladet.`, `The mapping's column "${key}" is not in the sheet.`)

const noIndicator = (id: string) =>
  say(
    `Indikatorn ${id} finns inte i katalogen: ge den en titel i mappningen, {"id": "${id}", "title": "…"}.`,
    `The indicator ${id} is not in the catalogue: give it a title in the mapping, {"id": "${id}", "title": "…"}.`,
  )

const noPeriod = () =>
  say(
    `Året framgår inte: skriv "period" i mappningen. ${needsMapping()}`,
    `The year cannot be told: write "period" in the mapping. ${needsMapping()}`,
  )

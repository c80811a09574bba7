import { catalogue } from '../../../data/catalogue/index.ts'
import type { Column, SheetMapping } from '../../../data/model/workbook-mapping.ts'
import { BY_ROW } from '../../../data/model/workbook-mapping.ts'
import type { SheetAbout } from '../../../data/model/workbook-understanding.ts'
import { columnLetters } from '../../check/headers.ts'
import { shownText } from '../../check/shown-text.ts'
import { say } from '../../language.ts'
import type { TableRow } from '../../read/table-row.ts'
import { pictureOf } from './picture.ts'
import { placeIn } from './places.ts'
import { cellValue } from './value.ts'
import type { Wanted } from './wanted.ts'
import { lastHeaderRow, type Plan } from './wanted.ts'

const MOST_EXAMPLES = 3

/** What was understood of a table as a mapping that can be edited and given back, with all that it was understood by. */
export function mappingOf(plan: Plan, isOneOfSeveral: boolean): SheetMapping {
  const { table, headings } = plan.understood
  const { indicator, year, sex } = plan.byRow
  const columns = new Map<number, Column>([
    ...plan.left.map(({ at }) => [at, null] as const),
    ...plan.asked,
    ...plan.wanted.map((wanted) => [wanted.at, columnOf(wanted, plan)] as const),
  ])
  const sorted = Array.from(columns).sort(([a], [b]) => a - b)
  const headerRow = lastHeaderRow(plan)
  const lastRow = table.rows.at(-1)?.row
  return {
    sheet: table.sheet.name,
    ...(table.header.length > 0 && headerRow !== null && { headerRow }),
    ...(isOneOfSeveral && lastRow !== undefined && { lastRow }),
    ...(plan.context.period !== null && { period: plan.context.period }),
    ...(indicator !== null && { indicators: columnLetters(indicator) }),
    ...(year !== null && { years: columnLetters(year) }),
    ...(sex !== null && { sexes: columnLetters(sex) }),
    columns: Object.fromEntries(sorted.map(([at, column]) => [columnLetters(at), column])),
    headings: Object.fromEntries(sorted.map(([at]) => [columnLetters(at), shownText(headings[at] ?? '')])),
    about: aboutOf(plan),
  }
}

/** A column as a mapping has it. */
export function columnOf(
  { indicator, sex, period, periodWhy, parts, unit, decimal }: Wanted,
  { context }: Plan,
): Column {
  const id = indicator?.id ?? BY_ROW
  const own = period !== null && (periodWhy === 'heading' || period !== context.period)
  const letters = Object.entries(parts).map(([part, at]) => [part, columnLetters(at)])
  const isKnownAnywhere = indicator === null || catalogue().indicatorById.has(id)
  const isPlain = isKnownAnywhere && sex === 'T' && !own && letters.length === 0 && unit.why !== 'mapping' && !decimal
  if (isPlain || (indicator === null && letters.length === 0 && !decimal)) return id
  return {
    id,
    ...(sex !== null && { sex }),
    ...(own && { period }),
    ...(unit.why === 'mapping' && { factor: unit.factor }),
    ...(decimal && { decimal }),
    ...Object.fromEntries(letters),
    ...(!isKnownAnywhere && { title: indicator.title.sv, unit: indicator.unit, kind: indicator.kind }),
  }
}

function aboutOf(plan: Plan): SheetAbout {
  const { table } = plan.understood
  return {
    header: table.header.map(({ row }) => row),
    places: placesOf(plan),
    columns: Object.fromEntries(plan.wanted.map((wanted) => [columnLetters(wanted.at), wantedAbout(wanted, plan)])),
    leftOut: [
      ...plan.left.map(({ at, reason, count, sv, en }) => ({
        what: 'column' as const,
        at: columnLetters(at),
        reason,
        count,
        text: say(sv, en),
      })),
      ...rowsAbout('sums', plan.rowsLeft.sums),
      ...rowsAbout('unknown-place', plan.rowsLeft.others),
      ...hiddenAbout(plan),
    ],
    twofold: twofoldColumns(plan).map(columnLetters),
    picture: pictureOf(plan),
  }
}

/** Read or asked about. */
function twofoldColumns({ wanted, asked, understood: { table } }: Plan): number[] {
  const columns = [...wanted.map(({ at }) => at), ...asked.keys()]
  return columns.filter((at) => table.rows.some(({ notes }) => notes?.[at]?.kind === 'two-readings'))
}

const rowsAbout = (reason: string, rows: number[]) =>
  rows.length === 0 ? [] : [{ what: 'row' as const, at: rows.slice(0, 50).join(','), reason, count: rows.length }]

function hiddenAbout({ understood: { table } }: Plan) {
  const { hiddenRows, hiddenColumns } = table.sheet
  return [
    ...(hiddenRows.size > 0 ? [{ what: 'row' as const, at: '', reason: 'hidden', count: hiddenRows.size }] : []),
    ...(hiddenColumns.size > 0
      ? [
          {
            what: 'column' as const,
            at: Array.from(hiddenColumns, columnLetters).join(','),
            reason: 'hidden',
            count: hiddenColumns.size,
          },
        ]
      : []),
  ]
}

function placesOf({ understood: { table } }: Plan) {
  const { column, by, filled, places, agreeing, disagreeing, names, heading } = table.places
  return {
    column: columnLetters(column),
    by,
    heading: shownText(heading),
    filled,
    places,
    ...(names !== null && { names: columnLetters(names) }),
    agreeing,
    disagreeing,
  }
}

function wantedAbout(wanted: Wanted, { understood, byRow }: Plan) {
  const { indicator, indicatorWhy, sex, period, periodWhy, unit, at } = wanted
  const sexWhy = sex === null ? 'row' : (understood.read.get(at)?.sexes.length ?? 0) > 0 ? 'heading' : 'default'
  return {
    heading: shownText(understood.headings[at] ?? ''),
    indicator: indicator?.id ?? null,
    title: indicator?.title.sv ?? null,
    indicatorWhy,
    sex,
    sexWhy: byRow.sex !== null && sex === null ? 'row' : sexWhy,
    period,
    periodWhy,
    unit: indicator?.unit ?? null,
    factor: unit.factor,
    unitWhy: unit.why,
    examples: examplesOf(wanted, understood.table.rows, understood.table.places.column),
  }
}

/** The first values of a column: where they stand, how the spreadsheet shows them, what is stored. */
function examplesOf({ at, indicator, unit, decimal }: Wanted, rows: TableRow[], places: number) {
  const examples: { cell: string; shown: string; stored: number | null }[] = []
  for (const { row, cells, notes } of rows) {
    if (examples.length === MOST_EXAMPLES) break
    const text = cells[at] ?? ''
    if (text.trim() === '' || placeIn(cells[places] ?? '')?.kind !== 'municipality') continue
    const { value } = cellValue(text, notes?.[at], { isYesNo: indicator?.kind === 'yesno', decimal })
    const stored =
      value === null ? null : Number((value * (text.trim().endsWith('%') ? 1 : unit.factor)).toPrecision(14))
    examples.push({ cell: `${columnLetters(at)}${row}`, shown: shownText(shownOf(text, notes?.[at]?.shown)), stored })
  }
  return examples
}

function shownOf(text: string, shown: string | (() => string) | undefined): string {
  if (typeof shown === 'function') return shown()
  return shown || text.replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
}

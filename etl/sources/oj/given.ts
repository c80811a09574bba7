import type { Indicator } from '../../../data/model/indicator.ts'
import { BY_ROW, type Column, type SheetMapping } from '../../../data/model/workbook-mapping.ts'
import { columnLetters } from '../../check/headers.ts'
import { shownText } from '../../check/shown-text.ts'
import { declared } from '../declare.ts'
import type { Context } from './context.ts'
import { DECIMAL_QUESTION, decimalOf, isAsked } from './decimal.ts'
import type { Teller } from './finding.ts'
import { partsOf } from './parts.ts'
import { planOf } from './plan.ts'
import { textOf } from './reasons.ts'
import type { Understood } from './roles.ts'
import { unitOf } from './unit.ts'
import { looksLikeValue } from './value.ts'
import { lastHeaderRow, municipalityRows, type Plan, type Wanted, type Written } from './wanted.ts'

type Known = (id: string) => Indicator | undefined
type Described = Exclude<Column, null | string>

/** Reads a table as a mapping says; what the mapping leaves open is as the headings tell. */
export function planGiven(
  understood: Understood,
  context: Context,
  mapping: SheetMapping,
  known: Known,
  tell: Teller,
): Plan {
  const silent = { error() {}, warn() {}, tell() {} } as unknown as Teller
  const found = planOf(understood, context, known, silent)
  const plan: Plan = { ...found, wanted: [], left: [], asked: new Map(), byRow: byRowOf(found, mapping) }
  for (const [key, column] of Object.entries(mapping.columns)) {
    const at = columnAt(key, understood.headings)
    if (at === null) tell.error(whereOf(plan, key), 'mapping', ...noColumn(key))
    else if (column !== null) add(plan, at, asDescribed(column), { mapping, known, found }, tell)
  }
  // What stands beside a column that was asked about was never written into the mapping that answers.
  partsOf(plan, known, ({ at }) => found.asked.has(at))
  leaveOthers(plan, mapping)
  return plan
}

const asDescribed = (column: string | Described): Described => (typeof column === 'string' ? { id: column } : column)

function byRowOf({ byRow }: Plan, { indicators, years, sexes }: SheetMapping): Plan['byRow'] {
  const at = (letter: string | undefined, found: number | null): number | null =>
    letter ? columnNumber(letter) : found
  return { indicator: at(indicators, byRow.indicator), year: at(years, byRow.year), sex: at(sexes, byRow.sex) }
}

export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

type Given = { mapping: SheetMapping; known: Known; found: Plan }

function add(plan: Plan, at: number, about: Described, given: Given, tell: Teller): void {
  const wanted = wantedBy(plan, at, about, given)
  if (!('rule' in wanted)) plan.wanted.push(wanted)
  else {
    plan.asked.set(at, about)
    tell.error(whereOf(plan, columnLetters(at)), wanted.rule, wanted.sv, wanted.en)
  }
}

type Refused = { rule: string; sv: string; en: string }

function wantedBy(plan: Plan, at: number, about: Described, { mapping, known, found }: Given): Wanted | Refused {
  const indicator = about.id === BY_ROW ? null : indicatorOf(about, plan, at, known)
  if (indicator === undefined) return refused('unknown-indicator', noIndicator(about.id))
  const before = found.wanted.find((wanted) => wanted.at === at)
  const byRow = plan.byRow.year !== null && about.period === undefined
  const period = about.period ?? mapping.period ?? before?.period ?? plan.context.period
  if (period === null && !byRow) return refused('period', NO_PERIOD)
  const written = writtenBy(plan, at, about, { indicator, units: headingUnits(found, at, about) })
  if ('rule' in written) return written
  return {
    at,
    indicator,
    indicatorWhy: indicator ? 'mapping' : 'row',
    sex: about.sex ?? (plan.byRow.sex === null ? 'T' : null),
    period: byRow ? null : period,
    periodWhy: byRow ? 'row' : 'mapping',
    ...written,
    parts: partsIn(about),
  }
}

type Measured = { indicator: Indicator | null; units: string[] }

/** How the numbers of a column are written. */
function writtenBy(plan: Plan, at: number, about: Described, { indicator, units }: Measured): Written | Refused {
  const rows = municipalityRows(plan)
  const unit = indicator ? unitOf(indicator, rows, at, { said: about.factor, units }) : BY_CELL
  if (typeof unit === 'string') return refused('unit', NO_UNIT)
  const decimal = about.decimal ?? decimalOf(rows, at)
  return isAsked(decimal) ? refused('two-readings', DECIMAL_QUESTION) : { unit, ...(decimal && { decimal }) }
}

/** A unit that the heading names is asked about still, where a question was only half answered. */
function headingUnits({ asked, understood }: Plan, at: number, { id, factor }: Described): string[] {
  const before = asked.get(at)
  const isHalfAnswered = factor === undefined && before && typeof before !== 'string' && before.id === id
  return isHalfAnswered ? (understood.read.get(at)?.units ?? []) : []
}

const refused = (rule: string, [sv, en]: [string, string]): Refused => ({ rule, sv, en })

const BY_CELL = { factor: 1, why: 'catalogue' as const }

const partsIn = ({ n, numerator, denominator, lower, upper }: Described): Wanted['parts'] => ({
  ...(n && { n: columnNumber(n) }),
  ...(numerator && { numerator: columnNumber(numerator) }),
  ...(denominator && { denominator: columnNumber(denominator) }),
  ...(lower && upper && { lower: columnNumber(lower), upper: columnNumber(upper) }),
})

function indicatorOf(about: Described, { understood }: Plan, at: number, known: Known): Indicator | undefined {
  const found = known(about.id)
  if (found || !about.title) return found
  const isYesNo = understood.table.rows.some(({ cells }) => /^\s*(?:ja|nej)\s*$/i.test(cells[at] ?? ''))
  return declared({
    ...about,
    kind: about.kind ?? (isYesNo ? 'yesno' : undefined),
    title: about.title,
    source: 'Öppna jämförelser',
  })
}

/** By letter, else by heading. */
function columnAt(key: string, headings: string[]): number | null {
  const plain = (text: string): string => text.trim().toLowerCase()
  const byLetter = headings.findIndex((_, at) => columnLetters(at) === key.trim().toUpperCase())
  const at = byLetter >= 0 ? byLetter : headings.findIndex((heading) => plain(heading) === plain(key))
  return at >= 0 ? at : null
}

/** Columns with numbers that the mapping does not name, or names as left out. */
function leaveOthers(plan: Plan, { columns }: SheetMapping): void {
  const { roles, headings, table } = plan.understood
  const named = new Set([
    ...Object.entries(columns).map(([key, column]) => (column === null ? null : columnAt(key, headings))),
    ...plan.wanted.flatMap(({ parts }) => Object.values(parts)),
    ...Object.values(plan.byRow),
  ])
  for (const [at, { role }] of roles) {
    const count = table.rows.filter(({ cells }) => looksLikeValue(cells[at] ?? '')).length
    if (named.has(at) || count === 0 || role === 'label') continue
    plan.left.push({ at, reason: 'mapping', ...textOf('mapping', shownText(headings[at] ?? '')), count })
  }
}

const whereOf = (plan: Plan, column: string) => ({
  sheet: plan.understood.table.sheet.name,
  row: lastHeaderRow(plan),
  column,
})

const noColumn = (key: string): [string, string] => [
  `Mappningens kolumn "${shownText(key)}" finns inte i bladet.`,
  `The mapping's column "${shownText(key)}" is not in the sheet.`,
]

const noIndicator = (id: string): [string, string] => [
  `Indikatorn ${id} finns inte i katalogen: ge den en titel i mappningen, {"id": "${id}", "title": "…"}.`,
  `The indicator ${id} is not in the catalogue: give it a title in the mapping, {"id": "${id}", "title": "…"}.`,
]

const NO_PERIOD: [string, string] = [
  'Året framgår inte: ange det på sidan, eller "period" i mappningen.',
  'The year cannot be told: say it on the page, or "period" in the mapping.',
]

const NO_UNIT: [string, string] = [
  'Cellernas procentformat stämmer inte med indikatorns enhet, eller blandas: skriv "factor" i mappningen (100 för andelar av ett, 1 för värden som de står).',
  'The percent format of the cells does not agree with the indicator’s unit, or is mixed: write "factor" in the mapping (100 for fractions of one, 1 for values as they stand).',
]

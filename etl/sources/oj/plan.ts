import type { Indicator } from '../../../data/model/indicator.ts'
import { BY_ROW, type Column } from '../../../data/model/workbook-mapping.ts'
import { columnLetters } from '../../check/headers.ts'
import { shownText } from '../../check/shown-text.ts'
import type { Context } from './context.ts'
import { DECIMAL_QUESTION, decimalOf, isAsked } from './decimal.ts'
import type { Teller } from './finding.ts'
import type { Heading } from './heading.ts'
import { partsOf } from './parts.ts'
import { REASONS, textOf } from './reasons.ts'
import type { Role, Understood } from './roles.ts'
import { type Unit, type UnitQuestion, unitOf } from './unit.ts'
import { lastHeaderRow, municipalityRows, type Plan, type Wanted, type Written } from './wanted.ts'

type Known = (id: string) => Indicator | undefined

/** Decides for each column of a table what is read of it. Questions are told as errors. */
export function planOf(understood: Understood, context: Context, known: Known, tell: Teller): Plan {
  const byRow = {
    indicator: columnOf(understood, 'indicator'),
    year: columnOf(understood, 'year'),
    sex: columnOf(understood, 'sex'),
  }
  const plan: Plan = {
    understood,
    context,
    wanted: [],
    left: [],
    asked: new Map(),
    byRow,
    rowsLeft: { sums: [], others: [] },
  }
  new Planner(plan, known, tell).run()
  return plan
}

const columnOf = ({ roles }: Understood, wanted: Role['role']): number | null =>
  Array.from(roles).find(([, { role }]) => role === wanted)?.[0] ?? null

class Planner {
  readonly #plan: Plan
  readonly #known: Known
  readonly #tell: Teller

  constructor(plan: Plan, known: Known, tell: Teller) {
    this.#plan = plan
    this.#known = known
    this.#tell = tell
  }

  run(): void {
    const { understood, context } = this.#plan
    for (const [at, role] of understood.roles) {
      if (role.role === 'left') this.#leave(at, role.reason)
      else if (role.role === 'value') this.#value(at, role, understood.read.get(at)!)
    }
    for (const [at, { derived }] of partsOf(this.#plan, this.#known)) this.#leave(at, context.derived ?? derived)
  }

  #value(at: number, role: Extract<Role, { role: 'value' }>, heading: Heading): void {
    const { context, byRow } = this.#plan
    const indicator = this.#indicatorOf(role)
    if (context.derived) this.#leave(at, context.derived)
    else if (!indicator && byRow.indicator === null) this.#leave(at, 'no-indicator')
    else this.#wantOrAsk(at, role, indicator, heading)
  }

  #wantOrAsk(at: number, role: Extract<Role, { role: 'value' }>, indicator: Indicator | null, heading: Heading): void {
    const written = this.#isClear(at, role) ? this.#written(at, indicator, heading) : null
    if (written) this.#want(at, role, indicator, written)
    else if (!this.#isSexOpen(role)) this.#plan.asked.set(at, this.#asFarAsKnown(role, indicator))
  }

  /** What a mapping says of a column whose year or unit is asked for. */
  #asFarAsKnown({ sex, period }: Extract<Role, { role: 'value' }>, indicator: Indicator | null): Column {
    const { context, byRow } = this.#plan
    const own = sex ?? (byRow.sex === null ? context.sex : null)
    return {
      id: indicator?.id ?? BY_ROW,
      ...(own !== null && own !== 'T' && { sex: own }),
      ...(period !== null && { period }),
    }
  }

  /** The indicator that the heading names, or what stands around the table where no heading names any. */
  #indicatorOf(role: Extract<Role, { role: 'value' }>): Indicator | null {
    const { context, byRow } = this.#plan
    const isLeftOpen = byRow.indicator === null && !this.#someNamed()
    const id = role.indicator ?? (isLeftOpen ? context.indicator : null)
    return id === null ? null : (this.#known(id) ?? null)
  }

  #want(at: number, role: Extract<Role, { role: 'value' }>, indicator: Indicator | null, written: Written): void {
    const { context, byRow } = this.#plan
    const indicatorWhy = role.indicator ? 'heading' : indicator ? 'title' : 'row'
    const sex = role.sex ?? (byRow.sex === null ? (context.sex ?? 'T') : null)
    this.#plan.wanted.push({ at, indicator, indicatorWhy, sex, ...this.#period(role), ...written, parts: {} })
  }

  /** Whether any column names an indicator itself: then a title speaks for none of the others. */
  #someNamed(): boolean {
    return Array.from(this.#plan.understood.roles.values()).some(
      (role) => role.role === 'value' && role.indicator !== null,
    )
  }

  #period({ period }: Extract<Role, { role: 'value' }>): Pick<Wanted, 'period' | 'periodWhy'> {
    const { context, byRow } = this.#plan
    if (period !== null) return { period, periodWhy: 'heading' }
    if (byRow.year !== null) return { period: null, periodWhy: 'row' }
    return { period: context.period, periodWhy: context.periodWhy ?? 'title' }
  }

  /** Asks for the year or the sex where what stands around the table leaves it open. */
  #isClear(at: number, role: Extract<Role, { role: 'value' }>): boolean {
    const { context, byRow } = this.#plan
    const { period } = role
    if (period === null && byRow.year === null && context.period === null) {
      this.#ask(at, 'period', yearQuestion(context))
      return false
    }
    if (this.#isSexOpen(role)) {
      this.#ask(at, 'sex', SEX_QUESTION)
      return false
    }
    return true
  }

  #isSexOpen({ sex }: Extract<Role, { role: 'value' }>): boolean {
    const { context, byRow } = this.#plan
    return sex === null && byRow.sex === null && context.sex === null && context.maybeSex
  }

  #written(at: number, indicator: Indicator | null, heading: Heading): Written | null {
    const unit = this.#unit(at, indicator, heading)
    if (unit === null) return null
    const decimal = decimalOf(municipalityRows(this.#plan), at)
    if (!isAsked(decimal)) return { unit, ...(decimal && { decimal }) }
    this.#ask(at, 'two-readings', DECIMAL_QUESTION, decimal.askedAt)
    return null
  }

  #unit(at: number, indicator: Indicator | null, { units }: Heading): Unit | null {
    if (!indicator) return { factor: 1, why: 'catalogue' as const }
    const found = unitOf(indicator, municipalityRows(this.#plan), at, { units })
    if (typeof found !== 'string') return found
    this.#ask(at, 'unit', unitQuestion(found, indicator))
    return null
  }

  #ask(at: number, rule: string, question: [string, string], row = lastHeaderRow(this.#plan)): void {
    const { name: sheet } = this.#plan.understood.table.sheet
    this.#tell.error({ sheet, row, column: columnLetters(at) }, rule, ...question)
  }

  #leave(at: number, reason: string): void {
    const { understood } = this.#plan
    const count = understood.table.rows.filter(({ cells }) => (cells[at]?.trim() ?? '') !== '').length
    const heading = shownText(understood.headings[at] ?? '')
    const { sv, en } = textOf(reason, heading)
    this.#plan.left.push({ at, reason: REASONS[reason] ? reason : 'unknown', sv, en, count })
  }
}

function yearQuestion({ years, span }: Context): [string, string] {
  if (span !== null)
    return [
      `Åren är ett spann (${shownText(span)}): vilket år ska siffrorna stå under? Ange året på sidan, eller "period" i mappningen.`,
      `The years are a span (${shownText(span)}): which year do the figures stand under? Say the year on the page, or "period" in the mapping.`,
    ]
  if (years.length > 1)
    return [
      `Rubriker och bladnamn talar om olika år (${years.join(', ')}): vilket gäller? Ange året på sidan, eller "period" i mappningen.`,
      `Titles and the sheet's name speak of different years (${years.join(', ')}): which one holds? Say the year on the page, or "period" in the mapping.`,
    ]
  return [
    'Året framgår inte av rubriker, bladnamn eller filnamn: ange året på sidan, eller "period" i mappningen.',
    'The year cannot be told from headings, the sheet\'s name or the file\'s: say the year on the page, or "period" in the mapping.',
  ]
}

const SEX_QUESTION: [string, string] = [
  'Texten ovanför nämner ett kön, men inte rubriken: gäller siffrorna kvinnor, män eller alla? Ange könet på sidan, eller "sex" K, M eller T i mappningen.',
  'The text above names a sex, but not the heading: are the figures of women, men or all? Say the sex on the page, or "sex" K, M or T in the mapping.',
]

function unitQuestion(question: UnitQuestion, { unit }: Indicator): [string, string] {
  if (question === 'mixed-formats')
    return [
      'Kolumnen blandar celler i procentformat med andra: är de andra procent eller andelar? Ge alla celler samma format, eller ange "factor" i mappningen (på sidan Värdena): 100 om alla är andelar av ett, 1 om alla är som de står.',
      'The column mixes cells in percent format with others: are the others per cent or fractions? Give all cells one format, or say "factor" in the mapping (The values on the page): 100 if all are fractions of one, 1 if all are as they stand.',
    ]
  if (question === 'shown-otherwise')
    return [
      `Cellernas talformat visar värdena på annat sätt än de är lagrade (tusental, tkr, promille); indikatorns enhet är ${unit}. Ange hur värdena tas på sidan, eller "factor" i mappningen: det som de lagrade talen ska multipliceras med, 1 om de är som de ska.`,
      `The number format of the cells shows the values otherwise than they are stored (thousands, tkr, per mille); the indicator's unit is ${unit}. Say how the values are taken on the page, or "factor" in the mapping: what the stored numbers are to be multiplied with, 1 if they are as they should.`,
    ]
  if (question === 'percent-of-other-unit')
    return [
      `Cellerna är i procent, men indikatorns enhet är ${unit}: är det rätt indikator? Välj en annan på sidan eller i mappningen, eller tag värdena som de står ("factor": 1).`,
      `The cells are in per cent, but the indicator's unit is ${unit}: is it the right indicator? Choose another on the page or in the mapping, or take the values as they stand ("factor": 1).`,
    ]
  return [
    `Rubriken säger en annan enhet än indikatorns (${unit}). Ange hur värdena tas på sidan, eller "factor" i mappningen: det som cellerna ska multipliceras med.`,
    `The heading says another unit than the indicator's (${unit}). Say how the values are taken on the page, or "factor" in the mapping: what the cells are to be multiplied with.`,
  ]
}

/** Tells the columns that are left out: as errors where nothing is read at all. */
export function tellLeft(plan: Plan, tell: Teller, severity: 'error' | 'warning'): void {
  const { name: sheet } = plan.understood.table.sheet
  const row = lastHeaderRow(plan)
  for (const { at, reason, sv, en } of plan.left) {
    const rule = REASONS[reason]?.rule ?? 'unknown-column'
    tell.tell({ sheet, row, column: columnLetters(at) }, rule, severity, sv, en)
  }
}

import { catalogue } from '../../../data/catalogue/index.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { columnLetters } from '../../check/headers.ts'
import type { TableRow } from '../../read/table-row.ts'
import { FigureCheck } from '../figure-check.ts'
import { yearOf } from '../number.ts'
import type { Reading } from '../reading.ts'
import { BesideReader } from './beside.ts'
import type { CellPlace, Teller } from './finding.ts'
import { readHeading } from './heading.ts'
import { precise } from './precise.ts'
import { Rows } from './rows.ts'
import { Sums } from './sums.ts'
import { type CellFault, type CellValue, cellValue } from './value.ts'
import type { Plan, Wanted } from './wanted.ts'

type Sex = Figure['sex']
type Key = { indicator: Indicator; municipality: string; period: number; sex: Sex }
type Stood = { sheet: string; row: number; wanted: Wanted; read: CellValue }

/** Reads the tables of a workbook: what is seen in the cells of its municipalities is stored, or told. */
export class FigureReader {
  readonly #reading: Reading
  readonly #tell: Teller
  readonly #check: FigureCheck
  readonly #beside: BesideReader
  /** By indicator, year and sex, then by municipality. */
  readonly #stood = new Map<string, Map<string, Stood>>()
  readonly #sums: Sums<Key>
  /** Figures that were stored. */
  taken = 0

  constructor(reading: Reading, tell: Teller) {
    this.#reading = reading
    this.#tell = tell
    this.#sums = new Sums(tell)
    this.#beside = new BesideReader(tell, (where, fault) => this.#fault(where, fault))
    const code = 'A'
    this.#check = new FigureCheck(reading, {
      indicator: code,
      municipality: code,
      period: code,
      sex: code,
      value: code,
    })
  }

  read(plan: Plan, repeated?: 'sum'): void {
    const rows = new Rows(plan, this.#tell, repeated)
    for (const { indicator } of plan.wanted) this.#declare(indicator)
    for (const { row, municipality } of rows.ofMunicipalities()) {
      this.#reading.counted()
      for (const wanted of plan.wanted) this.#cell(plan, wanted, row, municipality, repeated)
    }
    for (const { key, where, read } of this.#sums.taken()) this.#take(where.row, where.column, key, read, {})
  }

  #declare(indicator: Indicator | null): void {
    if (indicator && !catalogue().indicatorById.has(indicator.id)) this.#reading.declare(indicator)
  }

  #cell(plan: Plan, wanted: Wanted, row: TableRow, municipality: string, repeated?: 'sum'): void {
    const cell = row.cells[wanted.at] ?? ''
    const column = columnLetters(wanted.at)
    const where = { sheet: plan.understood.table.sheet.name, row: row.row, column }
    const key = this.#keyOf(plan, wanted, row, municipality, cell, where)
    if (!key) return
    const note = row.notes?.[wanted.at]
    const read = cellValue(cell, note, { isYesNo: key.indicator.kind === 'yesno', decimal: wanted.decimal })
    if (read.fault) this.#fault(where, read.fault)
    if (read.fault !== null && NOT_STORED.includes(read.fault)) return
    const isPercent = wanted.unit.why === 'percent-format' ? note?.kind === 'percent' : true
    const factor = cell.trim().endsWith('%') || !isPercent ? 1 : wanted.unit.factor
    const value = read.value && times(read.value, wanted.indicator ? factor : rowFactor(key.indicator, note?.kind))
    const stated = value === read.value ? read : { ...read, value }
    if (repeated === 'sum' && key.indicator.kind === 'count') this.#sums.add(nameOf(key), key, where, stated)
    else this.#place(where, row, key, stated, wanted)
  }

  /** Which figure a cell is, as far as its column and its row tell. */
  #keyOf(plan: Plan, wanted: Wanted, row: TableRow, municipality: string, cell: string, where: CellPlace): Key | null {
    const indicator = wanted.indicator ?? this.#indicatorOf(plan, row)
    const period = wanted.period ?? yearOf(row.cells[plan.byRow.year ?? -1] ?? '')
    const sex = wanted.sex ?? sexIn(row.cells[plan.byRow.sex ?? -1] ?? '')
    if (indicator && !Number.isNaN(period) && sex) return { indicator, municipality, period, sex }
    if (cell.trim() === '') return null
    const missing = !indicator ? ROW_LACKS.indicator : Number.isNaN(period) ? ROW_LACKS.year : ROW_LACKS.sex
    this.#tell.warn(where, missing.rule, missing.sv, missing.en)
    return null
  }

  #indicatorOf({ byRow }: Plan, { cells }: TableRow): Indicator | null {
    const { indicators, rest, derived } = readHeading(cells[byRow.indicator ?? -1] ?? '', (id) =>
      this.#reading.known(id),
    )
    const id = indicators.length === 1 && rest === '' && !derived ? indicators[0]! : null
    return id === null ? null : (this.#reading.known(id) ?? null)
  }

  /** Stores a figure that has not stood before; one that says something else than before is a question. */
  #place(where: CellPlace, row: TableRow, key: Key, read: CellValue, wanted: Wanted): void {
    const stood = this.#stoodOf(key)
    const before = stood.get(key.municipality)
    if (!before) {
      stood.set(key.municipality, { sheet: where.sheet, row: row.row, wanted, read })
      this.#take(row.row, where.column, key, read, this.#beside.read(where, row, key.indicator, read.value, wanted))
    } else if (before.wanted === wanted) this.#tell.error(where, 'several-rows', ...severalRows(key, cellOf(before)))
    else if (before.read.value === read.value && before.read.token === read.token) {
      this.#tell.warn(
        where,
        'repeated',
        `Samma siffra står redan i ${cellOf(before)}.`,
        `The same figure stands in ${cellOf(before)}.`,
      )
    } else this.#tell.error(where, 'duplicate', ...twice(key, cellOf(before)))
  }

  #stoodOf({ indicator, period, sex }: Key): Map<string, Stood> {
    const name = `${indicator.id} ${period} ${sex}`
    const stood = this.#stood.get(name) ?? new Map<string, Stood>()
    this.#stood.set(name, stood)
    return stood
  }

  #take(row: number, column: string, key: Key, read: CellValue, beside: ReturnType<BesideReader['read']>): void {
    const { indicator, municipality, period, sex } = key
    const { value, status, token } = read
    const { numerator = null, denominator = null, lower = null, upper = null } = beside
    this.taken += value === null ? 0 : 1
    this.#check.take(row, {
      indicator,
      municipality,
      period,
      sex,
      value,
      status,
      token,
      numerator,
      denominator,
      lower,
      upper,
      column,
    })
  }

  #fault(where: CellPlace, fault: CellFault): void {
    const { sv, en } = FAULTS[fault]
    this.#tell.warn(where, fault, sv, en)
  }
}

const nameOf = ({ indicator, municipality, period, sex }: Key): string =>
  `${indicator.id} ${municipality} ${period} ${sex}`

const cellOf = ({ sheet, row, wanted }: Stood): string => `${sheet}!${columnLetters(wanted.at)}${row}`

const times = (value: number, factor: number): number => (factor === 1 ? value : precise(value * factor))

const rowFactor = ({ unit }: Indicator, kind: string | undefined): number =>
  kind === 'percent' && unit === '%' ? 100 : 1

const SEXES: [RegExp, Sex][] = [
  [/^(?:t|tot|totalt|total|alla|samtliga|båda|båda könen|kvinnor och män|män och kvinnor|)$/i, 'T'],
  [/^(?:k|kv|kvinnor|kvinna|flickor|flicka|women|female)$/i, 'K'],
  [/^(?:m|män|man|pojkar|pojke|men|male)$/i, 'M'],
]

const sexIn = (cell: string): Sex | null => SEXES.find(([word]) => word.test(cell.trim()))?.[1] ?? null

const ROW_LACKS = {
  indicator: {
    rule: 'unknown-indicator',
    sv: 'Radens nyckeltal är inte känt, och värdet läses inte.',
    en: 'The indicator of the row is not known, and the value is not read.',
  },
  year: {
    rule: 'year',
    sv: 'Raden säger inget år för sig, och värdet läses inte.',
    en: 'The row says no year of its own, and the value is not read.',
  },
  sex: {
    rule: 'sex',
    sv: 'Radens kön är inte känt, och värdet läses inte.',
    en: 'The sex of the row is not known, and the value is not read.',
  },
}

const NOT_STORED: readonly CellFault[] = ['date', 'uncomputed', 'two-readings']

const FAULTS: Record<CellFault, { sv: string; en: string }> = {
  date: {
    sv: 'Här står ett datum. Excel gör datum av tal som 2,5 och 10-12: skriv talet igen i en cell som är formaterad som tal. Värdet läses inte.',
    en: 'There is a date here. Excel makes dates of numbers such as 2,5 and 10-12: enter the number again in a cell formatted as a number. The value is not read.',
  },
  uncomputed: {
    sv: 'Formeln har inget lagrat resultat. Öppna arbetsboken i Excel, spara den och läs in den igen. Värdet läses inte.',
    en: 'The formula has no stored result. Open the workbook in Excel, save it and load it again. The value is not read.',
  },
  'formula-error': {
    sv: 'Formeln ger ett fel: värdet läses som saknat.',
    en: 'The formula gives an error: the value is read as missing.',
  },
  'two-readings': {
    sv: 'Texten kan läsas på två sätt: 3.000 kan vara tretusen eller tre. Skriv talet i en cell som är formaterad som tal. Värdet läses inte.',
    en: 'The text may be read in two ways: 3.000 may be three thousand or three. Enter the number in a cell formatted as a number. The value is not read.',
  },
  'text-answer': {
    sv: 'Här står en text (ett svar i ord, eller ett tal med tecken bredvid): den läses som saknat värde.',
    en: 'There is text here (an answer in words, or a number with a mark beside it): it is read as a missing value.',
  },
}

const severalRows = ({ indicator, municipality, period, sex }: Key, where: string): [string, string] => [
  `${municipality} har flera rader för ${indicator.id}, ${period}, ${sex}: den första är ${where}. Är raderna delar av kommunen kan antal summeras: skriv "repeated": "sum" i mappningen. Ta annars bort de rader som inte gäller.`,
  `${municipality} has several rows of ${indicator.id}, ${period}, ${sex}: the first is ${where}. Where the rows are parts of the municipality counts can be summed: write "repeated": "sum" in the mapping. Else remove the rows that do not hold.`,
]

const twice = ({ indicator, municipality, period, sex }: Key, where: string): [string, string] => [
  `${indicator.id} för ${municipality}, ${period}, ${sex} står redan i ${where} med ett annat värde: vilket gäller? Läs inte den andra kolumnen (på sidan, eller null i mappningen).`,
  `${indicator.id} of ${municipality}, ${period}, ${sex} stands in ${where} already with another value: which one holds? Do not read the other column (on the page, or null in the mapping).`,
]

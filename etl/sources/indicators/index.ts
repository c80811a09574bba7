import { catalogue } from '../../../data/catalogue/index.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { wholeIndicatorId } from '../../../data/model/indicator-id.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { indicatorColumns } from '../../../data/templates/indicators.ts'
import { watched } from '../../check/figure-file.ts'
import { pointsOutPerson } from '../../check/person.ts'
import { type Rule, told as toldRule } from '../../check/rules.ts'
import { say } from '../../language.ts'
import { openTable, type Table } from '../../read/table.ts'
import { declared } from '../declare.ts'
import { FigureCheck, personal } from '../figure-check.ts'
import { yearOf } from '../number.ts'
import type { Reading } from '../reading.ts'
import { type Column, columnsIn, likenessToIndicators, VALUE_COLUMNS } from './columns.ts'
import { type Line, lineOf } from './line.ts'
import { mustWait, Notations } from './notations.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { contradict, isShare, told } from './parts.ts'
import { tellOtherSheets } from './sheets.ts'
import { isSurvey, readSurvey } from './survey.ts'
import { Written } from './written.ts'

const REQUIRED: Column[] = ['indikator', 'kommun', 'period', 'varde']

const NAMES = {
  indicator: 'indikator',
  municipality: 'kommun',
  period: 'period',
  sex: 'kon',
  value: 'varde',
  numerator: 'taljare',
  denominator: 'namnare',
}
const SEXES: Record<string, Figure['sex']> = {
  '': 'T',
  t: 'T',
  totalt: 'T',
  alla: 'T',
  samtliga: 'T',
  båda: 'T',
  'kvinnor och män': 'T',
  'män och kvinnor': 'T',
  k: 'K',
  kvinna: 'K',
  kvinnor: 'K',
  m: 'M',
  man: 'M',
  män: 'M',
}

/** Reads local indicators, CSV or workbook: value, or numerator and denominator of which it is made; or answers on grades. @throws RefusedFile */
export async function readIndicators(path: string, reading: Reading): Promise<void> {
  const table = await openTable(path, { limits: reading.limits, likeness: likenessToIndicators })
  tellOtherSheets(table, reading)
  if (isSurvey(table)) return readSurvey(table, reading)
  const at = columnsIn(table, reading, indicatorColumns, REQUIRED)
  if (at) await new LocalFile(at, reading).read(table)
}

class LocalFile {
  readonly #reading: Reading
  readonly #at: ReadonlyMap<Column, number>
  readonly #check: FigureCheck
  readonly #declared = new Map<string, Indicator>()
  readonly #written = new Written()
  readonly #notations = new Notations()
  readonly #waiting: Line[] = []

  constructor(at: ReadonlyMap<Column, number>, reading: Reading) {
    this.#reading = reading
    this.#at = at
    this.#check = new FigureCheck(reading, NAMES)
  }

  async read(table: Table): Promise<void> {
    const names = Array.from(table.header.cells, (_, index) => this.#nameAt(index))
    const columns = { names, values: VALUE_COLUMNS }
    for await (const row of watched(table, (problem) => this.#reading.found(toldRule(problem)), columns)) {
      this.#reading.counted()
      if (row.short) this.#reading.found(toldRule({ rule: 'row-cut' satisfies Rule, row: row.row }))
      else this.#readInTurn(lineOf(row, this.#at))
    }
    for (const line of this.#waiting) this.#readLine(line)
    for (const indicator of this.#declared.values()) {
      this.#reading.declare(this.#written.withDecimals(indicator, this.#reading.known(indicator.id)))
    }
  }

  #nameAt(index: number): string {
    return Array.from(this.#at).find(([, at]) => at === index)?.[0] ?? ''
  }

  #readInTurn(line: Line): void {
    this.#notations.see(line)
    if (mustWait(line)) this.#waiting.push(line)
    else this.#readLine(line)
  }

  #readLine(line: Line): void {
    const numbers = numbersOf(line, this.#notations, this.#reading)
    const indicator = this.#indicatorOf(line, numbers)
    if (!indicator || !numbers) return
    if (numbers.inPercent && indicator.unit !== '%') this.#doubt(line.row, 'varde', 'unit', notPercent(indicator))
    else if (contradict(indicator, numbers)) this.#doubt(line.row, 'varde', 'parts-disagree', contradiction())
    else this.#take(line, indicator, numbers)
  }

  #take(line: Line, indicator: Indicator, numbers: Numbers): void {
    const sex = SEXES[line.cell('kon').toLowerCase()] ?? line.cell('kon')
    if (sex !== 'T' && this.#declared.has(indicator.id)) this.#declared.set(indicator.id, { ...indicator, bySex: true })
    const place = { municipality: line.cell('kommun').padStart(4, '0'), period: yearOf(line.cell('period')), sex }
    const figure = { indicator, ...place, ...told(indicator, numbers, line.cell('varde')) }
    this.#written.note(indicator.id, numbers, figure.value)
    this.#check.take(line.row, figure)
  }

  #indicatorOf({ row, cell }: Line, numbers: Numbers | undefined): Indicator | undefined {
    const [id, title] = [cell('indikator'), cell('titel')]
    const known = catalogue().indicatorById.get(id) ?? this.#declared.get(id)
    if (known) return known
    if (!wholeIndicatorId.test(id)) return this.#doubt(row, 'indikator', 'indicator-id', badId())
    if (title === '') return this.#doubt(row, 'titel', 'missing-title', noTitle())
    if (title.length > LONGEST_TITLE) return this.#doubt(row, 'titel', 'title-length', longTitle())
    if (pointsOutPerson(id) || pointsOutPerson(title)) return this.#doubt(row, 'titel', 'identity', personal())
    const kind = numbers && isShare(numbers) ? 'share' : undefined
    const indicator = declared({ id, title, source: 'Egna uppgifter', kind })
    this.#declared.set(id, indicator)
    return indicator
  }

  #doubt(row: number, column: Column, rule: string, message: string): undefined {
    this.#reading.found({ row, column, rule, severity: 'error', message })
  }
}

const LONGEST_TITLE = 300

const notPercent = ({ unit }: Indicator) =>
  say(
    `Cellen är skriven i procent, men indikatorn har enheten ${unit}. Ändra cellens format eller titeln.`,
    `The cell is written in percent, but the unit of the indicator is ${unit}. Change the cell's format or the title.`,
  )

const contradiction = () =>
  say(
    'Värdet stämmer inte med täljare och nämnare: 54 av 100 är 54 procent, inte 0,54. Rätta det som är fel, eller lämna värdet tomt.',
    'Value, numerator and denominator disagree: 54 of 100 is 54 per cent, not 0.54. Correct what is wrong, or leave the value empty.',
  )

const badId = () =>
  say(
    'Indikatorns id ska vara 2–41 tecken av A–Z, a–z, 0–9, _ och -, med en bokstav först.',
    'The id of an indicator must be 2–41 of A–Z, a–z, 0–9, _ and -, beginning with a letter.',
  )

const noTitle = () =>
  say(
    'En indikator som inte finns i katalogen behöver en titel.',
    'An indicator that is not in the catalogue needs a title.',
  )

const longTitle = () => say('Titeln är för lång (högst 300 tecken).', 'The title is too long (300 characters at most).')

import { catalogue } from '../../data/catalogue/index.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { wholeIndicatorId } from '../../data/model/indicator-id.ts'
import type { Figure } from '../../data/store/figures.ts'
import type { indicatorColumns } from '../../data/templates/indicators.ts'
import { say } from '../language.ts'
import { openTable, type Table } from '../read/table.ts'
import { declared } from './declare.ts'
import { FigureCheck, personal, pointsOutPerson, type Told } from './figure-check.ts'
import { missingColumn, notNumber, numberOf } from './number.ts'
import type { Reading } from './reading.ts'

type Column = (typeof indicatorColumns)[number]

const REQUIRED: Column[] = ['indikator', 'kommun', 'period', 'varde']
const NAMES = { indicator: 'indikator', municipality: 'kommun', period: 'period', sex: 'kon', value: 'varde' }
const SEXES: Record<string, Figure['sex']> = {
  '': 'T',
  t: 'T',
  totalt: 'T',
  alla: 'T',
  k: 'K',
  kvinna: 'K',
  kvinnor: 'K',
  m: 'M',
  man: 'M',
  män: 'M',
}
/** The marks of the Swedish statistical press. */
const MARKS: Record<string, NonNullable<Figure['status']>> = {
  '': 'missing',
  '-': 'missing',
  '..': 'secrecy',
  '.': 'not-applicable',
}

/** Reads local indicators, CSV or workbook: value, or numerator and denominator of which it is made. @throws RefusedFile */
export async function readIndicators(path: string, reading: Reading): Promise<void> {
  const table = await openTable(path, reading)
  const names = table.header.cells.map((cell) => cell.trim().toLowerCase())
  const missing = REQUIRED.filter((name) => !names.includes(name))
  for (const column of missing) reading.found(missingColumn(table.header.row, column))
  if (missing.length === 0) await new LocalFile(names, reading).read(table)
}

type Line = { row: number; cell: (column: Column) => string }

class LocalFile {
  readonly #reading: Reading
  readonly #at: Map<string, number>
  readonly #check: FigureCheck
  readonly #declared = new Map<string, Indicator>()

  constructor(names: string[], reading: Reading) {
    this.#reading = reading
    this.#at = new Map(names.map((name, i) => [name, i]))
    this.#check = new FigureCheck(reading, NAMES)
  }

  async read(table: Table): Promise<void> {
    for await (const { row, cells } of table.rows) {
      this.#reading.counted()
      this.#readLine({ row, cell: (column) => cells[this.#at.get(column) ?? -1]?.trim() ?? '' })
    }
    for (const indicator of this.#declared.values()) this.#reading.declare(indicator)
  }

  #readLine(line: Line): void {
    const numbers = this.#numbersOf(line)
    const indicator = this.#indicatorOf(line, numbers)
    if (!indicator || !numbers) return
    const sex = SEXES[line.cell('kon').toLowerCase()] ?? line.cell('kon')
    if (sex !== 'T' && this.#declared.has(indicator.id)) this.#declared.set(indicator.id, { ...indicator, bySex: true })
    const place = {
      municipality: line.cell('kommun').padStart(4, '0'),
      period: Number(line.cell('period') || Number.NaN),
      sex,
    }
    this.#check.take(line.row, { indicator, ...place, ...told(indicator, numbers, line.cell('varde')) })
  }

  #indicatorOf({ row, cell }: Line, numbers: Numbers | undefined): Indicator | undefined {
    const [id, title] = [cell('indikator'), cell('titel')]
    const known = catalogue().indicatorById.get(id) ?? this.#declared.get(id)
    if (known) return known
    if (!wholeIndicatorId.test(id)) return this.#doubt(row, 'indikator', 'indicator-id', badId())
    if (title === '') return this.#doubt(row, 'titel', 'missing-title', noTitle())
    if (pointsOutPerson(id) || pointsOutPerson(title)) return this.#doubt(row, 'titel', 'identity', personal())
    const indicator = declared({ id, title, source: 'Egna uppgifter', kind: kindOf(numbers) })
    this.#declared.set(id, indicator)
    return indicator
  }

  #numbersOf({ row, cell }: Line): Numbers | undefined {
    const value = cell('varde') in MARKS ? null : numberOf(cell('varde'))
    const [numerator, denominator] = [numberOf(cell('taljare')), numberOf(cell('namnare'))]
    if (value === undefined) return this.#doubtNumber(row, 'varde')
    if (numerator === undefined) return this.#doubtNumber(row, 'taljare')
    if (denominator === undefined) return this.#doubtNumber(row, 'namnare')
    if (denominator !== null && denominator <= 0) return this.#doubt(row, 'namnare', 'denominator', badDenominator())
    return { value, numerator, denominator }
  }

  #doubtNumber(row: number, column: Column): undefined {
    this.#reading.found(notNumber(row, column))
  }

  #doubt(row: number, column: Column, rule: string, message: string): undefined {
    this.#reading.found({ row, column, rule, severity: 'error', message })
  }
}

/** A value that is its parts in percent is a share; without a value the parts are taken to make one. */
function kindOf(numbers: Numbers | undefined): 'share' | undefined {
  if (!numbers?.denominator || numbers.numerator === null) return undefined
  const share = (100 * numbers.numerator) / numbers.denominator
  return Math.abs((numbers.value ?? share) - share) < 0.6 ? 'share' : undefined
}

type Numbers = { value: number | null; numerator: number | null; denominator: number | null }

/** The value as given, else made of its parts, else missing for the reason that its mark gives. */
function told(
  { multiplier }: Indicator,
  { value, numerator, denominator }: Numbers,
  mark: string,
): Pick<Told, 'value' | 'status' | 'token' | 'numerator' | 'denominator'> {
  const made =
    mark === '' && numerator !== null && denominator !== null ? (numerator / denominator) * (multiplier ?? 1) : null
  const told = value ?? made
  if (told === null) return { value: null, status: MARKS[mark]!, token: mark, numerator, denominator }
  return { value: told, status: null, token: null, numerator, denominator }
}

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

const badDenominator = () => say('Nämnaren ska vara större än noll.', 'The denominator must be greater than zero.')

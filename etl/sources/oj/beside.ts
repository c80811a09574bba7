import type { Indicator } from '../../../data/model/indicator.ts'
import { columnLetters } from '../../check/headers.ts'
import type { TableRow } from '../../read/table-row.ts'
import type { Told } from '../figure-check.ts'
import { contradict } from '../indicators/parts.ts'
import type { CellPlace, Teller } from './finding.ts'
import { precise } from './precise.ts'
import type { Unit } from './unit.ts'
import { type CellFault, cellValue } from './value.ts'
import type { Wanted } from './wanted.ts'

type Beside = Pick<Told, 'numerator' | 'denominator' | 'lower' | 'upper'>

/** Reads what stands beside a value in its row: its base and its limits. What of it cannot be used is told by its cell. */
export class BesideReader {
  readonly #tell: Teller
  readonly #fault: (where: CellPlace, fault: CellFault) => void

  constructor(tell: Teller, fault: (where: CellPlace, fault: CellFault) => void) {
    this.#tell = tell
    this.#fault = fault
  }

  read(where: CellPlace, row: TableRow, indicator: Indicator, value: number | null, wanted: Wanted): Beside {
    if (Object.keys(wanted.parts).length === 0) return {}
    return {
      ...this.#base(where, row, indicator, value, wanted),
      ...this.#limits(where, row, indicator, value, wanted),
    }
  }

  #base(where: CellPlace, row: TableRow, indicator: Indicator, value: number | null, { parts }: Wanted): Beside {
    const at = (column: number | undefined): number | null => this.#number(where, row, column)?.value ?? null
    const [numerator, denominator] = [at(parts.numerator), at(parts.denominator ?? parts.n)]
    if (denominator === null) return {}
    if (denominator <= 0 || (parts.denominator === undefined && !Number.isInteger(denominator))) {
      const column = columnLetters(parts.denominator ?? parts.n!)
      this.#tell.warn({ ...where, column }, 'denominator', ...NO_BASE)
      return {}
    }
    const decimals = value === null ? 0 : (/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)
    const disagrees = contradict(indicator, { value, numerator, denominator, decimals, inPercent: false })
    if (disagrees) this.#tell.error(where, 'parts-disagree', ...DISAGREE)
    return disagrees ? {} : { numerator, denominator }
  }

  #limits(
    where: CellPlace,
    row: TableRow,
    indicator: Indicator,
    value: number | null,
    { parts, unit }: Wanted,
  ): Beside {
    const [lower, upper] = [parts.lower, parts.upper].map((column) => {
      const read = this.#number(where, row, column)
      return read && precise(read.value * limitFactor(read, indicator, unit))
    })
    if (lower === undefined && upper === undefined) return {}
    if (value === null || lower === undefined || upper === undefined) {
      const column = columnLetters(lower === undefined ? parts.upper! : parts.lower!)
      this.#tell.warn({ ...where, column }, 'limit-alone', ...ALONE)
      return {}
    }
    if (lower <= value && value <= upper) return { lower, upper }
    this.#tell.error(where, 'parts-disagree', ...OUTSIDE)
    return {}
  }

  /** The number in a cell; undefined, and told, for what is none. */
  #number(where: CellPlace, { cells, notes }: TableRow, at: number | undefined): Read | undefined {
    if (at === undefined) return undefined
    const [cell, note] = [cells[at] ?? '', notes?.[at]]
    const { value, fault } = cellValue(cell, note)
    if (fault) this.#fault({ ...where, column: columnLetters(at) }, fault)
    if (value === null) return undefined
    return { value, isPercent: note?.kind === 'percent', isSigned: cell.trim().endsWith('%') }
  }
}

type Read = { value: number; isPercent: boolean; isSigned: boolean }

/** A limit is in the unit of its value; a percent format or sign of its own says what it is. */
function limitFactor({ isPercent, isSigned }: Read, indicator: Indicator, unit: Unit): number {
  if (isSigned) return 1
  if (isPercent) return indicator.unit === '%' ? 100 : 1
  return unit.why === 'percent-format' ? 1 : unit.factor
}

const DISAGREE: [string, string] = [
  'Värdet stämmer inte med täljaren och nämnaren bredvid.',
  'The value disagrees with the numerator and denominator beside it.',
]
const OUTSIDE: [string, string] = [
  'Värdet ligger utanför sina egna gränser bredvid. Rätta det som är fel; är värde och gränser skrivna olika (0,31 och 31), skriv dem lika.',
  'The value lies outside its own limits beside it. Correct what is wrong; where value and limits are written differently (0.31 and 31), write them alike.',
]
const ALONE: [string, string] = [
  'Här står en gräns utan sitt värde eller sin andra gräns: den läses inte.',
  'There is a limit here without its value or its other limit: it is not read.',
]
const NO_BASE: [string, string] = [
  'Här står inget antal, ett heltal större än noll, och det läses inte.',
  'There is no number of answers here, a whole number above zero, and it is not read.',
]

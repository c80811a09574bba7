import { catalogue } from '../../data/catalogue/index.ts'
import { type Indicator, isOutsideCatalogue, koladaIdSchema } from '../../data/model/indicator.ts'
import { nearest } from '../../data/model/nearest.ts'
import { type Figure, LARGEST_NUMBER, type Status } from '../../data/store/figure.ts'
import { pointsOutPerson } from '../check/person.ts'
import type { Finding } from '../check/report.ts'
import { say } from '../language.ts'
import { undescribed } from './outside-catalogue.ts'
import type { Reading } from './reading.ts'

/** A figure as it stands in a file, not yet believed. */
export type Told = {
  indicator: Indicator
  municipality: string
  period: number
  sex: string
  value: number | null
  status: Status | null
  token: string | null
  numerator?: number | null
  denominator?: number | null
  /** The stated 95 % interval. */
  lower?: number | null
  upper?: number | null
  deleted?: boolean
  /** The column that the value stands in, where each indicator has its own. */
  column?: string
}

/** What the file calls its columns, for the findings. */
export type ColumnNames = {
  indicator: string
  municipality: string
  period: string
  sex: string
  value: string
  numerator?: string
  denominator?: string
}

export const FIRST_YEAR = 1970
/** Figures may be of next year: plans and forecasts. */
export const lastYear = (): number => new Date().getFullYear() + 1
const MOST_PLACES = 512
const MOST_YEARS = 160
const SEXES = ['T', 'K', 'M']

/**
 * Believes or doubts the figures of one file: place, year, sex, value within its scale, told only once.
 * Everything doubted is reported with row and column.
 */
export class FigureCheck {
  readonly #reading: Reading
  readonly #columns: ColumnNames
  readonly #lastYear = lastYear()
  readonly #told = new Map<string, Uint8Array>()
  readonly #places: Map<string, number>
  readonly #outOfScale = new Set<string>()
  readonly #tellingsOfPlaces = new Map<string, string>()
  readonly #tellingsOfIndicators = new Map<string, string>()

  constructor(reading: Reading, columns: ColumnNames) {
    this.#reading = reading
    this.#columns = columns
    const { municipalityByCode, regionByCode } = catalogue()
    this.#places = new Map([...municipalityByCode.keys(), ...regionByCode.keys()].map((code, i) => [code, i]))
  }

  /** Takes the figure if nothing is wrong with it. @param row as a spreadsheet counts */
  take(row: number, told: Told): void {
    if (!this.isSound(row, told)) return
    if (this.#isRepeated(told)) {
      this.#report(row, told.column ?? null, 'duplicate', 'error', repeated())
      return
    }
    this.#reading.take(figureOf(told))
  }

  /** Reports what is wrong with the figure itself, whether or not it was told before. */
  isSound(row: number, told: Told): boolean {
    const findings = this.#doubts(told)
    for (const [column, rule, message] of findings) this.#report(row, column, rule, 'error', message)
    if (findings.length === 0) this.#warnOfScale(row, told)
    return findings.length === 0
  }

  /** The indicator of that id, or a finding that names the nearest. */
  indicator(row: number, id: string): Indicator | undefined {
    const known = this.#reading.known(id) ?? this.#admitted(row, id)
    if (!known) this.#report(row, this.#columns.indicator, 'unknown-indicator', 'error', this.#unknownIndicator(id))
    return known
  }

  /** Where it was asked for: an id of Kolada's that nothing else is known of. Said once of each. */
  #admitted(row: number, id: string): Indicator | undefined {
    const admitted = this.#reading.admitsUndescribed ? undescribed(id) : null
    if (!admitted) return undefined
    this.#reading.declare(admitted)
    this.#report(row, this.#columns.indicator, 'undescribed-indicator', 'warning', notDescribed(id))
    return admitted
  }

  #doubts(told: Told): [string, string, string][] {
    const { municipality, period, sex, column, token } = told
    const doubts: [string, string, string][] = []
    if (!this.#places.has(municipality)) {
      doubts.push([this.#columns.municipality, 'unknown-municipality', this.#unknownPlace(municipality)])
    }
    if (!(Number.isInteger(period) && period >= FIRST_YEAR && period <= this.#lastYear)) {
      doubts.push([
        column ?? this.#columns.period,
        'year',
        say(`Året ska vara ${FIRST_YEAR}–${this.#lastYear}.`, `The year must be ${FIRST_YEAR}–${this.#lastYear}.`),
      ])
    }
    if (!SEXES.includes(sex)) {
      doubts.push([this.#columns.sex, 'sex', say('Kön ska vara T, K eller M.', 'Sex must be T, K or M.')])
    }
    if (!areShowable(told)) for (const at of this.#endless(told)) doubts.push([at, 'not-a-number', noNumber()])
    if (token && pointsOutPerson(token)) doubts.push([column ?? this.#columns.value, 'identity', personal()])
    return doubts
  }

  /** The columns of numbers that are none. */
  #endless({ column, value, numerator, denominator, lower, upper }: Told): string[] {
    const at = column ?? this.#columns.value
    const numbers: [number | null | undefined, string][] = [
      [value, at],
      [numerator, this.#columns.numerator ?? at],
      [denominator, this.#columns.denominator ?? at],
      [lower, at],
      [upper, at],
    ]
    return numbers.flatMap(([number, where]) => (isAbsentOrShowable(number) ? [] : [where]))
  }

  #unknownPlace(code: string): string {
    return toldOnce(code, this.#tellingsOfPlaces, noPlace, () => {
      const near = codeOfName(code) ?? nearest(code, [...this.#places.keys()]) ?? ''
      return say(
        `Kommunkoden ${short(code)} finns inte; närmast är ${near}.`,
        `There is no municipality ${short(code)}; the nearest is ${near}.`,
      )
    })
  }

  #unknownIndicator(id: string): string {
    return toldOnce(id, this.#tellingsOfIndicators, noIndicator, () => {
      const near = nearest(id, [...catalogue().indicatorById.keys()]) ?? ''
      return say(
        `Indikatorn ${short(id)} finns inte i katalogen; närmast är ${near}.${byId(id).sv}`,
        `The indicator ${short(id)} is not in the catalogue; the nearest is ${near}.${byId(id).en}`,
      )
    })
  }

  /** One bit for every place, year and sex of an indicator: bounded however large the file. */
  #isRepeated({ indicator, municipality, period, sex }: Told): boolean {
    const bits = this.#toldOf(indicator.id)
    const bit =
      (this.#places.get(municipality)! * MOST_YEARS + (period - FIRST_YEAR)) * SEXES.length + SEXES.indexOf(sex)
    const mask = 1 << (bit & 7)
    const before = bits[bit >> 3]! & mask
    bits[bit >> 3]! |= mask
    return before !== 0
  }

  #toldOf(indicator: string): Uint8Array {
    const bits = this.#told.get(indicator) ?? new Uint8Array((MOST_PLACES * MOST_YEARS * SEXES.length) / 8)
    this.#told.set(indicator, bits)
    return bits
  }

  /** Said once of an indicator: a scale that does not hold is one fault, however many values show it. */
  #warnOfScale(row: number, { indicator, value, column }: Told): void {
    const { id } = indicator
    const scale = heldTo(indicator)
    if (!scale || value === null || (value >= scale.min && value <= scale.max) || this.#outOfScale.has(id)) return
    this.#outOfScale.add(id)
    const range = `${scale.min}–${scale.max}`
    this.#report(
      row,
      column ?? this.#columns.value,
      'out-of-scale',
      'warning',
      say(
        `Värdet ligger utanför ${range}. Det sägs en gång för varje indikator.`,
        `The value is outside ${range}. This is said once for each indicator.`,
      ),
    )
  }

  #report(row: number, column: string | null, rule: string, severity: Finding['severity'], message: string): void {
    this.#reading.found({ row, column, rule, severity, message })
  }
}

function figureOf({
  indicator,
  municipality,
  period,
  sex,
  value,
  status,
  token,
  numerator = null,
  denominator = null,
  lower = null,
  upper = null,
  deleted,
}: Told): Figure {
  const figure: Figure = {
    indicator: indicator.id,
    sex: sex as Figure['sex'],
    period,
    municipality,
    value,
    status,
    token,
    numerator,
    denominator,
    lower,
    upper,
  }
  if (deleted) figure.deleted = true
  return figure
}

/** The scale that values are held to; nobody has reviewed one of an indicator outside the catalogue. */
export const heldTo = (indicator: Indicator): Indicator['scale'] =>
  isOutsideCatalogue(indicator) ? null : indicator.scale

/** The code of who is called so: names stand often where codes belong. */
const codeOfName = (name: string): string | undefined =>
  catalogue().municipalities.find((one) => [one.name, one.shortName].includes(name.trim()))?.code

/** What is told of an unknown word, made once for each of the first few thousand; of further ones, and of long ones, no more than that. */
function toldOnce(word: string, told: Map<string, string>, unnamed: () => string, named: () => string): string {
  const before = told.get(word)
  if (before !== undefined) return before
  if (word.length > LONGEST_SHOWN || told.size >= MOST_NAMED) return unnamed()
  const telling = named()
  told.set(word, telling)
  return telling
}
const MOST_NAMED = 2000

const noPlace = () => say('Kommunkoden finns inte.', 'There is no such municipality code.')
const noIndicator = () => say('Indikatorn finns inte i katalogen.', 'The indicator is not in the catalogue.')

/** Something could point out a person; what it is is not said. */
export const personal = () =>
  say(
    'Här står något som kan peka ut en person. Filen är inte av det slag som anges.',
    'Something here could point out a person. The file is not of the kind that is given.',
  )

const isAbsentOrShowable = (number: number | null | undefined): boolean =>
  typeof number !== 'number' || (Number.isFinite(number) && Math.abs(number) < LARGEST_NUMBER)

const areShowable = ({ value, numerator, denominator, lower, upper }: Told): boolean =>
  isAbsentOrShowable(value) &&
  isAbsentOrShowable(numerator) &&
  isAbsentOrShowable(denominator) &&
  isAbsentOrShowable(lower) &&
  isAbsentOrShowable(upper)

const noNumber = () => say('Här står inget tal som kan visas.', 'There is no number here that can be shown.')

const repeated = () =>
  say(
    'Samma indikator, kommun, år och kön finns redan tidigare i filen.',
    'The same indicator, municipality, year and sex stands earlier in the file.',
  )

const notDescribed = (id: string) =>
  say(
    `Indikatorn ${id} beskrivs inte av någon: den läses in under sitt id, utan riktning.`,
    `Nobody describes the indicator ${id}: it is loaded under its id, without direction.`,
  )

/** How an id of Kolada's could be loaded all the same. */
const byId = (id: string) =>
  koladaIdSchema.safeParse(id).success
    ? {
        sv: ' Läs in Koladas beskrivning (kpi) i samma gång, eller ange --undescribed.',
        en: " Load Kolada's description (kpi) along with it, or give --undescribed.",
      }
    : { sv: '', en: '' }

const LONGEST_SHOWN = 8

/** A code out of a file, in quotes; a longer text could be anything, of anyone, and is not told. */
const short = (text: string) => (text.length > LONGEST_SHOWN ? '' : JSON.stringify(text))

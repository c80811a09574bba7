import { several } from '../../../data/model/numbers.ts'
import { columnLetters } from '../../check/headers.ts'
import { shownText } from '../../check/shown-text.ts'
import type { TableRow } from '../../read/table-row.ts'
import { districtColumn, isPart } from './districts.ts'
import type { Teller } from './finding.ts'
import { placeIn } from './places.ts'
import { isSum } from './table.ts'
import { looksLikeValue } from './value.ts'
import type { Plan } from './wanted.ts'

/** A row of a municipality, or of a part of one. */
type Sorted = { row: TableRow; municipality: string; isPart: boolean }

/** Sorts the rows of a table: those of municipalities are read, of the others it is told what they are. */
export class Rows {
  readonly #plan: Plan
  readonly #tell: Teller
  readonly #sums: number[] = []
  readonly #others: number[] = []
  readonly #parts: Sorted[] = []
  readonly #whole = new Set<string>()
  readonly #summed: boolean

  /** @param repeated what is done with the parts of a municipality, where that was said */
  constructor(plan: Plan, tell: Teller, repeated: 'sum' | undefined) {
    this.#plan = plan
    this.#summed = repeated === 'sum'
    this.#tell = tell
  }

  /** Those of whole municipalities, then, where they are to be summed, those of the parts of the others. */
  *ofMunicipalities(): Generator<Sorted> {
    const districts = districtColumn(this.#plan.understood)
    for (const row of this.#plan.understood.table.rows) {
      const municipality = this.#municipalityOf(row)
      if (!municipality) continue
      const sorted = { row, municipality, isPart: isPart(row, districts) }
      if (sorted.isPart) this.#parts.push(sorted)
      else yield sorted
      if (!sorted.isPart) this.#whole.add(municipality)
    }
    if (this.#summed) yield* this.#parts.filter(({ municipality }) => !this.#whole.has(municipality))
    else this.#tellParts(districts)
    this.#tellOthers()
  }

  /** Parts are no municipality; where one has nothing else, it is a question what is meant. */
  #tellParts(districts: number | null): void {
    const parts = this.#parts.filter(({ row }) => this.#holdsNumbers(row))
    if (parts.length === 0 || districts === null) return
    const rows = parts.map(({ row }) => row.row)
    const { sheet } = this.#plan.understood.table
    const where = { sheet: sheet.name, row: rows[0]!, column: columnLetters(districts) }
    const isAsked = parts.some(({ municipality }) => !this.#whole.has(municipality))
    this.#tell.tell(where, 'districts', isAsked ? 'error' : 'warning', ...partRows(rows))
    this.#sums.push(...rows)
  }

  #municipalityOf(row: TableRow): string | null {
    const { places, labels, sheet } = this.#plan.understood.table
    const place = placeIn(row.cells[places.column] ?? '')
    if (place?.kind === 'municipality') return this.#agreeing(row, place.code)
    if (place?.kind === 'sum' || place?.kind === 'district' || isSum(row, labels)) this.#note(row, this.#sums)
    else if (place?.kind === 'unknown')
      this.#tell.error(this.#at(row), 'unknown-municipality', ...unknownCode(place.code))
    else if (places.by === 'name' && this.#holdsNumbers(row) && /\p{L}/u.test(row.cells[places.column] ?? ''))
      this.#tell.error({ ...this.#at(row), sheet: sheet.name }, 'unknown-municipality', ...UNKNOWN_NAME)
    else this.#note(row, this.#others)
    return null
  }

  /** A code whose name beside it is another municipality's says nothing that can be trusted. */
  #agreeing(row: TableRow, code: string): string | null {
    const { names, by } = this.#plan.understood.table.places
    const beside = by === 'code' && names !== null ? placeIn(row.cells[names] ?? '') : null
    if (beside?.kind !== 'municipality' || beside.code === code) return code
    this.#tell.error(this.#at(row), 'name-disagrees', ...disagreeing(code))
    return null
  }

  #at({ row }: TableRow) {
    const { sheet, places } = this.#plan.understood.table
    return { sheet: sheet.name, row, column: columnLetters(places.column) }
  }

  #holdsNumbers({ cells, notes }: TableRow): boolean {
    return this.#plan.wanted.some(({ at }) => looksLikeValue(cells[at] ?? '') || notes?.[at] !== undefined)
  }

  #note(row: TableRow, rows: number[]): void {
    if (this.#holdsNumbers(row)) rows.push(row.row)
  }

  /** The rows that are not read, for the picture. */
  get left(): { sums: number[]; others: number[] } {
    return { sums: this.#sums, others: this.#others }
  }

  #tellOthers(): void {
    const { name: sheet } = this.#plan.understood.table.sheet
    this.#plan.rowsLeft = this.left
    if (this.#sums.length > 0) this.#tell.warn({ sheet, row: this.#sums[0]! }, 'rows-left-out', ...sums(this.#sums))
    if (this.#others.length > 0)
      this.#tell.warn({ sheet, row: this.#others[0]! }, 'rows-left-out', ...others(this.#others))
  }
}

const listed = (rows: number[]): string =>
  `${rows.slice(0, MOST_LISTED).join(', ')}${rows.length > MOST_LISTED ? ' …' : ''}`
const MOST_LISTED = 30

const sums = (rows: number[]): [string, string] => [
  `${several(rows.length, 'rad', 'rader')} om riket, län, regioner, grupper eller delar av kommuner läses inte (rad ${listed(rows)}).`,
  `${several(rows.length, 'row', 'rows')} about the country, counties, regions, groups or parts of municipalities left out (row ${listed(rows)}).`,
]

const partRows = (rows: number[]): [string, string] => [
  `${several(rows.length, 'rad', 'rader')} gäller delar av kommuner (stadsdelar, enheter) och läses inte som kommunens (rad ${listed(rows)}). Ta med en rad för hela kommunen, eller skriv "repeated": "sum" i mappningen, så summeras antal.`,
  `${several(rows.length, 'row', 'rows')} about parts of municipalities (districts, units) not read as the municipality's (row ${listed(rows)}). Add a row for the whole municipality, or write "repeated": "sum" in the mapping to have counts summed.`,
]

const others = (rows: number[]): [string, string] => [
  `${several(rows.length, 'rad', 'rader')} med siffror utan känd kommun läses inte (rad ${listed(rows)}).`,
  `${several(rows.length, 'row', 'rows')} with numbers of no known municipality left out (row ${listed(rows)}).`,
]

const unknownCode = (code: string): [string, string] => [
  `Kommunkoden ${shownText(code)} finns inte.`,
  `There is no municipality ${shownText(code)}.`,
]

const UNKNOWN_NAME: [string, string] = [
  'Här står ingen kommuns namn. Skriv det som i kommunförteckningen, eller lägg till kommunkoder.',
  'This is no municipality’s name. Write it as in the list of municipalities, or add municipality codes.',
]

const disagreeing = (code: string): [string, string] => [
  `Koden ${code} är en annan kommuns än den som namnet på raden säger: vilken gäller? Rätta den ena.`,
  `The code ${code} is another municipality’s than the name on the row says: which one holds? Correct one of them.`,
]

import { catalogue } from '../../data/catalogue/index.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { bookOf, type Cell, type SheetOf } from './book.ts'
import type { Chance } from './chance.ts'

type Sex = 'T' | 'K' | 'M'

/** A workbook that says what it means, and every value that a person sees in it. */
export interface Honest {
  name: string
  content: Buffer
  /** Values by `indicator sex year municipality`. */
  expected: Map<string, number>
}

const WORDS: Record<Sex, string[]> = {
  T: ['Totalt', 'Samtliga', 'Kvinnor och män', 'Alla', 'Båda könen'],
  K: ['Kvinnor', 'Flickor', 'Kvinna'],
  M: ['Män', 'Pojkar', 'Man'],
}
const CODES = ['Kommunkod', 'K-kod', 'Kod', 'Kommunnr', 'kommunkod']
const NAMES = ['Kommun', 'Kommunnamn', 'Namn', 'Kommuner']
const MARKS = ['..', '-', 'x', 'svar saknas', 'uppgift saknas', '', '.']

type Measured = { indicator: Indicator; sex: Sex; year: number }

/** Draws one. */
export function honestBook(chance: Chance): Honest {
  const expected = new Map<string, number>()
  const layout = chance.one(['wide', 'stacked', 'years', 'long', 'sheets', 'combined', 'blocks'] as const)
  const name = `honest-${layout}.xlsx`
  const sheets = LAYOUTS[layout](chance, expected)
  const info: SheetOf = {
    name: 'Information',
    rows: [['Om tabellen'], ['År', 'Ändring'], [2021, 'Ny fråga'], [2022, 'Ny bilaga']],
  }
  const all = chance.maybe(0.4) ? [info, ...sheets] : sheets
  return { name, content: bookOf(all), expected }
}

const usable = (): Indicator[] => catalogue().indicators.filter(({ kind }) => kind !== 'ordinal')

const places = (chance: Chance, count = chance.whole(2, 12)) =>
  chance.some(catalogue().municipalities, count).sort((a, b) => a.code.localeCompare(b.code))

const codeCell = (chance: Chance, code: string): Cell => (chance.maybe(0.3) ? Number(code) : code)

/** A value of an indicator as somebody writes it in a cell, and what it is. */
function valueCell(
  chance: Chance,
  { kind, unit }: Indicator,
  asPercent: boolean,
): { cell: Cell; value: number | null } {
  if (chance.maybe(0.08)) return { cell: chance.one(MARKS), value: null }
  if (kind === 'yesno')
    return chance.one([
      { cell: 'Ja', value: 1 },
      { cell: 'Nej', value: 0 },
      { cell: 1, value: 1 },
      { cell: 2, value: 0 },
    ])
  if (unit === '%' && asPercent) {
    const value = chance.whole(1, 1200) / 10
    return { cell: { v: Number((value / 100).toPrecision(12)), z: '0.0%' }, value }
  }
  const value = kind === 'count' || kind === 'amount' ? chance.whole(1, 99_999) : chance.whole(1, 999) / 10
  return { cell: written(chance, value), value }
}

function written(chance: Chance, value: number): Cell {
  const text = String(value).replace('.', ',')
  const grouped = text.replace(/\B(?=(\d{3})+(?!\d))/g, chance.one(['\u00a0', ' ', '\u202f']))
  return chance.one<Cell>([value, value, { v: value, z: '0.0' }, text, value >= 1000 ? grouped : text])
}

function headingOf(chance: Chance, { indicator, sex, year }: Measured, withYear: boolean): string {
  const title = chance.one([indicator.id, indicator.title.sv, `${indicator.id} ${indicator.title.sv}`])
  const word = sex === 'T' && chance.maybe(0.6) ? '' : chance.one(WORDS[sex])
  const parts = [title, ...(word ? [word.toLowerCase()] : []), ...(withYear ? [String(year)] : [])]
  return parts.join(chance.one([', ', ' ', ' – ']))
}

const key = ({ indicator, sex, year }: Measured, code: string): string => [indicator.id, sex, year, code].join(' ')

function measuredOf(chance: Chance, year: number): Measured[] {
  const indicators = chance.some(usable(), chance.whole(1, 4))
  return indicators.flatMap((indicator) =>
    (indicator.kind !== 'yesno' && chance.maybe(0.3) ? (['T', 'K', 'M'] as const) : (['T'] as const)).map((sex) => ({
      indicator,
      sex,
      year,
    })),
  )
}

function sumRows(chance: Chance, width: number, before: number): Cell[][] {
  const value = (): Cell => chance.one<Cell>([2015, 2023, 51.2, 10_551_707])
  const row = (code: Cell, name: string): Cell[] => [
    code,
    name,
    ...Array(before).fill(null),
    ...Array.from({ length: width }, value),
  ]
  return chance.some(
    [
      row(null, 'Riket'),
      row('00', 'Riket'),
      row('01', 'Stockholms län'),
      row(null, 'Medelvärde'),
      row('12', 'Skåne län'),
    ],
    chance.whole(0, 3),
  )
}

function body(chance: Chance, columns: Measured[], expected: Map<string, number>, before = 0): Cell[][] {
  const percent = columns.map(() => chance.maybe(0.3))
  const rows = places(chance).map(({ code, shortName, countyName }) => {
    const cells = columns.map((measured, i) => {
      const { cell, value } = valueCell(chance, measured.indicator, percent[i]!)
      if (value !== null) expected.set(key(measured, code), value)
      return cell
    })
    return [codeCell(chance, code), shortName, ...Array(before).fill(countyName), ...cells]
  })
  return [...sumRows(chance, columns.length, before), ...rows]
}

const titleRows = (chance: Chance, text: string): Cell[][] =>
  chance.one<Cell[][]>([[], [[text]], [[text], []], [[text], ['Källa: Socialstyrelsen'], []]])

const note = (chance: Chance): Cell[][] => (chance.maybe(0.3) ? [[], ['Anmärkning: uppgifterna är preliminära.']] : [])

type Layout = (chance: Chance, expected: Map<string, number>) => SheetOf[]

function wide(chance: Chance, expected: Map<string, number>, year = chance.whole(2015, 2024), name?: string): SheetOf {
  const columns = measuredOf(chance, year)
  const inHeading = chance.maybe(0.4)
  const before = chance.maybe(0.3) ? 1 : 0
  const header = [
    chance.one(CODES),
    chance.one(NAMES),
    ...Array(before).fill('Län'),
    ...columns.map((column) => headingOf(chance, column, inHeading)),
  ]
  const title = titleRows(chance, inHeading || name ? 'Öppna jämförelser' : `Tabell över ${year}`)
  const needsYear = !inHeading && title.length === 0
  const sheet = name ?? (needsYear ? `Resultat ${year}` : chance.one(['Blad1', 'Resultat', 'Data']))
  return { name: sheet, rows: [...title, header, ...body(chance, columns, expected, before), ...note(chance)] }
}

const LAYOUTS: Record<'wide' | 'stacked' | 'years' | 'long' | 'sheets' | 'combined' | 'blocks', Layout> = {
  wide: (chance, expected) => [wide(chance, expected)],
  sheets: (chance, expected) => [2021, 2022].map((year) => wide(chance, expected, year, `${year}`)),
  stacked(chance, expected) {
    const indicator = chance.one(usable().filter(({ kind }) => kind !== 'yesno'))
    const columns = [2021, 2022].flatMap((year) => (['T', 'K', 'M'] as const).map((sex) => ({ indicator, sex, year })))
    const merges = chance.maybe(0.5)
    const rows: Cell[][] = [
      [chance.one(CODES), 'Kommun', indicator.title.sv, null, null, null, null, null],
      [null, null, chance.maybe(0.5) ? 2021 : '2021', null, null, chance.maybe(0.5) ? 2022 : '2022', null, null],
      [null, null, ...columns.map(({ sex }) => chance.one(WORDS[sex]))],
      ...body(chance, columns, expected),
    ]
    return [{ name: 'Tabell 1', rows, ...(merges && { merges: ['C1:H1', 'C2:E2', 'F2:H2'] }) }]
  },
  years(chance, expected) {
    const indicator = chance.one(usable())
    const columns = [2019, 2020, 2021].map((year) => ({ indicator, sex: 'T' as const, year }))
    const header = [
      chance.one(CODES),
      'Kommun',
      ...columns.map(({ year }) => (chance.maybe(0.5) ? year : String(year))),
    ]
    return [{ name: 'Blad1', rows: [[indicator.title.sv], [], header, ...body(chance, columns, expected)] }]
  },
  long(chance, expected) {
    const indicators = chance.some(usable(), 2)
    const rows: Cell[][] = []
    for (const indicator of indicators)
      for (const { code, shortName } of places(chance, 4))
        for (const year of [2020, 2021]) {
          const { cell, value } = valueCell(chance, indicator, false)
          if (value !== null) expected.set(key({ indicator, sex: 'T', year }, code), value)
          rows.push([indicator.title.sv, shortName, year, 'Totalt', cell])
        }
    return [{ name: 'Export', rows: [['Nyckeltal', 'Kommun/Landsting', 'År', 'Kön', 'Visat Värde'], ...rows] }]
  },
  combined(chance, expected) {
    const columns = measuredOf(chance, 2022)
    const rows = body(chance, columns, expected)
    const combined = rows.map(([code, name, ...cells]) => [
      code === null ? name! : `${String(code).padStart(String(code).length > 2 ? 4 : 2, '0')} ${name}`,
      ...cells,
    ])
    return [
      { name: 'Blad1', rows: [['region', ...columns.map((column) => headingOf(chance, column, true))], ...combined] },
    ]
  },
  blocks(chance, expected) {
    const indicators = chance.some(usable(), 2)
    const rows = indicators.flatMap((indicator) => {
      const columns = [2020, 2021].map((year) => ({ indicator, sex: 'T' as const, year }))
      return [
        [`${indicator.id} ${indicator.title.sv}`],
        [chance.one(CODES), 'Kommun', '2020', '2021'],
        ...body(chance, columns, expected),
        [],
      ] as Cell[][]
    })
    return [{ name: 'Kolada', rows }]
  },
}

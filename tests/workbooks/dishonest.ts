import { catalogue } from '../../data/catalogue/index.ts'
import { bookOf, type Cell, type SheetOf } from './book.ts'
import type { Chance } from './chance.ts'

/** A workbook that misleads, and what may be stored of it at most: anything else is wrong. */
export interface Dishonest {
  name: string
  content: Buffer
  /** Values that are right, by `indicator sex year municipality`. */
  right: Map<string, number>
  /** Whether something has to be said: an error, or a warning. */
  mustTell: boolean
}

const SHARE = ['N31807', 'U30447', 'N35805', 'U30449']

type Base = { id: string; year: number; places: { code: string; shortName: string }[]; values: number[] }

function baseOf(chance: Chance): Base {
  const places = chance.some(catalogue().municipalities, chance.whole(3, 8))
  return {
    id: chance.one(SHARE),
    year: chance.whole(2015, 2024),
    places,
    values: places.map(() => chance.whole(11, 899) / 10),
  }
}

type Trick = (chance: Chance, base: Base) => { sheets: SheetOf[]; right?: number[]; mustTell?: boolean }

const table = (
  { id, places }: Base,
  cells: Cell[],
  heading = id,
  more: { heading: Cell; cells: Cell[] }[] = [],
): Cell[][] => [
  ['Kommunkod', 'Kommun', heading, ...more.map((column) => column.heading)],
  ...places.map(({ code, shortName }, i): Cell[] => [
    code,
    shortName,
    cells[i]!,
    ...more.map((column) => column.cells[i]!),
  ]),
]

const sheet = (name: string, rows: Cell[][]): SheetOf => ({ name, rows })

/** Ways to be misread. `right` are the values by row that may be stored; without it none may. */
const TRICKS: Record<string, Trick> = {
  'derived column': (chance, base) => {
    const word = chance.one([
      'Förändring {} 2022–2023',
      '{} rang',
      '{} nedre gräns',
      '{} övre gräns',
      '{} antal svarande',
      '{} konfidensintervall',
      '{} svarsfrekvens',
      'Skillnad {} mot riket',
      '{} färg',
    ])
    return { sheets: [sheet(`${base.year}`, table(base, base.values, word.replace('{}', base.id)))] }
  },
  'derived beside': (chance, base) => {
    const heading = chance.one(['Förändring', `${base.id} nedre gräns`, 'Rang', 'Felmarginal', 'Svarsfrekvens'])
    const more = [{ heading, cells: base.values.map((value) => value / 3) }]
    return {
      sheets: [sheet(`${base.year}`, table(base, base.values, base.id, more))],
      right: base.values,
      mustTell: true,
    }
  },
  'years as codes': (chance, base) => {
    const rows = base.places.map(({ shortName }, i): Cell[] => [shortName, chance.whole(2019, 2023), base.values[i]!])
    return {
      sheets: [
        sheet('Blad1', [['Kommun', chance.one(['Löpnr', 'Antal', 'Postnummer', 'Personer']), base.id], ...rows]),
      ],
    }
  },
  'wrong codes': (chance, base) => {
    const rows = base.places.map(({ shortName }, i): Cell[] => [
      base.places[(i + 1) % base.places.length]!.code,
      shortName,
      base.values[i]!,
    ])
    return { sheets: [sheet(`${base.year}`, [['Kommunkod', 'Kommun', base.id], ...rows])], mustTell: chance.maybe(1) }
  },
  'percent mixed': (_, base) => {
    const cells = base.values.map((value, i): Cell => (i % 2 ? value : { v: value / 100, z: '0.0%' }))
    return { sheets: [sheet(`${base.year}`, table(base, cells))], mustTell: true }
  },
  'percent of kronor': (_, base) => {
    const cells = base.values.map((value): Cell => ({ v: value / 100, z: '0%' }))
    return { sheets: [sheet(`${base.year}`, table({ ...base, id: 'N30101' }, cells, 'N30101'))], mustTell: true }
  },
  'span of years': (chance, base) => ({
    sheets: [
      sheet('Blad1', table(base, base.values, `${base.id} ${chance.one(['2019–2021', '2019-2021', '2020/2021'])}`)),
    ],
    mustTell: true,
  }),
  'years that contradict': (_, base) => ({
    sheets: [sheet(`${base.year}`, [[`Tabell över ${base.year - 1}`], ...table(base, base.values)])],
    mustTell: true,
  }),
  'two columns of one figure': (_, base) => {
    const more = [{ heading: base.id, cells: base.values.map((value) => value + 1) }]
    return {
      sheets: [sheet(`${base.year}`, table(base, base.values, base.id, more))],
      right: base.values,
      mustTell: true,
    }
  },
  'two sheets of one figure': (_, base) => ({
    sheets: [
      sheet(`${base.year}`, table(base, base.values)),
      sheet(
        `A ${base.year}`,
        table(
          base,
          base.values.map((value) => value + 1),
        ),
      ),
    ],
    right: base.values,
    mustTell: true,
  }),
  'dates by Excel': (_, base) => {
    const cells = base.values.map((value, i): Cell => (i === 0 ? { v: 45414, z: 'yyyy-mm-dd' } : value))
    return {
      sheets: [sheet(`${base.year}`, table(base, cells))],
      right: [Number.NaN, ...base.values.slice(1)],
      mustTell: true,
    }
  },
  'footnotes and bounds': (chance, base) => {
    const cells = base.values.map(
      (value, i): Cell =>
        i === 0 ? chance.one(['<5', `${value}*`, `${value} 1)`, 'ca 12', '12–15', '1e400', '0x7e6', '2.022e3']) : value,
    )
    return {
      sheets: [sheet(`${base.year}`, table(base, cells))],
      right: [Number.NaN, ...base.values.slice(1)],
      mustTell: true,
    }
  },
  'words beside the id': (chance, base) => ({
    sheets: [
      sheet(
        `${base.year}`,
        table(
          base,
          base.values,
          `${base.id} ${chance.one(['kommunala utförare', 'första halvåret', 'tkr', 'per hushåll', 'kvartal 4'])}`,
        ),
      ),
    ],
    mustTell: true,
  }),
  'topic of a sex': (_, base) => ({
    sheets: [sheet('Blad1', [[`Våld mot kvinnor ${base.year}`], ...table(base, base.values)])],
    mustTell: true,
  }),
  'hidden sheet': (_, base) => ({
    sheets: [
      sheet(`${base.year}`, table(base, base.values)),
      {
        ...sheet(
          `gammal ${base.year}`,
          table(
            base,
            base.values.map(() => 1),
          ),
        ),
        hidden: true,
      },
    ],
    right: base.values,
    mustTell: true,
  }),
  districts: (_, base) => {
    const rows = base.places.flatMap(({ code, shortName }, i): Cell[][] => [
      [code, shortName, 'Norr', base.values[i]!],
      [code, shortName, 'Söder', base.values[i]! + 1],
    ])
    return {
      sheets: [sheet(`${base.year}`, [['Kommunkod', 'Kommun', 'Stadsdel', base.id], ...rows])],
      right: base.values,
      mustTell: true,
    }
  },
  'no year': (_, base) => ({ sheets: [sheet('Blad1', table(base, base.values))], mustTell: true }),
  'sums with years for values': (chance, base) => {
    const [header, ...rows] = table(base, base.values)
    const sum: Cell[] = chance.one<Cell[]>([
      [null, 'Riket', 2015],
      ['01', 'Stockholms län', 2016],
      [null, 'Totalt', 2019],
    ])
    return { sheets: [sheet(`${base.year}`, [header!, sum, ...rows])], right: base.values, mustTell: true }
  },
}

/** Draws one. */
export function dishonestBook(chance: Chance): Dishonest {
  const name = chance.one(Object.keys(TRICKS))
  const base = baseOf(chance)
  const { sheets, right = [], mustTell = true } = TRICKS[name]!(chance, base)
  const values = right.flatMap((value, i) =>
    Number.isNaN(value) ? [] : [[`${base.id} T ${base.year} ${base.places[i]!.code}`, value] as const],
  )
  return { name: `${name.replaceAll(' ', '-')}.xlsx`, content: bookOf(sheets), right: new Map(values), mustTell }
}

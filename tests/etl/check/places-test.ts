import { describe, expect, test } from 'vitest'
import { asiClients } from '../../../data/sample/asi-clients.ts'
import { ubuClients } from '../../../data/sample/ubu-clients.ts'
import { holdsIdentity } from '../../../etl/check/identity.ts'
import { check } from '../../../etl/commands/check.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'
import { bookOf, type Cell, type SheetOf } from '../../workbooks/book.ts'

// A number that the Tax Agency has set aside for tests: nobody has it.
const PERSON = '198112189876'
const [DATE, BIRTH, LAST] = [PERSON.slice(0, 8), PERSON.slice(2, 8), PERSON.slice(8)]
const reversed = (text: string): string => Array.from(text).reverse().join('')

const SEPARATORS = [
  ...['', '-', '+', ' ', '.', ',', ':', '/', '_', '--', ' - ', '. ', '\t'],
  ...['\u2013', '\u2014', '\u2212', '\u2011', '\u00ad', '\u00a0', '\u2009', '\u202f', '\u200b', '\u2060', '\ufeff'],
]

/** The number and its kin, written with a separator. */
const WRITTEN: Record<string, (by: string) => string> = {
  ordinary: (by) => `${BIRTH}${by}${LAST}`,
  'with its century': (by) => `${DATE}${by}${LAST}`,
  interim: (by) => `${BIRTH}${by}T${LAST.slice(1)}`,
  'interim with its century': (by) => `${DATE}${by}R${LAST.slice(1)}`,
  reversed: (by) => `${reversed(LAST)}${by}${reversed(BIRTH)}`,
  'reversed with its century': (by) => `${reversed(LAST)}${by}${reversed(DATE)}`,
}

describe.each(Object.entries(WRITTEN))('a number %s', (_, write) => {
  test('is found with every separator, bare and in a sentence', () => {
    const missed = SEPARATORS.filter((by) => !holdsIdentity(write(by)) || !holdsIdentity(`enligt ${write(by)} m.fl.`))
    expect(missed).toEqual([])
  })
})

const FIGURES: Cell[][] = [
  ['Kommunkod', 'Kommun', 'N31807'],
  ['0184', 'Solna', 3.5],
]
const INDICATORS: Cell[][] = [
  ['indikator', 'titel', 'kommun', 'period', 'varde'],
  ['lokal', 'Antal', '0184', 2023, 3],
]
const SURVEY: Cell[][] = [
  ['fraga', 'titel', 'kommun', 'period', 'svarar', 'grad', 'antal'],
  ['stod', 'Har ni stöd?', '', 2023, 'chefer', 1, 3],
  ['stod', 'Har ni stöd?', '', 2023, 'chefer', 2, 7],
]
const KOLADA: Cell[][] = [
  ['kpi', 'municipality', 'period', 'gender', 'value'],
  ['N31807', '0184', 2021, 'T', 3.5],
]
const extract = (rows: Iterable<Record<string, string>>): Cell[][] => {
  const lines = csvOf([...rows] as never)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').split(';'))
  return lines as Cell[][]
}
const wanted = { seed: 5, municipalities: ['0184'], years: [2023], perYear: 3 }

const TABLES: Record<string, Cell[][]> = {
  oj: FIGURES,
  indicators: INDICATORS,
  survey: SURVEY,
  kolada: KOLADA,
  asi: extract(asiClients(wanted) as never),
  ubu: extract(ubuClients(wanted) as never),
}

/** Where in a workbook a text is put: the sheets with it there. */
const PLACES: Record<string, (table: Cell[][], text: string) => SheetOf[]> = {
  'above the header': (table, text) => [{ name: '2023', rows: [[text], [], ...table] }],
  'below the table': (table, text) => [{ name: '2023', rows: [...table, [], ['', text]] }],
  'in a column without a heading': (table, text) => [
    { name: '2023', rows: table.map((row, at) => [...row, '', at === 1 ? text : '']) },
  ],
  'on a second sheet': (table, text) => [
    { name: '2023', rows: table },
    { name: 'Noter', rows: [['Anm.'], [text]] },
  ],
  'on a first sheet': (table, text) => [
    { name: 'Om', rows: [['Om'], [text]] },
    { name: '2023', rows: table },
  ],
  'on a hidden sheet': (table, text) => [
    { name: '2023', rows: table },
    { name: 'Dold', rows: [[text]], hidden: true },
  ],
  'as the name of a sheet': (table, text) => [
    { name: '2023', rows: table },
    { name: text.slice(0, 31), rows: [['x']] },
  ],
}

const IN_FIGURES = [
  `${BIRTH}-${LAST}`,
  `${BIRTH}.T${LAST.slice(1)}`,
  reversed(`${BIRTH}.${LAST}`),
  `enligt ${DATE}-${LAST}`,
]

describe.each(Object.entries(TABLES))('a personal number in a workbook of %s', (source, table) => {
  test.each(Object.entries(PLACES))('%s is refused, and repeated nowhere', async (place, put) => {
    for (const text of IN_FIGURES) {
      const path = temporaryFile(`${source}.xlsx`, bookOf(put(table, text)))
      const { exit, object } = await check(emptyHome(), [path], {})
      const { counts } = object as { counts: Record<string, number> }
      expect({ exit, text, place, counts }).toMatchObject({ exit: 1, counts: { identity: expect.any(Number) } })
      expect(JSON.stringify(object)).not.toMatch(/9876|6789|T876/)
    }
  })
})

/** Of client rows more is refused than a personal number: whatever else could point out a person. */
const OF_CLIENTS: [rule: string, text: string][] = [
  ['exact-date', '19 maj 2023'],
  ['exact-date', '20/5 2023'],
  ['exact-date', '2023-05-19'],
  ['exact-date', 'den 3:e januari 2024'],
  ['case-number', 'SN 2023/123'],
  ['case-number', 'dnr 2023-00456'],
  ['case-number', 'akt 1234'],
  ['contact', 'anna.svensson@kommun.se'],
]

describe.each(['asi', 'ubu'])('beside the client rows of %s', (source) => {
  const table = TABLES[source]!
  test.each(['above the header', 'on a second sheet', 'on a first sheet', 'on a hidden sheet'])('%s', async (place) => {
    for (const [rule, text] of OF_CLIENTS) {
      const path = temporaryFile(`${source}.xlsx`, bookOf(PLACES[place]!(table, text)))
      const { exit, object } = await check(emptyHome(), [path], {})
      const { counts } = object as { counts: Record<string, number> }
      expect({ exit, text, counts }).toMatchObject({ exit: 1, counts: { [rule]: expect.any(Number) } })
      expect(JSON.stringify(object)).not.toContain(text)
    }
  })

  test('a list of pseudonyms and names, and a second sheet of client rows', async () => {
    const pseudonym = table[1]![table[0]!.indexOf('pseudo_id')] as string
    const keys = bookOf([
      { name: 'Uttag', rows: table },
      {
        name: 'Nyckel',
        rows: [
          ['kod', 'vem'],
          [pseudonym, 'Anna Svensson'],
        ],
      },
    ])
    const twice = bookOf([
      { name: 'Uttag', rows: table },
      { name: 'Mer', rows: table },
    ])
    const rulesOf = async (content: Buffer) => {
      const { object } = await check(emptyHome(), [temporaryFile('k.xlsx', content)], {})
      expect(JSON.stringify(object)).not.toContain('Svensson')
      return Object.keys((object as { counts: object }).counts)
    }
    expect(await rulesOf(keys)).toContain('key-list')
    expect(await rulesOf(twice)).toContain('several-extracts')
  })
})

test.each(Object.entries(TABLES))(
  'as text, %s with a personal number below or above is refused too',
  async (_, table) => {
    for (const rows of [
      [...table, [`${BIRTH}-${LAST}`]],
      [[`${BIRTH}-${LAST}`], ...table],
    ]) {
      const width = Math.max(...table.map((row) => row.length))
      const text = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '').join(';')).join('\n')
      const { exit, object } = await check(emptyHome(), [temporaryFile('t.csv', text)], {})
      expect({ exit, object }).toMatchObject({ exit: 1, object: { counts: { identity: expect.any(Number) } } })
    }
  },
)

/** Values as Kolada reckons them, one of which is a test number backwards by chance; and the same number where no value stands. */
const COSTS = [6789.812118, 5432.123456, 12_345.5]
const place = ([code, name]: readonly string[], value: Cell): Cell[] => [code!, name!, value]
const SOME = [
  ['0184', 'Solna'],
  ['0186', 'Lidingö'],
  ['0123', 'Järfälla'],
]
const costs = (values: Cell[]): Cell[][] => [
  ['Kommunkod', 'Kommun', 'N31807'],
  ...values.map((value, at) => place(SOME[at]!, value)),
]
const inKolada = (values: Cell[]): string =>
  ['kpi,municipality,period,gender,value', ...values.map((value, at) => `N31807,${SOME[at]![0]},2021,T,${value}`)].join(
    '\n',
  )

describe('a value with decimals is a value where values stand, and nowhere else', () => {
  const rulesOf = async (name: string, content: string | Buffer) => {
    const { exit, object } = await check(emptyHome(), [temporaryFile(name, content)], {})
    return { exit, identity: (object as { counts: Record<string, number> }).counts.identity ?? 0 }
  }
  const sheet = (rows: Cell[][]) => bookOf([{ name: '2021', rows }])

  test('in the column of an indicator, alone or among others, as number or as text', async () => {
    for (const values of [COSTS, COSTS.slice(0, 1), ['6789,812118', '3,5']]) {
      expect(await rulesOf('k.xlsx', sheet(costs(values)))).toMatchObject({ identity: 0 })
    }
    for (const values of [COSTS, COSTS.slice(0, 1)])
      expect(await rulesOf('k.csv', inKolada(values))).toEqual({ exit: 0, identity: 0 })
  })

  test('a column of them is none of values', async () => {
    const numbers = [6789.812118, 6789.812118, 6789.812118]
    expect(await rulesOf('k.xlsx', sheet(costs(numbers)))).toMatchObject({ exit: 1, identity: 3 })
    expect(await rulesOf('k.csv', inKolada(numbers))).toMatchObject({ exit: 1, identity: 3 })
  })

  test.each<[where: string, rows: Cell[][]]>([
    ['above the header', [['', '', 6789.812118], [], ...costs(COSTS)]],
    ['below the values', [...costs(COSTS), [], ['', '', 6789.812118]]],
    ['in a column that nothing heads', costs(COSTS).map((row, at) => [...row, '', at === 1 ? 6789.812118 : ''])],
    ['without its separator', [...costs(COSTS), [], ['', 6789812118]]],
    ['with a last zero that Excel took', [...costs(COSTS), [], ['', 811218.985]]],
  ])('a number %s is refused', async (_, rows) => {
    expect(await rulesOf('k.xlsx', sheet(rows))).toMatchObject({ exit: 1, identity: 1 })
  })

  test('in a table as text too', async () => {
    const text = [...costs(COSTS), [reversed(`${BIRTH}.${LAST}`), '', '']].map((row) => row.join(';')).join('\n')
    expect(await rulesOf('t.csv', text)).toEqual({ exit: 1, identity: 1 })
  })
})

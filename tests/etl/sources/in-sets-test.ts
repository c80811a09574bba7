import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../../data/settings.ts'
import { type Database, rowsOf } from '../../../data/store/duckdb.ts'
import { openFigures } from '../../../data/store/figures.ts'
import { openStage } from '../../../data/store/stage.ts'
import { Delivery } from '../../../etl/commands/delivery.ts'
import { readPages } from '../../../etl/sources/kolada/pages.ts'
import { arePagesTakenInSets } from '../../../etl/sources/kolada/pages-in-sets.ts'
import { temporaryFile } from '../../fixtures/home.ts'

let database: Database
beforeAll(async () => {
  database = await openFigures(':memory:')
})
afterAll(() => database.close())

/** What a delivery makes of a file: its findings and figures, and whether these were taken all at once. */
async function delivered(path: string, inSets: boolean, options = {}) {
  const { connection } = database
  const stage = await openStage(connection)
  let atOnce = false
  const take: typeof stage.take = (...given) => {
    atOnce = true
    return stage.take(...given)
  }
  const sets = inSets ? { connect: async () => connection, take } : null
  const delivery = new Delivery(readSettings({}), options, [], stage.add, [], sets)
  await delivery.open([path])
  await delivery.readFigures()
  stage.close()
  const figures = await rowsOf(connection, 'SELECT * FROM stage ORDER BY ALL')
  return { atOnce, told: { ...delivery.report(), rows: [...delivery.rows.values()] }, figures }
}

const HEADER = 'kpi,municipality,period,gender,value,status'
const GOOD = [
  'N31807,0000,2021,T,5.25,',
  'N31807,0184,2021,T,,Missing',
  'N31807,0123,2021,K,,Privacy',
  'N31807,0125,2021,M,,Not applicable',
  'N31807,0180,2021,T,,',
  'N30101,0184,2021,T,-1973.6571094333,',
  'N30101,0180,2021,T,0.1,',
  'U30426,0184,2021,T,1,',
  'U30426,0180,2021,T,2,',
  'U30426,0000,2021,T,1.25,',
]
const file = (...lines: string[]) => [HEADER, ...lines, ''].join('\n')

/** Sound files, which are taken all at once however they are written. */
const SOUND: [string, string | Buffer][] = [
  ['as Kolada writes', file(...GOOD)],
  ['with a mark of byte order', `\uFEFF${file(...GOOD)}`],
  ['with the line breaks of Windows', file(...GOOD).replaceAll('\n', '\r\n')],
  ['without the last line break', file(...GOOD).trimEnd()],
  ['with empty lines', `${file(...GOOD)}\n\n`],
  ['packed', gzipSync(file(...GOOD))],
  ['columns in another order', 'value,gender,period,municipality,kpi\n5.5,T,2021,0184,N31807\n'],
  ['a long number that is none of a person', file('N30101,0184,2021,T,123456.7891,', 'N30101,0180,2021,T,1234567890,')],
]

/** Files with something in them that the careful reader has to see. */
const AWKWARD: [string, string][] = [
  ['quotation marks', file('"N31807","0184","2021","T","5.5",""')],
  ['a row of nothing but commas', file(...GOOD, ',,,,,')],
  ['a row without its last comma', file(...GOOD, 'N30101,0123,2021,T,1')],
  ['an unknown indicator', file(...GOOD, 'N99999,0184,2021,T,1,')],
  ['an unknown municipality', file(...GOOD, 'N31807,9999,2021,T,1,')],
  ['text for a number', file(...GOOD, 'N30101,0123,2021,T,abc,')],
  ['a decimal comma in quotation marks', file(...GOOD, 'N30101,0123,2021,T,"1,5",')],
  ['a number with an exponent', file(...GOOD, 'N30101,0123,2021,T,1e3,')],
  ['a number as people write it', file(...GOOD, 'N30101,0123,2021,T,1 234.5,', 'N30101,0125,2021,T,+3,')],
  ['spaces around', file(...GOOD, ' N30101 , 0123 ,2021 ,T , 7,')],
  ['a year out of range', file(...GOOD, 'N30101,0123,1066,T,1,', 'N30101,0123,2e03,T,1,', 'N30101,0123,+2021,T,1,')],
  ['an unknown sex', file(...GOOD, 'N30101,0123,2021,X,1,', 'N30101,0123,2021,t,1,')],
  ['an unknown status', file(...GOOD, 'N30101,0123,2021,T,,Borta')],
  ['value and status', file(...GOOD, 'N30101,0123,2021,T,1,Missing')],
  ['the same twice', file(...GOOD, 'N30101,0184,2021,T,7,')],
  ['a cut row', file(...GOOD, 'N30101,0123,2021')],
  ['a row too wide', file(...GOOD, 'N30101,0123,2021,T,1,,,')],
  ['out of its scale', file(...GOOD, 'N31807,0128,2021,T,250,', 'N31807,0129,2021,T,251,')],
  ['an empty line within, and then a fault', file(...GOOD, '', 'N30101,0123,2021,X,1,')],
  ['an open quotation mark', file(...GOOD, 'N30101,0123,2021,T,"1,')],
  ['a personal number for a value', file(...GOOD, 'N30101,0123,2021,T,8507099805,')],
  ['a column of another kind', `${HEADER},note\nN31807,0184,2021,T,1,,hello\n`],
  ['a column that stands twice', 'kpi,municipality,period,gender,value,value\nN31807,0184,2021,T,1,2\n'],
  ['something above the heading', `Uttag 2026\n${file(...GOOD)}`],
  ['a separator of its own', file(...GOOD).replaceAll(',', ';')],
  ['letters of Windows', file(...GOOD, 'N30101,0123,2021,T,,Sekretess')],
  ['a heading alone', `${HEADER}\n`],
]

test.each([...SOUND, ...AWKWARD])('%s: the same all at once and row by row', async (name, content) => {
  const path = temporaryFile('kolada.csv', content)
  const [atOnce, byRow] = [await delivered(path, true), await delivered(path, false)]
  expect(atOnce.told).toEqual(byRow.told)
  expect(atOnce.figures).toEqual(byRow.figures)
  expect(byRow.atOnce).toBe(false)
  expect(atOnce.atOnce).toBe(SOUND.some(([sound]) => sound === name))
  if (atOnce.atOnce) expect(byRow.figures.length).toBe(byRow.told.rows[0])
})

test('what nobody describes is taken row by row, with its warning, where it was asked for', async () => {
  const path = temporaryFile('kolada.csv', file(...GOOD, 'N99998,0184,2021,T,1,'))
  const options = { undescribed: true }
  const [atOnce, byRow] = [await delivered(path, true, options), await delivered(path, false, options)]
  expect(atOnce.told).toEqual(byRow.told)
  expect(atOnce.told.counts).toEqual({ 'undescribed-indicator': 1 })
  expect(atOnce.figures).toEqual(byRow.figures)
})

const entry = (kpi: unknown, municipality: unknown, period: unknown, ...values: unknown[]) => ({
  kpi,
  municipality,
  period,
  values,
})
const told = (value: unknown, status: unknown = '', isdeleted: unknown = false, gender = 'T') => ({
  gender,
  count: 1,
  status,
  value,
  isdeleted,
})
const SOLNA = ['N31807', '0184', 2021] as const

const SOUND_PAGES: [string, unknown[]][] = [
  [
    'values, statuses, deletions, means over groups and entries without values',
    [
      entry(...SOLNA, told(5.5), told(null, 'Missing', false, 'K')),
      entry('N31807', 'G123', 2021, told(4)),
      entry('U30426', '0184', 2021, told(2)),
      entry('N30101', '0184', 2020, told(1e-7)),
      entry('N30101', '0180', 2020, told(0.1 + 0.2)),
      entry('N30101', '0180', 2021, told(3, '', true)),
      entry('N30101', '0180', 2019),
    ],
  ],
  ['no status at all', [entry(...SOLNA, { gender: 'T', value: 3 })]],
]

const AWKWARD_PAGES: [string, unknown[]][] = [
  ['text for a number', [entry(...SOLNA, told('5'))]],
  ['a truth for a number', [entry(...SOLNA, told(true))]],
  ['text for a year', [entry('N31807', '0184', '2021', told(5))]],
  ['half a year', [entry('N31807', '0184', 2021.5, told(5))]],
  ['a number for an id', [entry(31_807, '0184', 2021, told(5))]],
  ['a number for a place', [entry('N31807', 1440, 2021, told(5))]],
  ['no place', [entry('N31807', null, 2021, told(5))]],
  ['an unknown indicator', [entry('N99999', '0184', 2021, told(5))]],
  ['the same twice', [entry(...SOLNA, told(5), told(6))]],
  ['out of its scale', [entry(...SOLNA, told(500))]],
  ['an entry of another shape', [{ kpi: 'N31807', municipality: '0184', period: 2021 }, 'hello']],
  ['a description among them', [{ id: 'N31807', title: 'Biståndsmottagare' }]],
]

/** The same for a page of values, as a fetch leaves it. */
async function deliveredPage(values: unknown[], inSets: boolean) {
  const page = { count: values.length, values, next_url: null }
  const path = temporaryFile('page.json', JSON.stringify(page))
  const { connection } = database
  const stage = await openStage(connection)
  const delivery = new Delivery(
    readSettings({}),
    {},
    [],
    stage.add,
    [],
    inSets ? { connect: async () => connection, take: stage.take } : null,
  )
  let atOnce = false
  await delivery.readAs('https://kolada.example', async (reading) => {
    atOnce = await arePagesTakenInSets([path], reading)
    if (!atOnce) readPages([page], reading)
  })
  stage.close()
  const figures = await rowsOf(connection, 'SELECT * FROM stage ORDER BY ALL')
  return { atOnce, told: delivery.report(), figures }
}

test.each([...SOUND_PAGES, ...AWKWARD_PAGES])('a page with %s: the same both ways', async (name, values) => {
  const [atOnce, byEntry] = [await deliveredPage(values, true), await deliveredPage(values, false)]
  expect(atOnce.told).toEqual(byEntry.told)
  expect(atOnce.figures).toEqual(byEntry.figures)
  expect(atOnce.atOnce).toBe(SOUND_PAGES.some(([sound]) => sound === name))
})

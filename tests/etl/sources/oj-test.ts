import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../../data/model/workbook-mapping.ts'
import { check } from '../../../etl/commands/check.ts'
import { load } from '../../../etl/commands/load.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'

const CONTACT = 'Brukarbedömning individ- och familjeomsorg totalt - få kontakt, andel (%)'
const OUTREACH = 'Uppsökande verksamhet för akut hemlösa'

const values = (context: ReturnType<typeof emptyHome>) =>
  inRelease(context, 'SELECT indicator, sex, period, municipality, value, status, token, source FROM value')

type Answer = { mappings: Record<string, Mapping>; findings: { rule: string; severity: string; column: string }[] }

describe('a plain sheet', () => {
  const plain = () =>
    workbookOf(
      {
        Om: [['Öppna jämförelser'], ['Socialstyrelsen']],
        Resultat: [
          ['Öppna jämförelser 2023: individ- och familjeomsorg'],
          [],
          ['Kommunkod', 'Kommun', 'Län', CONTACT, OUTREACH],
          ['', 'Riket', '', 71.5, ''],
          ['01', 'Stockholms län', '', 70, ''],
          ['0114', 'Upplands Väsby', 'Stockholm', '68,5', 'Ja'],
          [123, 'Järfälla', 'Stockholm', '1\u00a0068,5', 'Nej'],
          ['0184', 'Solna', 'Stockholm', '..', 2],
          ['0183', 'Sundbyberg', 'Stockholm', 'svar saknas', 1],
          ['0186', 'Lidingö', 'Stockholm', '', 0],
        ],
      },
      'oj-ifo.xlsx',
    )

  test('is read to the last cell: codes as text or number, decimal comma, hard spaces, Ja/Nej/1/0/2, tokens kept', async () => {
    const context = emptyHome()
    const outcome = await load(context, [plain()], { release: true })
    expect(outcome.exit).toBe(0)
    const row = (indicator: string, municipality: string, value: number | null, token: string | null = null) => ({
      indicator,
      sex: 'T',
      period: 2023,
      municipality,
      value,
      status: value === null ? 'missing' : null,
      token,
      source: 'oj',
    })
    expect(await values(context)).toEqual([
      row('U30426', '0114', 1),
      row('U30426', '0123', 0),
      row('U30426', '0183', 1),
      row('U30426', '0184', 0),
      row('U30426', '0186', 0),
      row('U30447', '0114', 68.5),
      row('U30447', '0123', 1068.5),
      row('U30447', '0183', null, 'svar saknas'),
      row('U30447', '0184', null, '..'),
      row('U30447', '0186', null, ''),
    ])
  })

  test('check prints the mapping that it found, and it is taken as it is printed', async () => {
    const path = plain()
    const { object } = await check(emptyHome(), [path], {})
    const mapping = (object as Answer).mappings['oj-ifo.xlsx']!
    expect(mapping).toMatchObject({
      sheets: [
        {
          sheet: 'Resultat',
          headerRow: 3,
          period: 2023,
          columns: { D: 'U30447', E: 'U30426' },
          headings: { D: CONTACT, E: OUTREACH },
        },
      ],
    })
    const context = emptyHome()
    const file = temporaryFile('mappning.json', JSON.stringify(mapping))
    expect((await load(context, [path], { release: true, mapping: file })).exit).toBe(0)
    expect(await values(context)).toHaveLength(10)
  })
})

test('stacked headings are joined, sex and year taken from them', async () => {
  const context = emptyHome()
  const path = workbookOf(
    {
      'Tabell 1': [
        ['Tabell 1. Brukarundersökning'],
        ['K-kod', 'Kommun', CONTACT, null, null, null],
        [null, null, '2021', null, '2022', null],
        [null, null, 'Kvinnor', 'Män', 'Kvinnor', 'Män'],
        ['0184', 'Solna', 70, 60, 72, 62],
      ],
    },
    'tabell.xlsx',
    ['C2:F2', 'C3:D3', 'E3:F3'],
  )
  await load(context, [path], { release: true })
  expect(await inRelease(context, 'SELECT sex, period, value FROM value ORDER BY ALL')).toEqual([
    { sex: 'K', period: 2021, value: 70 },
    { sex: 'K', period: 2022, value: 72 },
    { sex: 'M', period: 2021, value: 60 },
    { sex: 'M', period: 2022, value: 62 },
  ])
})

test('several sheets are one load, each for its year', async () => {
  const context = emptyHome()
  const sheet = (year: number, value: number) => [
    [`Resultat ${year}`],
    ['Kommun', 'Kod', 'U30447'],
    ['Solna', 184, value],
    ['Sigtuna', 191, 50],
  ]
  await load(context, [workbookOf({ a: sheet(2020, 65.5), b: sheet(2021, 70) })], { release: true })
  expect(await inRelease(context, 'SELECT period, municipality, value FROM value')).toEqual([
    { period: 2020, municipality: '0184', value: 65.5 },
    { period: 2020, municipality: '0191', value: 50 },
    { period: 2021, municipality: '0184', value: 70 },
    { period: 2021, municipality: '0191', value: 50 },
  ])
})

describe('a workbook about what is not in the catalogue', () => {
  const homeless = () =>
    workbookOf({
      Hemlöshet: [
        ['Kommunkod', 'Kommun', 'Andel hemlösa barn'],
        ['0184', 'Solna', '1,5'],
        ['0191', 'Sigtuna', 'x'],
      ],
    })

  test('is refused with the column named, nothing stored', async () => {
    const context = emptyHome()
    const { exit, object, complaint } = await load(context, [homeless()], { release: true })
    expect(exit).toBe(1)
    expect((object as Answer).findings).toMatchObject([{ rule: 'unknown-column', severity: 'error', column: 'C' }])
    expect(complaint).toContain('Andel hemlösa barn')
    expect((object as Answer).mappings['tabell.xlsx']!.sheets[0]!.columns).toEqual({ C: null })
  })

  test('is told, with how much stands in it, where a mapping leaves it out', async () => {
    const mapping = temporaryFile('m.json', JSON.stringify({ sheet: 'Hemlöshet', period: 2023, columns: { C: null } }))
    const { object } = await check(emptyHome(), [homeless()], { mapping })
    expect(JSON.stringify(object)).toContain('Andel hemlösa barn')
    expect(JSON.stringify(object)).toContain('tas inte med av mappningen')
  })

  test('keeps what stands beside it when its year is answered', async () => {
    const context = emptyHome()
    const file = workbookOf({
      Blad: [
        ['Kommunkod', 'Kommun', 'U30452', 'Antal svarande'],
        ['0184', 'Solna', 50, 40],
        ['0191', 'Sigtuna', 60, 50],
      ],
    })
    const asked = (await check(context, [file], {})).object as Answer
    const given = asked.mappings['tabell.xlsx']!
    expect(given.sheets[0]!.columns).toEqual({ C: { id: 'U30452' }, D: null })
    const mapping = temporaryFile('m.json', JSON.stringify({ sheets: [{ ...given.sheets[0]!, period: 2023 }] }))
    expect((await load(context, [file], { release: true, mapping })).exit).toBe(0)
    expect(await inRelease(context, 'SELECT municipality, value, denominator FROM value')).toEqual([
      { municipality: '0184', value: 50, denominator: 40 },
      { municipality: '0191', value: 60, denominator: 50 },
    ])
  })

  test('is loaded with the mapping filled in, its indicator described by it', async () => {
    const context = emptyHome()
    const id = { id: 'HEM01', title: 'Barn i hemlöshet, andel (%)', direction: 'lower', area: 'hemloshet' }
    const mapping = temporaryFile(
      'm.json',
      JSON.stringify({ sheet: 'Hemlöshet', period: 2023, columns: { 'Andel hemlösa barn': id } }),
    )
    const { exit } = await load(context, [homeless()], { release: true, mapping })
    expect(exit).toBe(0)
    expect(await inRelease(context, 'SELECT municipality, value, token FROM value')).toEqual([
      { municipality: '0184', value: 1.5, token: null },
      { municipality: '0191', value: null, token: 'x' },
    ])
    const [row] = await inRelease<{ definition: string }>(
      context,
      "SELECT definition FROM indicator WHERE id = 'HEM01'",
    )
    expect(JSON.parse(row!.definition)).toMatchObject({
      kind: 'share',
      unit: '%',
      direction: 'lower',
      area: 'hemloshet',
      source: 'Öppna jämförelser',
    })
  })

  test.each([
    ['no JSON', 'x', 'mapping'],
    ['a sheet that is not there', '{"sheet":"Blad9","columns":{"C":"U30447"}}', 'mapping'],
    ['a column that is not there', '{"sheet":"Hemlöshet","period":2023,"columns":{"Z":"U30447"}}', 'mapping'],
    [
      'an indicator that nobody knows',
      '{"sheet":"Hemlöshet","period":2023,"columns":{"C":"U99999"}}',
      'unknown-indicator',
    ],
    ['no year', '{"sheet":"Hemlöshet","columns":{"C":"U30447"}}', 'period'],
  ])('is refused with a mapping with %s', async (_, text, rule) => {
    const mapping = temporaryFile('m.json', text)
    const { exit, object } = await check(emptyHome(), [homeless()], { mapping })
    expect(exit).toBe(1)
    expect((object as Answer).findings[0]).toMatchObject({ rule })
  })
})

test('a column that matches nothing beside those that do is told, not dropped in silence', async () => {
  const path = workbookOf({
    'År 2022': [
      ['Kod', 'Kommun', CONTACT, 'Något annat'],
      ['0184', 'Solna', 70, 3],
    ],
  })
  const { exit, object } = await check(emptyHome(), [path], {})
  expect(exit).toBe(0)
  expect((object as Answer).findings).toMatchObject([{ rule: 'unknown-column', severity: 'warning', column: 'D' }])
})

test('an unknown municipality is refused by row', async () => {
  const path = workbookOf({
    'År 2022': [
      ['Kod', 'Kommun', CONTACT],
      ['0184', 'Solna', 70],
      ['9999', 'Ingenstans', 70],
    ],
  })
  const { exit, object } = await check(emptyHome(), [path], {})
  expect(exit).toBe(1)
  expect((object as Answer).findings).toMatchObject([{ rule: 'unknown-municipality', row: 3, column: 'A' }])
})

test('a cell that holds a personal number is refused, not kept as a token', async () => {
  const path = workbookOf({
    'År 2022': [
      ['Kod', 'Kommun', CONTACT],
      ['0184', 'Solna', 70],
      ['0123', 'Järfälla', '19640823-3234'],
    ],
  })
  const { exit, object, lines } = await check(emptyHome(), [path], {})
  expect(exit).toBe(1)
  expect((object as Answer).findings).toMatchObject([{ rule: 'identity', row: 3, column: 'C' }])
  expect(JSON.stringify([object, lines])).not.toMatch(/0823|3234/)
})

test('a workbook without municipality codes is refused', async () => {
  const { exit, object } = await check(
    emptyHome(),
    [
      workbookOf({
        Blad1: [
          ['Hej', 'då'],
          ['a', 1],
        ],
      }),
    ],
    {},
  )
  expect(exit).toBe(1)
  expect((object as Answer).findings).toMatchObject([{ rule: 'no-header' }])
})

test('an indicator that Kolada delivers is not taken from a workbook, and the load says so', async () => {
  const context = emptyHome()
  const csv = temporaryFile('k.csv', 'kpi,municipality,period,gender,value\nU30447,0184,2023,T,71\n')
  await load(context, [csv], { release: true })
  const path = workbookOf({
    'År 2023': [
      ['Kod', 'Kommun', CONTACT, OUTREACH],
      ['0184', 'Solna', 99, 'Ja'],
    ],
  })
  const { object } = await load(context, [path], { release: true })
  expect(object).toMatchObject({ added: 1, leftOut: [{ indicator: 'U30447', source: 'oj', owner: 'kolada' }] })
  expect(await inRelease(context, "SELECT value, source FROM value WHERE indicator = 'U30447'")).toEqual([
    { value: 71, source: 'kolada' },
  ])
  writeFileSync(csv, 'kpi,municipality,period,gender,value\nU30426,0184,2022,T,1\n')
  const taken = await load(context, [csv], { release: true })
  expect(taken.object).toMatchObject({ added: 1, removed: 1 })
})

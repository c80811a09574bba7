import { truncateSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../../data/settings.ts'
import { check } from '../../../etl/commands/check.ts'
import { load } from '../../../etl/commands/load.ts'
import { contextOf } from '../../../etl/commands/outcome.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const HEADER = 'kpi,municipality,period,gender,value'
const csv = (...lines: string[]) => temporaryFile('k.csv', [HEADER, ...lines, ''].join('\n'))

type Entry = { gender: string; count: number; status: string; value: unknown; isdeleted: boolean }
const told = (value: unknown, status = '', isdeleted = false): Entry => ({
  gender: 'T',
  count: 1,
  status,
  value,
  isdeleted,
})
const entry = (kpi: string, municipality: string, ...values: Entry[]) => ({ kpi, municipality, period: 2021, values })
const page = (values: unknown[], count = values.length, next_url: string | null = null) => ({ count, values, next_url })
const json = (content: unknown, name = 'k.json') => temporaryFile(name, JSON.stringify(content))

type Answer = { rows: number; findings: { row: number; column: string; rule: string; severity: string }[] }
const findings = async (path: string) => {
  const { exit, object } = await check(emptyHome(), [path], {})
  return { exit, found: (object as Answer).findings.map(({ row, column, rule }) => ({ row, column, rule })) }
}

test('a table keeps values, the three kinds of missing, the country and the regions', async () => {
  const context = emptyHome()
  const path = temporaryFile(
    'k.csv.gz',
    gzipSync(
      `${HEADER},status\nN31807,0000,2021,T,5.25,\nN31807,0001,2021,T,4,\nN31807,0184,2021,T,,Missing\nN31807,0123,2021,K,,Privacy\nN31807,0125,2021,M,,Not applicable\n`,
    ),
  )
  expect((await load(context, [path], { release: true })).exit).toBe(0)
  expect(
    await inRelease(context, 'SELECT municipality, sex, value, status, token, source FROM value ORDER BY 1'),
  ).toEqual([
    { municipality: '0000', sex: 'T', value: 5.25, status: null, token: null, source: 'kolada' },
    { municipality: '0001', sex: 'T', value: 4, status: null, token: null, source: 'kolada' },
    { municipality: '0123', sex: 'K', value: null, status: 'secrecy', token: 'Privacy', source: 'kolada' },
    {
      municipality: '0125',
      sex: 'M',
      value: null,
      status: 'not-applicable',
      token: 'Not applicable',
      source: 'kolada',
    },
    { municipality: '0184', sex: 'T', value: null, status: 'missing', token: 'Missing', source: 'kolada' },
  ])
})

test.each([
  ['one page', page([entry('N31807', '0184', told(5))])],
  ['a page with more than it says', page([entry('N31807', '0184', told(5))], 0)],
  ['an array of pages', [page([entry('N31807', '0184', told(5))]), page([])]],
  ['an array of entries', [entry('N31807', '0184', told(5))]],
])('%s is read', async (_, content) => {
  const context = emptyHome()
  await load(context, [json(content)], { release: true })
  expect(await inRelease(context, 'SELECT indicator, municipality, period, sex, value FROM value')).toEqual([
    { indicator: 'N31807', municipality: '0184', period: 2021, sex: 'T', value: 5 },
  ])
})

test('yes and no are stored as 1 and 0 however they are coded; means over groups are left', async () => {
  const context = emptyHome()
  const answers = [
    entry('U30426', '0184', told(1)),
    entry('U30426', '0123', told(2)),
    entry('U30426', '0000', told(1.25)),
  ]
  const others = [entry('U28490', '0184', told(0)), entry('U28490', 'G123456', told(0.5))]
  await load(context, [json(page([...answers, ...others]))], { release: true })
  expect(await inRelease(context, 'SELECT indicator, municipality, value FROM value')).toEqual([
    { indicator: 'U28490', municipality: '0184', value: 0 },
    { indicator: 'U30426', municipality: '0000', value: 0.75 },
    { indicator: 'U30426', municipality: '0123', value: 0 },
    { indicator: 'U30426', municipality: '0184', value: 1 },
  ])
})

describe('what is wrong is told by row and column', () => {
  test.each([
    ['an unknown indicator', 'N99999,0184,2021,T,1', 'kpi', 'unknown-indicator'],
    ['an unknown municipality', 'N31807,9999,2021,T,1', 'municipality', 'unknown-municipality'],
    ['text for a number', 'N31807,0184,2021,T,abc', 'value', 'not-a-number'],
    ['a year out of range', 'N31807,0184,1066,T,1', 'period', 'year'],
    ['a year that is none', 'N31807,0184,tjugo,T,1', 'period', 'year'],
    ['an unknown sex', 'N31807,0184,2021,X,1', 'gender', 'sex'],
    ['a cut row', 'N31807,0184,2021', null, 'column-count'],
    ['the same again', 'N31807,0123,2021,T,2', null, 'duplicate'],
  ])('%s', async (_, line, column, rule) => {
    expect(await findings(csv('N31807,0123,2021,T,1', line))).toEqual({ exit: 1, found: [{ row: 3, column, rule }] })
  })

  test.each([
    ['a page shorter than it says', page([entry('N31807', '0184', told(1))], 2), 'values', 'truncated-page'],
    ['text for a number', page([entry('N31807', '0184', told('1'))]), 'value', 'not-a-number'],
    ['an unknown status', page([entry('N31807', '0184', told(null, 'Lost'))]), 'status', 'unknown-status'],
    [
      'a value that is said to be missing',
      page([entry('N31807', '0184', told(1, 'Missing'))]),
      'status',
      'value-and-status',
    ],
    ['an entry of another shape', page([{ kpi: 'N31807', values: [] }]), null, 'unknown-entry'],
  ])('%s', async (_, content, column, rule) => {
    expect(await findings(json(content))).toEqual({ exit: 1, found: [{ row: 1, column, rule }] })
  })

  test('an unknown status in a table', async () => {
    const path = temporaryFile('k.csv', `${HEADER},status\nN31807,0184,2021,T,,Borta\n`)
    expect(await findings(path)).toEqual({ exit: 1, found: [{ row: 2, column: 'status', rule: 'unknown-status' }] })
  })

  test.each([
    ['a truncated page', '[{"count":2,"values":[{"kpi":"N31', 'file-damaged'],
    ['JSON of another kind', '{"hello":1}', 'unknown-format'],
    ['an empty file', '', 'file-empty'],
    ['a heading alone', `${HEADER}\n`, 'file-empty'],
    ['a table of something else', 'a,b\n1,2\n', 'unknown-format'],
    ['no text at all', Buffer.from([1, 0, 0, 2, 3, 0, 7]), 'encoding'],
  ])('%s', async (_, content, rule) => {
    const { exit, found } = await findings(temporaryFile('k.dat', content))
    expect(exit).toBe(1)
    expect(found).toMatchObject([{ rule }])
  })

  test('a file of two gigabytes, unread', async () => {
    const path = temporaryFile('k.csv', `${HEADER}\n`)
    truncateSync(path, 2 * 1024 ** 3)
    expect(await findings(path)).toMatchObject({ exit: 1, found: [{ rule: 'file-too-large' }] })
  })

  test('a gzipped file that unpacks to more than the limit', async () => {
    const context = contextOf(readSettings({ JAMSIDES_HOME: emptyHome().home.root, JAMSIDES_MAX_FILE_MB: '1' }))
    const path = temporaryFile('k.csv.gz', gzipSync(`${HEADER}\n${'N31807,0184,2021,T,1\n'.repeat(60_000)}`))
    const { exit, object } = await load(context, [path], { release: true })
    expect(exit).toBe(1)
    expect(object).toMatchObject({ counts: { 'file-too-large': 1 } })
  })

  test('a value outside its scale is a warning, and is loaded', async () => {
    expect(await findings(csv('N31807,0184,2021,T,250'))).toEqual({
      exit: 0,
      found: [{ row: 2, column: 'value', rule: 'out-of-scale' }],
    })
  })
})

describe('metadata', () => {
  const kpi = {
    id: 'N31807',
    title: 'Ekonomiskt bistånd',
    description: 'Beskrivning',
    is_divided_by_gender: true,
    publication_date: '2027-01-01',
  }
  const other = {
    id: 'N09890',
    title: 'Elever i kulturskola, andel (%)',
    description: '',
    is_divided_by_gender: true,
    publication_date: null,
  }

  test('of an indicator is kept beside it, and makes one outside the catalogue known', async () => {
    const context = emptyHome()
    const values = csv('N09890,0184,2021,T,12')
    expect((await check(context, [values], {})).exit).toBe(1)
    expect((await load(context, [json(page([kpi, other])), values], { release: true })).exit).toBe(0)
    expect(
      await inRelease(
        context,
        "SELECT title, description, next_publication FROM published_indicator WHERE id = 'N31807'",
      ),
    ).toEqual([{ title: 'Ekonomiskt bistånd', description: 'Beskrivning', next_publication: '2027-01-01' }])
    const [row] = await inRelease<{ definition: string }>(
      context,
      "SELECT definition FROM indicator WHERE id = 'N09890'",
    )
    expect(JSON.parse(row!.definition)).toMatchObject({ kind: 'share', direction: 'neutral', bySex: true })
    expect((await check(context, [values], {})).exit).toBe(0)
  })

  test('of groups becomes the municipalities that are like one another, with area and year', async () => {
    const context = emptyHome()
    const members = [{ member_id: '0184' }, { member_id: '0123' }]
    const groups = [
      { id: 'G1', title: 'Liknande kommuner äldreomsorg, Sigtuna, 2024', members },
      { id: 'G2', title: 'Stor-Stockholm (ovägt medel)', members },
    ]
    await load(context, [csv('N31807,0184,2021,T,1'), json(groups)], { release: true })
    const rows = await inRelease<{ definition: string }>(
      context,
      "SELECT definition FROM comparison_group WHERE id LIKE 'similar-%'",
    )
    expect(rows.map(({ definition }) => JSON.parse(definition))).toEqual([
      {
        id: 'similar-aldreomsorg-0191',
        name: {
          sv: 'Liknande kommuner äldreomsorg, Sigtuna (2024)',
          en: 'Municipalities like Sigtuna: care of older people (2024)',
        },
        kind: 'similar',
        members: ['0123', '0184'],
      },
    ])
  })
})

describe('history', () => {
  test('the same file twice changes nothing and publishes nothing', async () => {
    const context = emptyHome()
    const path = csv('N31807,0184,2021,T,5')
    const first = await load(context, [path], { release: true })
    const before = await inRelease(context, 'FROM value')
    const second = await load(context, [path], { release: true })
    expect(second.object).toMatchObject({ added: 0, revised: 0, removed: 0, unchanged: 1, release: null })
    expect(first.object).toMatchObject({ added: 1, release: expect.any(String) })
    expect(await inRelease(context, 'FROM value')).toEqual(before)
  })

  test('a revision is listed and remembered, and the others keep their moment of loading', async () => {
    const context = emptyHome()
    const path = csv('N31807,0184,2021,T,5', 'N31807,0123,2021,T,6')
    await load(context, [path], { release: true })
    const [first] = await inRelease<{ loaded_at: string }>(context, 'SELECT loaded_at FROM value')
    writeFileSync(path, `${HEADER}\nN31807,0184,2021,T,5.5\nN31807,0123,2021,T,6\nN31807,0125,2021,T,7\n`)
    const { object } = await load(context, [path], { release: true })
    expect(object).toMatchObject({
      added: 1,
      revised: 1,
      unchanged: 1,
      revisions: [{ indicator: 'N31807', municipality: '0184', period: 2021, sex: 'T', before: 5, after: 5.5 }],
    })
    const rows = await inRelease<Record<string, unknown>>(
      context,
      'SELECT municipality, value, previous_value, loaded_at, previous_loaded_at FROM value',
    )
    expect(rows).toMatchObject([
      { municipality: '0123', value: 6, previous_value: null, loaded_at: first!.loaded_at },
      { municipality: '0125', value: 7, previous_value: null },
      { municipality: '0184', value: 5.5, previous_value: 5, previous_loaded_at: first!.loaded_at },
    ])
    expect(rows[2]!.loaded_at).not.toBe(first!.loaded_at)
  })

  test('what Kolada has deleted goes, and comes back as new', async () => {
    const context = emptyHome()
    await load(context, [json(page([entry('N31807', '0184', told(5)), entry('N31807', '0123', told(6))]))], {
      release: true,
    })
    const { object } = await load(context, [json(page([entry('N31807', '0184', told(null, '', true))]))], {
      release: true,
    })
    expect(object).toMatchObject({ removed: 1, revisions: [{ municipality: '0184', before: 5, after: null }] })
    expect(await inRelease(context, 'SELECT municipality FROM value')).toEqual([{ municipality: '0123' }])
    await load(context, [csv('N31807,0184,2021,T,8')], { release: true })
    expect(await inRelease(context, "SELECT value, previous_value FROM value WHERE municipality = '0184'")).toEqual([
      { value: 8, previous_value: 5 },
    ])
  })

  test('where two files of a load tell differently the last one stands', async () => {
    const context = emptyHome()
    const paths = [csv('N31807,0184,2021,T,5'), csv('N31807,0184,2021,T,6')]
    await load(context, paths, { release: true })
    expect(await inRelease(context, 'SELECT value FROM value')).toEqual([{ value: 6 }])
    expect((await load(context, paths, { release: true })).object).toMatchObject({ unchanged: 1, revised: 0 })
  })
})

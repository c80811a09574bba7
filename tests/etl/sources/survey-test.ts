import { describe, expect, test } from 'vitest'
import type { SurveysAnswer } from '../../../data/model/answers/surveys.ts'
import { openFigures } from '../../../data/store/figures.ts'
import { surveyCsv } from '../../../data/templates/survey.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { serve } from '../../api/service.ts'
import { rowsInFigures } from '../../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'

type Finding = { row: number | null; column: string | null; rule: string; severity: string; message: string }
type Row = Partial<
  Record<
    'fraga' | 'titel' | 'kommun' | 'period' | 'svarar' | 'grad' | 'gradnamn' | 'antal' | 'tillfragade',
    string | number
  >
>

const COLUMNS = ['fraga', 'titel', 'kommun', 'period', 'svarar', 'grad', 'gradnamn', 'antal', 'tillfragade'] as const
const NAMES = ['Nej', 'Till liten del', 'Till stor del', 'Ja']
const ONE: Row = {
  fraga: 'stod',
  titel: 'Har ni stöd av jämförelserna?',
  kommun: '',
  period: 2024,
  svarar: 'chefer',
  tillfragade: 12,
}

/** A question's rows: how many chose each of four grades. */
const chosen = (counts: readonly (number | string)[], more: Row = {}): Row[] =>
  counts.map((antal, i) => ({ ...ONE, grad: i + 1, gradnamn: NAMES[i]!, antal, ...more }))

const asCsv = (rows: readonly Row[]) =>
  temporaryFile(
    'enkät.csv',
    surveyCsv() + rows.map((row) => COLUMNS.map((name) => row[name] ?? '').join(';')).join('\r\n'),
  )

async function loaded(path: string, release = false) {
  const context = emptyHome()
  const { exit, object } = await load(context, [path], { release })
  const { findings, source } = object as { findings: Finding[]; source: string }
  return { context, exit, source, findings, surveys: await surveysIn(context) }
}

async function surveysIn(context: Context): Promise<Record<string, unknown>[]> {
  const sql = 'SELECT definition::TEXT AS definition FROM survey ORDER BY id'
  const rows = await rowsInFigures<{ definition: string }>(context, sql)
  return rows.map(({ definition }) => JSON.parse(definition))
}

describe('answers on grades', () => {
  test('are read from CSV and workbook alike, per question alone and per municipality', async () => {
    const rows = [...chosen([1, 2, 5, 2]), ...chosen([0, 1, 1, 0], { kommun: '0184', tillfragade: '' })]
    const book = workbookOf({ Enkätsvar: [[...COLUMNS], ...rows.map((row) => COLUMNS.map((name) => row[name] ?? ''))] })
    for (const path of [asCsv(rows), book]) {
      const { exit, source, surveys, findings } = await loaded(path)
      expect({ exit, source, findings }).toEqual({ exit: 0, source: 'indicators', findings: [] })
      expect(surveys).toEqual([
        expect.objectContaining({ municipality: '0184', counts: [0, 1, 1, 0], asked: null, answerers: 'managers' }),
        expect.objectContaining({ municipality: null, counts: [1, 2, 5, 2], asked: 12, period: 2024 }),
      ])
      expect(surveys[0]!.grades).toEqual(NAMES.map((name, i) => ({ value: i + 1, name })))
    }
  })

  test('a grade that nobody chose in one municipality is nought there', async () => {
    const rows = [...chosen([1, 0, 0, 1], { kommun: '0184' }), ...chosen([1, 2], { kommun: '0180' })]
    expect((await loaded(asCsv(rows))).surveys).toMatchObject([{ counts: [1, 2, 0, 0] }, { counts: [1, 0, 0, 1] }])
  })

  test('are published and answered as counts, newest year first asked, and never as a share', async () => {
    const rows = [
      ...chosen([1, 2, 5, 2]),
      ...chosen([4, 4, 1, 1], { period: 2023 }),
      ...chosen([0, 1, 1, 0], { kommun: '0184', tillfragade: 3 }),
    ]
    const { context, exit } = await loaded(asCsv(rows), true)
    expect(exit).toBe(0)
    const running = await serve(context.home)
    try {
      const ask = async (question: string) => fetch(`${running.url}/api/v1/surveys${question}`)
      const { questions, source } = (await (await ask('')).json()) as SurveysAnswer
      expect(source).toBe('Egna uppgifter')
      expect(questions).toEqual([
        {
          question: 'stod',
          title: ONE.titel,
          answerers: 'managers',
          period: 2024,
          periods: [2023, 2024],
          grades: NAMES.map((name, i) => ({ value: i + 1, name })),
          groups: [
            { municipality: null, name: 'Alla tillsammans', asked: 12, answered: 10, counts: [1, 2, 5, 2] },
            { municipality: '0184', name: 'Solna', asked: 3, answered: 2, counts: [0, 1, 1, 0] },
          ],
        },
      ])
      const before = (await (await ask('?question=stod&period=2023')).json()) as SurveysAnswer
      expect(before.questions[0]!.groups).toMatchObject([{ counts: [4, 4, 1, 1] }])
      expect(await (await ask('?municipality=0184&format=csv')).text()).toContain(
        'stod;Har ni stöd av jämförelserna?;2024;0184;Solna;managers;2;Till liten del;1;2;3',
      )
      const unknown = await ask('?question=stop')
      expect([unknown.status, (await unknown.json()).detail]).toEqual([400, expect.stringContaining('menade du stod')])
    } finally {
      await running.close()
    }
  })
})

describe('nothing of a file with anything wrong is stored', () => {
  const staff = { svarar: 'personal', tillfragade: '' }
  test.each<[string, Row[], Partial<Finding>]>([
    [
      'answers of clients of municipalities and of all together',
      [...chosen([50, 60], { svarar: 'klienter' }), ...chosen([20, 30], { svarar: 'klienter', kommun: '0184' })],
      { row: 2, column: 'kommun', rule: 'whole-and-parts' },
    ],
    ['answers of nobody said', chosen([5, 6], { svarar: '' }), { column: 'svarar', rule: 'answerers' }],
    ['answers of unknown people', chosen([5, 6], { svarar: 'vi' }), { column: 'svarar', rule: 'answerers' }],
    [
      'few of the staff',
      chosen([1, 3], { ...staff, kommun: '0184' }),
      { row: 2, column: 'antal', rule: 'few-answerers' },
    ],
    [
      'few of the staff left over by subtraction',
      [...chosen([6, 6], staff), ...chosen([5, 4], { ...staff, kommun: '0184' })],
      { column: 'antal', rule: 'few-answerers' },
    ],
    ['more answers than people asked', chosen([6, 7]), { column: 'tillfragade', rule: 'parts-disagree' }],
    [
      'municipalities over the whole',
      [...chosen([1, 2]), ...chosen([2, 1], { kommun: '0184' })],
      { column: 'antal', rule: 'parts-disagree' },
    ],
    ['a share in the place of a count', chosen([0.5, 0.5]), { row: 2, column: 'antal', rule: 'whole-number' }],
    ['percent in the place of a count', chosen(['50 %', '50 %']), { row: 2, column: 'antal', rule: 'whole-number' }],
    ['a mark in the place of a count', chosen(['..', 2]), { row: 2, column: 'antal', rule: 'whole-number' }],
    ['an endless count', chosen(['1e400', 2]), { row: 2, column: 'antal', rule: 'whole-number' }],
    ['a negative count', chosen([-1, 2]), { row: 2, column: 'antal', rule: 'whole-number' }],
    ['one grade only', chosen([3]), { column: 'grad', rule: 'one-grade' }],
    ['the same grade twice', [...chosen([3, 4]), ...chosen([3])], { row: 4, column: 'grad', rule: 'duplicate' }],
    [
      'two wordings',
      [...chosen([3, 4]), ...chosen([3, 4], { kommun: '0184', titel: 'Annat' })],
      { row: 4, column: 'titel', rule: 'contradiction' },
    ],
    [
      'two names of a grade',
      [...chosen([3, 4]), ...chosen([3, 4], { kommun: '0184', gradnamn: 'Kanske' })],
      { row: 4, column: 'gradnamn', rule: 'contradiction' },
    ],
    ['an unknown municipality', chosen([3, 4], { kommun: '9999' }), { column: 'kommun', rule: 'unknown-municipality' }],
    ['a year of two digits', chosen([3, 4], { period: '24' }), { column: 'period', rule: 'year' }],
    ['a personal number in the question', chosen([3, 4], { titel: 'Hur mår 811218-9876?' }), { rule: 'identity' }],
  ])('%s', async (_, rows, finding) => {
    const { exit, findings, surveys } = await loaded(asCsv(rows))
    expect({ exit, surveys }).toEqual({ exit: 1, surveys: [] })
    expect(findings).toContainEqual(expect.objectContaining({ ...finding, severity: 'error' }))
    expect(JSON.stringify(findings)).not.toContain('9876')
  })

  test('a date that Excel made of a count', async () => {
    const cells = COLUMNS.map((name) => chosen([3])[0]![name] ?? '')
    const path = workbookOf({
      Blad1: [[...COLUMNS], cells.map((cell, i) => (COLUMNS[i] === 'antal' ? new Date(2024, 4, 2) : cell))] as never,
    })
    expect((await loaded(path)).findings).toContainEqual(expect.objectContaining({ column: 'antal', rule: 'date' }))
  })

  test('a file without the column that says who answered', async () => {
    const { exit, findings } = await loaded(
      temporaryFile('e.csv', 'fraga;titel;period;grad;antal\nstod;Stöd?;2024;1;3\n'),
    )
    expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ column: 'svarar', rule: 'missing-column' }] })
  })
})

test('the first real survey empties the sample of figures and clients', async () => {
  const { context } = await loaded(asCsv(chosen([1, 2, 5, 2])))
  const figures = await openFigures(context.home.figures)
  await figures.connection.run('UPDATE condition SET sample = true')
  figures.close()
  const { object } = await load(context, [asCsv(chosen([2, 2, 5, 2]))], { release: false })
  expect(object).toMatchObject({ sampleEmptied: true })
  expect(await surveysIn(context)).toMatchObject([{ counts: [2, 2, 5, 2] }])
})

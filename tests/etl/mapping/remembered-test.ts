import { expect, test } from 'vitest'
import { check } from '../../../etl/commands/check.ts'
import { load } from '../../../etl/commands/load.ts'
import { mappings } from '../../../etl/commands/mappings.ts'
import type { Understanding } from '../../../etl/sources/oj/index.ts'
import { figuresIn } from '../../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'

/** A workbook of one's own headings, which no catalogue knows. */
const ofYear = (year: number, values: number[], heading = 'Andel med plan') =>
  workbookOf(
    {
      [`Resultat ${year}`]: [
        [`Tabell över ${year}`],
        ['Kommunkod', 'Kommun', `${heading} ${year}`],
        ['0114', 'Upplands Väsby', values[0]!],
        ['0184', 'Solna', values[1]!],
      ],
    },
    `plan-${year}.xlsx`,
  )

type Answer = {
  mappings: Record<string, Understanding>
  findings: { rule: string; severity: string; message: string }[]
}

/** Corrects what `check` prints and loads the year with it. @returns the shape that it is remembered by */
async function loadedOnce(context: ReturnType<typeof emptyHome>): Promise<string> {
  const path = ofYear(2023, [71, 72])
  const { object } = await check(context, [path], {})
  const printed = (object as Answer).mappings['plan-2023.xlsx']!
  printed.sheets[0]!.columns.C = { id: 'lokal_plan', title: 'Personer med plan, andel (%)', period: 2023 }
  const mapping = temporaryFile('m.json', JSON.stringify(printed))
  expect((await load(context, [path], { release: false, mapping })).exit).toBe(0)
  return printed.shape.id
}

test('a mapping is remembered by the shape of its file, proposed for the next year, and used with its own years when asked for', async () => {
  const context = emptyHome()
  const id = await loadedOnce(context)
  const next = ofYear(2024, [81, 82])

  const proposed = (await check(context, [next], {})).object as Answer
  const told = proposed.findings.find(({ rule }) => rule === 'mapping-remembered')
  expect(told).toMatchObject({ severity: 'warning', message: expect.stringContaining(`--mapping ${id}`) })
  expect(told!.message).toContain('plan-2023.xlsx')

  expect((await load(context, [next], { release: false, mapping: id })).exit).toBe(0)
  expect(await figuresIn(context)).toEqual([
    ...['lokal_plan T 2023 0114 71', 'lokal_plan T 2023 0184 72'],
    ...['lokal_plan T 2024 0114 81', 'lokal_plan T 2024 0184 82'],
  ])
})

test('the mappings that are remembered are listed, and each can be had as a file', async () => {
  const context = emptyHome()
  expect((await mappings(context, undefined)).lines.join()).toContain('Ingen översättning är sparad')
  const id = await loadedOnce(context)
  expect((await mappings(context, undefined)).lines).toEqual([
    expect.stringMatching(new RegExp(`^${id}  arbetsbok  plan-2023.xlsx  `)),
  ])
  const { file } = await mappings(context, id)
  expect(JSON.parse(file as string).sheets[0]).toMatchObject({
    sheet: 'Resultat 2023',
    columns: { C: { id: 'lokal_plan' } },
  })
})

test('nothing is proposed for another shape, and nothing is remembered of a file that was refused or of one read without a mapping', async () => {
  const context = emptyHome()
  await load(context, [ofYear(2022, [1, 2], 'N31807')], { release: false })
  const broken = { sheets: [{ sheet: 'Resultat 2023', headerRow: 2, columns: { C: 'N99999' } }] }
  await load(context, [ofYear(2023, [71, 72])], {
    release: false,
    mapping: temporaryFile('m.json', JSON.stringify(broken)),
  })
  expect((await mappings(context, undefined)).object).toMatchObject({ workbooks: [] })
  await loadedOnce(context)
  const { findings } = (await check(context, [ofYear(2024, [1, 2], 'Annan rubrik')], {})).object as Answer
  expect(findings.map(({ rule }) => rule)).not.toContain('mapping-remembered')
})

test('a year that stands nowhere in the file is asked for again, never taken from last year', async () => {
  const context = emptyHome()
  const file = (name: string) =>
    workbookOf(
      {
        Blad1: [
          ['Kommunkod', 'Kommun', 'Andel med plan'],
          ['0114', 'Upplands Väsby', 5],
        ],
      },
      name,
    )
  const mapping = {
    sheets: [
      { sheet: 'Blad1', headerRow: 1, period: 2023, columns: { C: { id: 'lokal_plan', title: 'Plan, andel (%)' } } },
    ],
  }
  const given = temporaryFile('m.json', JSON.stringify(mapping))
  expect((await load(context, [file('a.xlsx')], { release: false, mapping: given })).exit).toBe(0)
  const [{ shape }] = ((await mappings(context, undefined)).object as { workbooks: { shape: { id: string } }[] })
    .workbooks as [{ shape: { id: string } }]
  const again = await load(context, [file('b.xlsx')], { release: false, mapping: shape.id })
  expect({ exit: again.exit, object: again.object }).toMatchObject({
    exit: 1,
    object: { findings: [{ rule: 'period' }] },
  })
})

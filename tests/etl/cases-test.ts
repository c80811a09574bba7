import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../../etl/commands/check.ts'
import { load } from '../../etl/commands/load.ts'
import type { Source } from '../../etl/sources/sources.ts'
import { emptyHome, inRelease } from '../fixtures/home.ts'

const CASES = fileURLToPath(new URL('../../../shared/cases', import.meta.url))

type Finding = { row: number | null; column: string | null; rule: string; severity: string }
type Case = {
  file: string
  exit: 0 | 1
  /** Among the findings. */
  found?: Partial<Finding>[]
  /** `indicator sex year municipality value`, in that order. */
  stored?: string[]
  source?: Source
}

const IDENTITY = { row: 2, column: 'pseudo_id', rule: 'identity' }
const CASE_FILES: Case[] = [
  { file: '01-client-workbook-read-as-oj/y_first_pnr.xlsx', exit: 1, found: [IDENTITY] },
  { file: '01-client-workbook-read-as-oj/z_kodbok_first.xlsx', exit: 1, found: [IDENTITY] },
  { file: '01-client-workbook-read-as-oj/y_first.xlsx', exit: 0 },
  {
    file: '02-small-share-times-100/a_small_share.xlsx',
    exit: 0,
    stored: ['N35805 T 2023 0114 0.31', 'N35805 T 2023 0125 0.12', 'N35805 T 2023 0184 0.4'],
  },
  { file: '03-percent-format-ignored/i_pct.xlsx', exit: 0, stored: ['pp T 2023 0125 61', 'pp T 2023 0184 55'] },
  {
    file: '03-percent-format-ignored/m1_pct_over100.xlsx',
    exit: 0,
    found: [{ row: 3, rule: 'out-of-scale' }],
    stored: ['N31807 T 2023 0114 31', 'N31807 T 2023 0125 105', 'N31807 T 2023 0184 40'],
  },
  { file: '04-stored-then-not-published/inf.csv', exit: 1, found: [{ row: 2, column: 'varde', rule: 'not-a-number' }] },
  {
    file: '04-stored-then-not-published/o_hidden_sheet.xlsx',
    exit: 0,
    found: [{ rule: 'hidden', severity: 'warning' }],
    stored: ['N30101 T 2023 0114 4100', 'N30101 T 2023 0125 2900'],
  },
  {
    file: '05-years-or-counts-as-codes/v1_years.xlsx',
    exit: 0,
    stored: ['N30101 T 2021 0184 3500', 'N30101 T 2023 0184 3900'],
  },
  {
    file: '05-years-or-counts-as-codes/v2_years_long.xlsx',
    exit: 0,
    stored: [4100, 4200, 4300, 4400].map((value, i) => `N30101 T ${2020 + i} 1440 ${value}`),
  },
  { file: '05-years-or-counts-as-codes/v3_fiscal.xlsx', exit: 0, stored: ['N31807 T 2021 0184 1.5'] },
  ...['b_riket', 'm7_riket_third', 'm8_11'].map(
    (name): Case => ({
      file: `06-sum-row-in-header-sets-year/${name}.xlsx`,
      exit: 0,
      found: [{ rule: 'rows-left-out' }],
      stored: ['N01951 T 2023 0114 50954', 'N01951 T 2023 0125 29331'],
    }),
  ),
  { file: '06-sum-row-in-header-sets-year/v10_codeC.xlsx', exit: 0, stored: ['N01951 T 2023 0114 50000'] },
  ...['m4_kom', 'm5_kom'].map(
    (name): Case => ({
      file: `07-women-and-men-as-women/${name}.xlsx`,
      exit: 0,
      stored: ['N31807 T 2022 0114 3.5', 'N31807 T 2022 0125 1.5'],
    }),
  ),
  {
    file: '08-other-sheet-refuses-workbook/c_info_years.xlsx',
    exit: 0,
    stored: ['N30101 T 2023 0114 4100', 'N30101 T 2023 0125 2900'],
  },
  {
    file: '09-derived-column-as-indicator/w6_ci.xlsx',
    exit: 0,
    stored: ['N31807 T 2023 0114 1.1', 'N31807 T 2023 0125 2.1'],
  },
  {
    file: '09-derived-column-as-indicator/w8_rank.xlsx',
    exit: 1,
    found: [{ column: 'C', rule: 'derived-column', severity: 'error' }],
  },
  {
    file: '09-derived-column-as-indicator/x4_title_count.xlsx',
    exit: 1,
    found: [{ column: 'C', rule: 'derived-column', severity: 'error' }],
  },
  {
    file: '10-nothing-read-exit-0/i_textanswers.xlsx',
    exit: 1,
    found: [{ column: 'C', rule: 'text-column', severity: 'error' }],
  },
  {
    file: '11-formula-without-cached-value/i_formula.xlsx',
    exit: 1,
    found: [
      { row: 2, column: 'taljare', rule: 'uncomputed' },
      { row: 3, column: 'varde', rule: 'uncomputed' },
    ],
  },
  {
    file: '11-formula-without-cached-value/n_formula.xlsx',
    exit: 0,
    found: [{ row: 2, column: 'C', rule: 'uncomputed' }],
    stored: ['N30101 T 2023 0125 2900'],
  },
  {
    file: '12-value-against-its-own-parts/parts.csv',
    exit: 1,
    found: [2, 3].map((row) => ({ row, column: 'varde', rule: 'parts-disagree' })),
  },
  { file: '13-dots-leave-the-chart/ties.csv', exit: 0 },
  { file: '14-unit-decimals-of-local-titles/units.csv', exit: 0 },
  { file: '15-sep-line/ubu_sep.csv', exit: 0 },
  {
    file: '16-date-made-by-excel/ubu_dates1.csv',
    exit: 1,
    found: [{ row: 2, column: 'aldersgrupp', rule: 'made-by-excel' }],
  },
  {
    file: '16-date-made-by-excel/p_date.xlsx',
    exit: 0,
    found: [{ row: 2, column: 'C', rule: 'date' }],
    stored: ['N31807 T 2023 0125 2.9', 'N31807 T 2023 0184 3.1'],
  },
  { file: '17-not-a-workbook-and-ods/base.csv', exit: 1, found: [{ rule: 'not-a-workbook' }], source: 'oj' },
  { file: '17-not-a-workbook-and-ods/base.ods', exit: 1, found: [{ rule: 'format-ods' }] },
  {
    file: '18-number-pseudonyms-over-15-digits/x_pid_long.xlsx',
    exit: 1,
    found: [{ row: 2, column: 'pseudo_id', rule: 'rounded-number' }],
  },
]

describe.skipIf(!existsSync(CASES))('files that were once read wrongly', () => {
  test.each(CASE_FILES)('$file', async ({ file, exit, found = [], stored, source }) => {
    const context = emptyHome()
    const outcome = await load(context, [`${CASES}/${file}`], { release: true, ...(source && { source }) })
    const { findings } = outcome.object as { findings: Finding[] }
    expect({ exit: outcome.exit, findings }).toMatchObject({ exit })
    for (const finding of found) expect(findings).toContainEqual(expect.objectContaining(finding))
    expect(JSON.stringify(outcome)).not.toMatch(/9876|811218/)
    if (stored) expect(await figures(context)).toEqual(stored)
  })

  test('what is refused blocks nothing: the next good file is published', async () => {
    const context = emptyHome()
    const folder = `${CASES}/04-stored-then-not-published`
    expect((await load(context, [`${folder}/inf.csv`], { release: true })).exit).toBe(1)
    expect((await load(context, [`${folder}/o_hidden_sheet.xlsx`], { release: true })).exit).toBe(0)
    expect((await load(context, [`${folder}/right.xlsx`], { release: true })).exit).toBe(0)
    expect((await check(context, [`${folder}/good.csv`], {})).exit).toBe(0)
  })
})

async function figures(context: ReturnType<typeof emptyHome>): Promise<string[]> {
  const rows = await inRelease<{ text: string }>(
    context,
    "SELECT concat_ws(' ', indicator, sex, period, municipality, value) AS text FROM value WHERE value IS NOT NULL ORDER BY indicator, sex, period, municipality",
  )
  return rows.map(({ text }) => text.replace(/\.0$/, ''))
}

import { expect, test } from 'vitest'
import { check } from '../../../etl/commands/check.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { interviewsOf } from '../../fixtures/foreign-extract.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'

type Said = { ok: boolean; rows: number; counts: Record<string, number> }

async function checked(name: string, lines: readonly string[]): Promise<Said> {
  const { exit, object } = await check(emptyHome(), [temporaryFile(name, `${lines.join('\n')}\n`)], {})
  expect(exit).toBe(1)
  return object as Said
}

test('a table with nothing but errors is read no further than to the hundred thousandth', async () => {
  const rows = Array.from({ length: 130_000 }, (_, n) => `N31807,${1000 + (n % 100)}x,2021,T,5`)
  const { ok, counts } = await checked('k.csv', ['kpi,municipality,period,gender,value', ...rows])
  expect([ok, counts['too-many-errors'], counts['unknown-municipality']]).toEqual([false, 1, 100_000])
})

test('an extract with nothing but errors is read no further either', async () => {
  const [header, row] = csvOf(interviewsOf('0184', { perYear: 1 })).split(/\r?\n/)
  const bad = row!
    .split(';')
    .map((cell, at) => (at < 3 ? cell : 'zzz'))
    .join(';')
  const { ok, rows, counts } = await checked('asi.csv', [header!, ...Array<string>(40_000).fill(bad)])
  expect([ok, counts['too-many-errors']]).toEqual([false, 1])
  expect(rows).toBeLessThan(40_000)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tryDishonest, tryHonest } from '../workbooks/trial.ts'

// The long form is a command of its own: npm run workbooks.
const SEEDS = Array.from({ length: 40 }, (_, i) => 1 + i)
const folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('of honest workbooks every value is read exactly', async () => {
  expect(await tryHonest(folder, SEEDS)).toEqual([])
})

test('of dishonest workbooks nothing wrong is stored, and nothing is lost unsaid', async () => {
  expect(await tryDishonest(folder, SEEDS)).toEqual([])
})

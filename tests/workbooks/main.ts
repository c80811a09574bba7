import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryDishonest, tryHonest } from './trial.ts'

/** `npm run workbooks -- [how many] [first seed]`: honest and dishonest workbooks, what went wrong with each. */
const [count = 2000, first = 1] = process.argv.slice(2).map(Number)
const seeds = Array.from({ length: count }, (_, i) => first + i)
const folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
try {
  const faults = [...(await tryHonest(folder, seeds)), ...(await tryDishonest(folder, seeds))]
  for (const { seed, name, what } of faults.slice(0, 60)) console.log(`${seed} ${name}: ${what}`)
  console.log(`${count} honest and ${count} dishonest workbooks: ${faults.length} faults`)
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings, type Settings } from '../../data/settings.ts'
import { benchCheck, benchMillion, benchProtect } from './clients.ts'
import { benchAnswers } from './compare.ts'
import { benchFetch } from './fetch.ts'
import { benchFigures } from './figures.ts'
import { FIFTH, FULL, TENTH } from './full-size.ts'
import { benchLargeRelease } from './large-release.ts'
import { type Absent, type Measured, machine } from './measure.ts'
import { benchPages } from './pages.ts'
import { benchPeers } from './peers.ts'
import { tableOf } from './table.ts'
import { benchWorkbook } from './workbook.ts'

/** Where a benchmark works and by which settings. */
export type Bench = { folder: string; settings: Settings }

const RESULTS = fileURLToPath(new URL('results.json', import.meta.url))
/** A fifth of Kolada, for a first look; otherwise all of it, and with `--large` a million interviews too. */
const SMALL = process.argv.includes('--small')
const LARGE = process.argv.includes('--large')

const bench: Bench = { folder: mkdtempSync(join(tmpdir(), 'jamsides-bench-')), settings: readSettings({}) }

/** What is measured, in this order; one of them may be named: `npm run bench -- pages`. */
const PARTS: Record<string, () => Promise<(Measured | Absent)[]>> = {
  figures: () => benchFigures(bench, SMALL ? TENTH : FIFTH),
  fetch: () => benchFetch(bench, TENTH),
  answers: () => benchAnswers(bench),
  pages: () => benchPages(bench),
  large: () => benchLargeRelease(bench, SMALL ? FIFTH : FULL),
  peers: () => benchPeers(bench),
  workbook: async () => [await benchWorkbook(bench)],
  check: async () => [await benchCheck(bench, { municipalities: 8, years: 5, perYear: 500 })],
  protect: async () => [await benchProtect(bench, { municipalities: 8, years: 5, perYear: 150 })],
  million: async () => (LARGE ? await benchMillion(bench) : []),
}

const named = Object.keys(PARTS).filter((part) => process.argv.includes(part))
try {
  const rows: (Measured | Absent)[] = []
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
    const begun = performance.now()
    rows.push(...(await PARTS[part]!()))
    console.error(`${part}: ${Math.round((performance.now() - begun) / 1000)} s`)
  }
  const today = new Date().toISOString().slice(0, 10)
  console.log(tableOf(rows, today))
  const stated = { measured: today, machine: machine(), rows }
  if (named.length === 0) writeFileSync(RESULTS, `${JSON.stringify(stated, null, 2)}\n`)
} finally {
  rmSync(bench.folder, { recursive: true, force: true })
}

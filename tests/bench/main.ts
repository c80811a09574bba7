import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings, type Settings } from '../../data/settings.ts'
import { benchCheck, benchProtect } from './clients.ts'
import { benchAnswers } from './compare.ts'
import { benchFigures } from './figures.ts'
import { FIFTH, FULL } from './full-size.ts'
import { benchLargeRelease } from './large-release.ts'
import { type Measured, machine } from './measure.ts'
import { benchPages } from './pages.ts'
import { benchWorkbook } from './workbook.ts'

/** Where a benchmark works and by which settings. */
export type Bench = { folder: string; settings: Settings }

const RESULTS = fileURLToPath(new URL('results.json', import.meta.url))
const LARGE = process.argv.includes('--large')

const bench: Bench = { folder: mkdtempSync(join(tmpdir(), 'jamsides-bench-')), settings: readSettings({}) }
try {
  const rows: Measured[] = [
    await benchFigures(bench),
    ...(await benchAnswers(bench)),
    ...(await benchPages(bench)),
    ...(await benchLargeRelease(bench, LARGE ? FULL : FIFTH)),
    await benchWorkbook(bench),
    await benchCheck(bench, { municipalities: 8, years: 5, perYear: LARGE ? 15_000 : 500 }),
    await benchProtect(bench, { municipalities: 8, years: 5, perYear: 150 }),
    ...(LARGE ? [await benchProtect(bench, { municipalities: 40, years: 10, perYear: 300 })] : []),
  ]
  console.table(rows)
  const stated = { measured: new Date().toISOString().slice(0, 10), machine: machine(), rows }
  writeFileSync(RESULTS, `${JSON.stringify(stated, null, 2)}\n`)
} finally {
  rmSync(bench.folder, { recursive: true, force: true })
}

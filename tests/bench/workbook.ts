import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '../../data/catalogue/index.ts'
import { homeAt } from '../../data/store/home.ts'
import { check } from '../../etl/commands/check.ts'
import { DEFAULT_LIMITS } from '../../etl/read/refused.ts'
import { readZip } from '../../etl/read/zip.ts'
import { bookOf, type Cell } from '../workbooks/book.ts'
import type { Bench } from './main.ts'
import { type Measured, measured, timed } from './measure.ts'

const YEARS = [2021, 2022, 2023]
const COLUMNS = 60

/** Checks a workbook of all municipalities, sixty indicators and three years, a sheet each, against unpacking it. */
export async function benchWorkbook({ folder, settings }: Bench): Promise<Measured> {
  const file = join(folder, 'tabell.xlsx')
  writeFileSync(file, bookOf(YEARS.map((year) => ({ name: `${year}`, rows: rowsOf(year) }))))
  const unpacked = await timed(async () => {
    for await (const _ of readZip(file, DEFAULT_LIMITS));
  })
  const context = { home: homeAt(join(folder, 'workbook')), settings }
  const checked = await timed(async () => {
    const { exit } = await check(context, [file], {})
    if (exit !== 0) throw new Error('The workbook was refused.')
  })
  const values = catalogue().municipalities.length * COLUMNS * YEARS.length
  return measured('check a workbook of open comparisons', `${values} values`, checked, 'unpacking it', unpacked)
}

function rowsOf(year: number): Cell[][] {
  const indicators = catalogue()
    .indicators.filter(({ kind }) => kind !== 'yesno' && kind !== 'ordinal')
    .slice(0, COLUMNS)
  const rows = catalogue().municipalities.map(({ code, shortName }, place): Cell[] => [
    code,
    shortName,
    ...indicators.map((_, i) => ((place * 7 + i * 13 + year) % 990) / 10),
  ])
  return [['Kommunkod', 'Kommun', ...indicators.map(({ id, title }) => `${id} ${title.sv}`)], ...rows]
}

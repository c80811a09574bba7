import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWritable, quoted } from '../../data/store/duckdb.ts'
import { openFigures } from '../../data/store/figures.ts'
import { type Home, homeAt } from '../../data/store/home.ts'
import { otherIndicators, type Size, storeFullSize } from './full-size.ts'
import type { Bench } from './main.ts'
import { held, type Measured, measured, timed } from './measure.ts'
import { runEtl } from './service.ts'

const GOAL = 0.4
const MOST_MEGABYTES = 1500

/** Loads, checks and publishes Kolada's long table, then a year's changes, against DuckDB alone that reads, sorts and stores the same file. */
export async function benchFigures({ folder }: Bench, size: Size): Promise<Measured[]> {
  const { table, changes, described, rows } = await writeFiles(folder, size)
  const bare = await timed(() => storeBare(table, join(folder, 'bare.duckdb')))
  const environment = { JAMSIDES_HOME: join(folder, 'loaded'), JAMSIDES_MAX_FILE_MB: '8000' }
  const whole = await runEtl(['load', described, table, '--source', 'kolada'], environment)
  const changed = await runEtl(['load', changes, '--source', 'kolada'], environment)
  const amount = `${Math.round(rows / 100_000) / 10} million rows`
  const loaded = measured('load, check and publish', amount, whole.milliseconds, 'DuckDB reads, sorts, stores', bare)
  const rate = Math.round((100 * bare) / whole.milliseconds) / 100
  const most = Math.max(whole.megabytes, changed.megabytes)
  const goal = `≥ ${GOAL} of its rate (${rate})`
  return [
    held(loaded, goal, rate >= GOAL),
    measured(
      'load and publish 25 indicators of a new year',
      amount,
      changed.milliseconds,
      'the whole',
      whole.milliseconds,
    ),
    {
      ...held(
        measured('memory of that', amount, most, 'the goal', MOST_MEGABYTES),
        `≤ ${MOST_MEGABYTES} MB`,
        most <= MOST_MEGABYTES,
      ),
      unit: 'MB',
    },
  ]
}

type Files = { table: string; changes: string; described: string; rows: number }

/** Only what Kolada would describe itself: the catalogue's indicators have scales that made-up values do not keep to. */
async function writeFiles(folder: string, size: Size): Promise<Files> {
  const home = homeAt(join(folder, 'made'))
  await storeFullSize(home, size)
  const [table, changes, described] = ['values.csv', 'changes.csv', 'kpi.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const others = otherIndicators(size)
  const newest = `period = 2024 AND indicator IN (${others
    .slice(0, 25)
    .map(({ id }) => quoted(id))
    .join()})`
  const rows = await copyTo(table, home, `NOT (${newest})`)
  await copyTo(changes, home, newest)
  const values = others.map(({ id, title }) => ({
    id,
    title: title.sv,
    is_divided_by_gender: true,
    operating_area: 'X',
  }))
  writeFileSync(described, JSON.stringify({ count: values.length, values }))
  return { table, changes, described, rows }
}

async function copyTo(file: string, home: Home, condition: string): Promise<number> {
  const figures = await openFigures(home.figures)
  try {
    const result = await figures.connection.runAndReadAll(`COPY (
      SELECT indicator AS kpi, municipality, period, sex AS gender, value,
        CASE status WHEN 'missing' THEN 'Missing' WHEN 'secrecy' THEN 'Privacy' END AS status
      FROM figure WHERE indicator >= 'N70000' AND indicator < 'U' AND ${condition}) TO ${quoted(file)} (HEADER)`)
    return Number(result.getRows()[0]![0])
  } finally {
    figures.close()
  }
}

async function storeBare(table: string, file: string): Promise<void> {
  const database = await openWritable(file)
  await database.connection.run(
    'CREATE TABLE value AS SELECT * FROM read_csv($1) ORDER BY kpi, gender, period, municipality',
    [table],
  )
  await database.connection.run('CHECKPOINT')
  database.close()
}

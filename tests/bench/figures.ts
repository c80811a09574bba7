import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '../../data/catalogue/index.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import { openWritable } from '../../data/store/duckdb.ts'
import { homeAt } from '../../data/store/home.ts'
import { load } from '../../etl/commands/load.ts'
import type { Bench } from './main.ts'
import { measured, timed } from './measure.ts'

const WANTED = 375_000

/** Loads and publishes 375,000 values, against DuckDB alone reading the same file into a table. */
export async function benchFigures({ folder, settings }: Bench) {
  const file = join(folder, 'values.csv')
  const rows = await writeValues(file)
  const bare = await timed(() => readBare(file))
  const context = { home: homeAt(join(folder, 'home')), settings }
  const loaded = await timed(() => load(context, [file], { release: true, source: 'kolada' }))
  return measured('load and publish values', `${rows} values`, loaded, 'DuckDB reads the same file', bare)
}

async function writeValues(file: string): Promise<number> {
  const out = createWriteStream(file)
  out.write('kpi,municipality,period,gender,value,status\n')
  let rows = 0
  const { indicators, municipalities, groups } = catalogue()
  const statuses: Record<string, string> = {
    missing: 'Missing',
    secrecy: 'Privacy',
    'not-applicable': 'Not applicable',
  }
  sampleFigures({ indicators, municipalities, groups, seed: 1, from: 2015, to: 2025 }, (figure) => {
    if (rows >= WANTED) return
    rows += 1
    const value = figure.value === null ? '' : codedAsSource(figure.indicator, figure.value)
    out.write(
      `${figure.indicator},${figure.municipality},${figure.period},${figure.sex},${value},${statuses[figure.status ?? ''] ?? ''}\n`,
    )
  })
  out.end()
  await once(out, 'finish')
  return rows
}

/** Three yes/no indicators come as 1 and 2. */
function codedAsSource(indicator: string, value: number): number {
  const coding = catalogue().indicatorById.get(indicator)?.yesNoCoding
  return coding === '1/2' && value === 0 ? 2 : value
}

async function readBare(file: string): Promise<void> {
  const database = await openWritable(':memory:')
  await database.connection.run('CREATE TABLE value AS SELECT * FROM read_csv($1)', [file])
  database.close()
}

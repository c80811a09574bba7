import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../../data/store/duckdb.ts'
import type { Ground } from './ground.ts'

/** Where everything stands by which figures are reckoned: another program reckons anew. */
const RECKONERS = ['data/figures', 'data/model', 'data/stats', 'etl/release/reckon']
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

type Summed = { indicator: number; sum: string }

/** Sums that do not depend on the order of rows, of everything by its texts: numbers are a release's own. */
const sumOf = (columns: string) => `concat_ws(' ', count(*), sum(hash(${columns})), bit_xor(hash(${columns}))) AS sum`

const FIGURES = `
  SELECT indicator, ${sumOf('sex, period, code, value, status, token, source, loaded_at')}
  FROM figure JOIN place ON place = place.number JOIN mark ON mark = mark.number JOIN origin ON origin = origin.number
  GROUP BY indicator`
const BESIDE = `
  SELECT indicator, ${sumOf('sex, period, code, numerator, denominator, lower, upper, previous_value, previous_status, previous_loaded_at')}
  FROM beside JOIN place ON place = number GROUP BY indicator`

/** Writes for each indicator with values a digest of all that its reckoned rows depend on. */
export async function writeDependencies(connection: DuckDBConnection, ground: Ground): Promise<void> {
  const figures = await sums(connection, FIGURES)
  const beside = await sums(connection, BESIDE)
  // Numbers are a release's own.
  const municipalities = ground.municipalities.map(({ code, population }) => ({ code, population }))
  const groups = ground.groups.map(({ id, codes }) => ({ id, codes }))
  const common = digest([programDigest(), municipalities, groups])
  const appender = await connection.createAppender('reckoned_from')
  for (const [position, values] of [...figures].sort(([a], [b]) => a - b)) {
    const indicator = ground.indicators[position]!
    const base = indicator.base === null ? undefined : ground.positions.get(indicator.base)
    appender.appendSmallInt(position)
    appender.appendVarchar(
      digest([common, indicator, values, beside.get(position), base === undefined ? null : figures.get(base)]),
    )
    appender.endRow()
  }
  appender.closeSync()
}

async function sums(connection: DuckDBConnection, sql: string): Promise<Map<number, string>> {
  return new Map((await rowsOf<Summed>(connection, sql)).map(({ indicator, sum }) => [indicator, sum]))
}

const digest = (all: unknown): string => createHash('sha256').update(JSON.stringify(all)).digest('base64url')

let known: string | null = null

function programDigest(): string {
  known ??= digest(
    RECKONERS.flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => [name, readFileSync(join(PROJECT, folder, name), 'utf8')]),
    ),
  )
  return known
}

import pg from 'pg'
import { startServer } from '../../api/server.ts'
import { rowsOf } from '../../data/store/duckdb.ts'
import { openFigures } from '../../data/store/figures.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import type { Bench } from './main.ts'
import { type Absent, type Measured, measured, percentile, timesOf } from './measure.ts'
import { sampleHome } from './sample.ts'

type Row = { indicator: string; sex: string; period: number; municipality: string; value: number }

/** What PostgreSQL is given to be quick with: an index in the order of the question, and the ranks and statistics made once. */
const PREPARED = [
  'CREATE INDEX by_question ON figure (indicator, sex, period) INCLUDE (municipality, value)',
  `CREATE MATERIALIZED VIEW ranked AS SELECT *, rank() OVER (PARTITION BY indicator, sex, period ORDER BY value DESC) AS rank FROM figure`,
  'CREATE INDEX ranked_by_question ON ranked (indicator, sex, period)',
  `CREATE MATERIALIZED VIEW statistics AS SELECT indicator, sex, period, count(*) AS count, avg(value) AS mean,
     percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY value) AS quantiles FROM figure GROUP BY 1, 2, 3`,
  'CREATE INDEX statistics_by_question ON statistics (indicator, sex, period)',
  'ANALYZE',
]
const QUESTION = `SELECT municipality, value, rank, mean, quantiles FROM ranked JOIN statistics USING (indicator, sex, period)
  WHERE indicator = $1 AND sex = 'T' AND period = $2`
const YEARS = [2023, 2024, 2025]
const TURNS = 200
const AT_ONCE = 50_000

/** The ranks and statistics of all municipalities, as /compare answers them, beside other programs that hold the same values. */
export async function benchPeers(bench: Bench): Promise<(Measured | Absent)[]> {
  const server = await startPostgres()
  const mosaic = { work: '/compare beside the Mosaic data server', absent: 'it is no npm package: not installed here' }
  if (typeof server === 'string') return [{ work: '/compare beside PostgreSQL', absent: server }, mosaic]
  try {
    return [await benchPostgres(bench, server), mosaic]
  } finally {
    await server.stop()
  }
}

async function benchPostgres(bench: Bench, server: Postgres): Promise<Measured> {
  const home = await sampleHome(bench)
  const rows = await valuesIn(home.figures)
  const client = new pg.Client({ connectionString: await server.address('peer') })
  await client.connect()
  const quiet = { ...bench.settings, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: 1_000_000, PORT: 0 }
  const running = await startServer({ ...quiet, JAMSIDES_HOME: home.root })
  try {
    await fill(client, rows)
    const ids = [...new Set(rows.map(({ indicator }) => indicator))].sort()
    const asked = (turn: number) => [ids[turn % ids.length]!, YEARS[turn % YEARS.length]!] as const
    const theirs = await timesOf(TURNS, (turn) => client.query(QUESTION, [...asked(turn)]))
    const ours = await timesOf(TURNS, async (turn) => {
      const [indicator, period] = asked(turn)
      const address = `${running.url}/api/v1/compare?indicator=${indicator}&period=${period}&group=all`
      await (await fetch(address)).arrayBuffer()
    })
    const half = (times: readonly number[]) => percentile(0.5, times)
    return measured(
      `/compare over HTTP, median of ${TURNS}`,
      `${rows.length} values`,
      half(ours),
      'PostgreSQL, indexed and materialised, rows alone',
      half(theirs),
    )
  } finally {
    await running.close()
    await client.end()
  }
}

async function valuesIn(file: string): Promise<Row[]> {
  const figures = await openFigures(file)
  try {
    const sql = `SELECT indicator, sex, period, municipality, value FROM figure WHERE value IS NOT NULL AND period IN (${YEARS.join()})`
    return await rowsOf<Row>(figures.connection, sql)
  } finally {
    figures.close()
  }
}

async function fill(client: pg.Client, rows: readonly Row[]): Promise<void> {
  await client.query(
    'CREATE TABLE figure (indicator TEXT, sex TEXT, period SMALLINT, municipality TEXT, value DOUBLE PRECISION)',
  )
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + AT_ONCE))
    await client.query('INSERT INTO figure SELECT * FROM json_populate_recordset(NULL::figure, $1)', [some])
  }
  for (const statement of PREPARED) await client.query(statement)
}

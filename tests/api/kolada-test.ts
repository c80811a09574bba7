import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import type { CompareRow } from '../../data/model/answers/compare.ts'
import { openWritable, rowsOf } from '../../data/store/duckdb.ts'
import { makeHome } from './home.ts'
import { serve } from './service.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const VALUES = fileURLToPath(new URL('../../../shared/data/kolada/values-to-2021.csv.gz', import.meta.url))

type Wanted = { municipality: string; value: number; rank: number; of: number; band: string | null }

describe.skipIf(!existsSync(VALUES))('the real values of Kolada, loaded by the ETL', () => {
  const { home, remove } = makeHome()
  let running: Running

  beforeAll(async () => {
    const environment = { ...process.env, JAMSIDES_HOME: home.root }
    execFileSync(process.execPath, ['--import', 'tsx', 'etl/main.ts', 'load', VALUES], {
      cwd: PROJECT,
      env: environment,
    })
    running = await serve(home)
  })
  afterAll(async () => {
    await running.close()
    remove()
  })

  const cases = [
    { indicator: 'N31814', period: 2021, group: 'fou-nordvast', order: 'ASC' },
    { indicator: 'N31814', period: 2019, group: 'county-01', order: 'ASC' },
    { indicator: 'U30452', period: 2021, group: 'all', order: 'DESC' },
    { indicator: 'N30101', period: 2020, group: 'skr-A2', order: 'DESC' },
  ]

  test.each(cases)(
    '$indicator $period in $group: value, rank, band and quartiles as SQL has them',
    async ({ indicator, period, group, order }) => {
      const ask = async (path: string) => (await fetch(`${running.url}/api/v1${path}`)).json()
      const body = await ask(`/compare?indicator=${indicator}&period=${period}&group=${group}`)
      const within = await ask(`/compare?indicator=${indicator}&period=${period}&group=${group}&reference=${group}`)
      const { groups } = await ask('/groups')
      const members: string[] = groups.find(({ id }: { id: string }) => id === group).members
      const neutral = body.about.direction === 'neutral'
      const [wanted, ofGroup, quartiles] = await separately(indicator, period, order, neutral, members)
      expect(wanted.length).toBeGreaterThan(0)
      for (const one of wanted) expect(body.rows).toContainEqual(expect.objectContaining(one))
      for (const one of ofGroup) expect(within.rows).toContainEqual(expect.objectContaining(one))
      for (const [key, figure] of Object.entries(quartiles)) expect(body.reference[key]).toBeCloseTo(figure, 10)
      const absent = body.rows.filter((row: CompareRow) => row.value === null)
      expect(absent.length).toBe(members.length - wanted.length)
      for (const row of absent) expect(row).toMatchObject({ status: 'missing', rank: null, band: null })
    },
  )

  /** Reads the same file with a DuckDB of its own, nothing of the service between. */
  async function separately(indicator: string, period: number, order: string, neutral: boolean, members: string[]) {
    const database = await openWritable(':memory:', 512)
    try {
      const list = members.map((code) => `'${code}'`).join()
      await database.connection.run(`CREATE TABLE v AS SELECT municipality, value FROM
        read_csv('${VALUES}', types = {'municipality': 'TEXT', 'value': 'DOUBLE'})
        WHERE kpi = '${indicator}' AND period = ${period} AND gender = 'T' AND value IS NOT NULL
          AND municipality NOT LIKE '00%'`)
      const ranked = (where: string, band: string) =>
        rowsOf<Wanted>(
          database.connection,
          `SELECT * FROM (SELECT municipality, value,
            rank() OVER (ORDER BY value ${order})::INTEGER AS rank, count(*) OVER ()::INTEGER AS of ${band}
          FROM v WHERE ${where}) WHERE municipality IN (${list}) ORDER BY municipality`,
        )
      const r = `rank() OVER (ORDER BY value ${order})`
      const n = 'count(*) OVER ()'
      const band = neutral
        ? ', NULL AS band'
        : `, CASE WHEN 4 * ${r} <= ${n} THEN 'best' WHEN 4 * ${r} > 3 * ${n} THEN 'worst' ELSE 'middle' END AS band`
      const [quartiles] = await rowsOf<Record<string, number>>(
        database.connection,
        `SELECT count(*)::INTEGER AS count,
        (290 - count(*))::INTEGER AS missing, quantile_cont(value, 0.25) AS q1, quantile_cont(value, 0.5) AS median,
        quantile_cont(value, 0.75) AS q3, min(value) AS min, max(value) AS max FROM v`,
      )
      return [await ranked('true', band), await ranked(`municipality IN (${list})`, ''), quartiles!] as const
    } finally {
      database.close()
    }
  }
})

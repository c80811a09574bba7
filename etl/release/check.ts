import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../../data/store/duckdb.ts'
import { ToldError } from '../../data/told-error.ts'
import { say } from '../language.ts'
import { isRenewed, type Renewed } from './renewed.ts'

/** What was built contradicts itself and is not published. */
export class UnsoundRelease extends ToldError {
  override name = 'UnsoundRelease'
}

/** What must never be found in a release: each question counts the offences, of the rows that are meant where it goes through all. */
const OFFENCES: { count: string | ((rows: string) => string); sv: string; en: string }[] = [
  {
    count: `SELECT count(*) AS n FROM figures.stored_figure
      WHERE indicator NOT IN (SELECT number FROM figures.indicator SEMI JOIN indicator USING (id))`,
    sv: 'ett värde hör till en indikator som inte är beskriven',
    en: 'a value belongs to an indicator that is not described',
  },
  {
    count: `SELECT abs((SELECT count(*) FROM figure) - (SELECT count(*) FROM figures.stored_figure)) AS n`,
    sv: 'antalet värden är inte det lagrade',
    en: 'the number of values is not the stored one',
  },
  {
    count: `SELECT abs((SELECT count(*) FROM unit_figure) - (SELECT count(*) FROM figures.unit_figure)) AS n`,
    sv: 'antalet värden för enheter är inte det lagrade',
    en: 'the number of values of units is not the stored one',
  },
  {
    count: (rows) => `SELECT count(*) AS n FROM ${rows} WHERE NOT isfinite(value) OR (value IS NULL) = (mark = 0)`,
    sv: 'ett värde är varken ett tal eller saknat med ett skäl',
    en: 'a value is neither a number nor missing for a reason',
  },
  {
    count: (rows) => `SELECT count(*) AS n FROM (
      SELECT ((indicator::BIGINT * 4 + sex) * 10000 + period) * 1000 + place AS key, lag(key) OVER () AS previous FROM ${rows})
      WHERE key <= previous`,
    sv: 'samma värde finns två gånger',
    en: 'the same value is there twice',
  },
]

/**
 * Checks a built release against the figures (attached as `figures`).
 * @param renewed whose rows were written; all others were checked when they were
 * @throws UnsoundRelease naming what does not hold
 */
export async function checkRelease(connection: DuckDBConnection, renewed: Renewed): Promise<void> {
  const rows = `(FROM figure WHERE ${isRenewed('indicator', renewed)})`
  for (const { count, sv, en } of OFFENCES) {
    const offences = typeof count === 'string' ? count : count(rows)
    const [row] = await rowsOf<{ n: number }>(connection, `SELECT n::INTEGER AS n FROM (${offences})`)
    if (row!.n === 0) continue
    throw new UnsoundRelease(
      say(`Utgåvan publiceras inte: ${sv} (${row!.n}).`, `The release is not published: ${en} (${row!.n}).`),
    )
  }
}

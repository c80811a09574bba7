import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import { rowsOf } from '../../data/store/duckdb.ts'
import { LARGEST_NUMBER } from '../../data/store/figure.ts'
import { SEX_TOLD } from '../../data/store/figure-numbers.ts'
import { BESIDE, KEY } from '../../data/store/stage.ts'
import { counted, say } from '../language.ts'

/** A stored figure that no release could hold, and why; its value is not told. */
export type Unsound = { indicator: string; municipality: string; period: number; sex: string; reason: Reason }

type Reason = (typeof REASONS)[number]['reason'] | typeof TWICE_IS.reason

const NUMBERS = ['value', 'numerator', 'denominator', 'lower', 'upper']

/** What a figure of the store must never be, each as SQL over its numbers. First that holds. */
const REASONS = [
  {
    reason: 'undescribed',
    is: 'indicator NOT IN (SELECT number FROM described)',
    sv: 'värdet hör till en indikator som inte är beskriven',
    en: 'the value belongs to an indicator that is not described',
  },
  {
    reason: 'not-a-number',
    is: NUMBERS.map((column) => `NOT coalesce(isfinite(${column}) AND abs(${column}) < ${LARGEST_NUMBER}, true)`).join(
      ' OR ',
    ),
    sv: 'värdet är inget tal som kan visas',
    en: 'the value is no number that can be shown',
  },
  {
    reason: 'value-and-status',
    is: '(value IS NULL) = (mark IS NULL OR mark IN (SELECT number FROM mark WHERE status IS NULL))',
    sv: 'värdet är varken ett tal eller saknat med ett skäl',
    en: 'the value is neither a number nor missing for a reason',
  },
  {
    reason: 'interval',
    is: '(lower IS NULL) <> (upper IS NULL) OR NOT coalesce(lower <= value AND value <= upper, lower IS NULL)',
    sv: 'värdet ligger utanför sitt eget intervall',
    en: 'the value lies outside its own interval',
  },
  {
    reason: 'place-or-time',
    is: `sex NOT BETWEEN 0 AND 2 OR period NOT BETWEEN 1970 AND 2100
      OR place IN (SELECT number FROM place WHERE NOT regexp_full_match(code, '\\d{4}'))`,
    sv: 'kommun, år eller kön är inget som finns',
    en: 'municipality, year or sex is none that exists',
  },
] as const

const TWICE_IS = {
  reason: 'duplicate',
  sv: 'samma värde finns två gånger',
  en: 'the same value is there twice',
} as const

const WHY = `CASE ${REASONS.map(({ reason, is }) => `WHEN ${is} THEN '${reason}'`).join(' ')} END`
const TWICE = `SELECT ${KEY} FROM figures GROUP BY ALL HAVING count(*) > 1`

/**
 * Of the figures that were just merged (table `compared`, in the same transaction), those that could never be published:
 * the same offences that the release is held to. The first hundred. What nothing was stored of, taken together out of one
 * file, was held to more than that before it was taken.
 */
export async function unsoundDelivered(connection: DuckDBConnection): Promise<Unsound[]> {
  if ((await rowsOf(connection, `SELECT 1 FROM (${MERGED}) LIMIT 1`)).length === 0) return []
  await describe(connection)
  await connection.run(STRETCHES)
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE doubted (indicator INTEGER, sex TINYINT, period SMALLINT, place INTEGER, reason TEXT)',
  )
  const stretches = await rowsOf<Stretch>(connection, 'SELECT DISTINCT stretch FROM delivered_indicator')
  for (const stretch of stretches) await connection.run(DOUBTED, stretch)
  return rowsOf<Unsound>(
    connection,
    `SELECT id AS indicator, ${SEX_TOLD} AS sex, period, code AS municipality, reason
     FROM doubted SEMI JOIN (${MERGED}) USING (${KEY}) JOIN indicator ON indicator.number = doubted.indicator
       JOIN place ON place.number = doubted.place ORDER BY ALL LIMIT 100`,
  )
}

const MERGED = "FROM compared WHERE change IN ('added', 'revised')"
/** About so many figures are looked through at once: all of Kolada would not fit in memory. */
const AT_ONCE = 500_000

type Stretch = { stretch: number }

/** The indicators of which something was merged, each in a stretch of about so many figures. */
const STRETCHES = `
  CREATE OR REPLACE TEMP TABLE delivered_indicator AS
  SELECT indicator, (sum(count(*)) OVER (ORDER BY indicator) // ${AT_ONCE})::INTEGER AS stretch
  FROM stored_figure WHERE indicator IN (SELECT DISTINCT indicator FROM (${MERGED})) GROUP BY indicator`

/** What is doubtful in a stretch of them, also what was there before. */
const DOUBTED = `
  INSERT INTO doubted
  WITH figures AS (FROM stored_figure SEMI JOIN (FROM delivered_indicator WHERE stretch = $stretch) USING (indicator))
  SELECT * FROM (SELECT ${KEY}, ${WHY} AS reason FROM figures UNION ALL SELECT *, '${TWICE_IS.reason}' FROM (${TWICE}))
  WHERE reason IS NOT NULL`

/**
 * Puts figures that no release could hold, out of whatever earlier time, into the table `set_aside`: the next good file
 * must never wait for them. Of copies the one that was loaded last stays. @returns how many
 */
export async function setUnsoundAside(connection: DuckDBConnection): Promise<number> {
  await describe(connection)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE unsound AS
    WITH figures AS (
        SELECT stored_figure.rowid AS spot, stored_figure.*, loaded_at FROM stored_figure JOIN origin ON number = origin),
      copies AS (FROM figures SEMI JOIN (${TWICE}) USING (${KEY})
        QUALIFY row_number() OVER (PARTITION BY ${KEY} ORDER BY loaded_at DESC, spot DESC) > 1)
    SELECT spot, min(reason) AS reason FROM (
      SELECT spot, ${WHY} AS reason FROM figures UNION ALL SELECT spot, '${TWICE_IS.reason}' FROM copies)
    WHERE reason IS NOT NULL GROUP BY spot`)
  await connection.run(
    `INSERT INTO set_aside BY NAME
     SELECT id AS indicator, ${SEX_TOLD} AS sex, period, code AS municipality, value, status, token, ${BESIDE}, source, loaded_at, reason,
       $now AS set_aside_at
     FROM stored_figure AS stored JOIN unsound ON stored.rowid = spot JOIN indicator ON indicator.number = stored.indicator
       JOIN place ON place.number = stored.place LEFT JOIN mark ON mark.number = stored.mark
       JOIN origin ON origin.number = stored.origin`,
    { now: new Date().toISOString() },
  )
  await connection.run('DELETE FROM stored_figure WHERE rowid IN (SELECT spot FROM unsound)')
  const [row] = await rowsOf<{ n: number }>(connection, 'SELECT count(*)::INTEGER AS n FROM unsound')
  return row!.n
}

async function describe(connection: DuckDBConnection): Promise<void> {
  const { indicators, bases } = catalogue()
  const ids = [...indicators, ...bases].map(({ id }) => id)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE described AS SELECT number FROM indicator
    WHERE id IN (SELECT id FROM declared_indicator UNION SELECT unnest(string_split('${ids.join(' ')}', ' ')))`)
}

/** What is wrong with it, in words. */
export function whyUnsound(reason: Reason): string {
  const { sv, en } = REASONS.find((one) => one.reason === reason) ?? TWICE_IS
  return say(sv, en)
}

/** What an operator is told of figures that were put aside. */
export const toldAside = (count: number): string =>
  say(
    `${counted(count)} värden från tidigare inläsningar kunde inte publiceras och är lagda åt sidan. Läs in deras filer på nytt, rättade.`,
    `${counted(count)} values of earlier loads could not be published and have been put aside. Load their files again, corrected.`,
  )

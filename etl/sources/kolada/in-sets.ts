import { randomBytes } from 'node:crypto'
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { catalogue } from '../../../data/catalogue/index.ts'
import { SEXES } from '../../../data/figures/places.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { quoted, rowsOf } from '../../../data/store/duckdb.ts'
import { LARGEST_NUMBER } from '../../../data/store/figure.ts'
import type { TakenSet } from '../../../data/store/stage.ts'
import { FigureWatch } from '../../check/figure-file.ts'
import { FIRST_YEAR, heldTo, lastYear } from '../figure-check.ts'
import type { Reading } from '../reading.ts'
import type { Sets } from '../sets.ts'

export type Loose = {
  /**
   * A query for a file's figures: kpi, municipality, period, gender, value and status as texts, '' for none; `deleted` where they
   * are taken back; `watched` where a value could also be a personal number.
   */
  from: string
  parameters: Record<string, DuckDBValue>
  /** A regular expression for whole numbers and decimals. */
  number: string
}

/**
 * Checks a file's figures all at once and takes them where nothing is wrong with any; else it takes none, and the same file is
 * read row by row, which says what is wrong and where. So the findings are the same either way.
 * @returns how many were taken; none where anything is wrong
 */
export async function takenInSets(loose: Loose, reading: Reading, sets: Sets): Promise<number> {
  const connection = await sets.connect()
  const table = `loose_${randomBytes(4).toString('hex')}`
  const known = [...reading.everyKnown()]
  const rows = await soundRows(connection, table, loose, known)
  if (rows > 0) await sets.take(believed(table, known))
  else await connection.run(`DROP TABLE IF EXISTS ${table}`)
  return rows
}

/** Reads the figures into a table, in the order of what they are known by. @returns how many; none where anything is wrong */
async function soundRows(connection: DuckDBConnection, table: string, loose: Loose, known: Indicator[]) {
  try {
    await connection.run(
      `CREATE TEMP TABLE ${table} AS ${typed(loose, known)} ORDER BY indicator, sex, period, place`,
      {
        ...loose.parameters,
        first: FIRST_YEAR,
        last: lastYear(),
      },
    )
    const rows = await rowsIfSound(connection, table)
    const isSound =
      rows > 0 && (await areWithinScale(connection, table, known)) && (await holdsNobody(connection, table, loose))
    return isSound ? rows : 0
  } catch {
    // What the database cannot read, the careful reader can say something about.
    return 0
  }
}

/** How Kolada marks what has no value. */
const MARKS = [
  { token: '', status: 'missing' },
  { token: 'Missing', status: 'missing' },
  { token: 'Privacy', status: 'secrecy' },
  { token: 'Not applicable', status: 'not-applicable' },
] as const

function places(): string[] {
  const { municipalityByCode, regionByCode } = catalogue()
  return [...municipalityByCode.keys(), ...regionByCode.keys()]
}

/** SQL for the type of those texts and no other: numbers that show as what they stand for. */
const oneOf = (texts: Iterable<string>): string => `ENUM(${Array.from(texts, quoted).join()})`

/** A few bytes a row, so that many of them fit in memory; `doubtful` where a value could be a personal number. */
function typed({ from, number }: Loose, known: readonly Indicator[]): string {
  const turned = known.filter(({ yesNoCoding }) => yesNoCoding === '1/2').map(({ id }) => quoted(id))
  return `
    WITH told AS (${from}),
    read AS (
      SELECT TRY_CAST(kpi AS ${oneOf(known.map(({ id }) => id))}) AS indicator,
        TRY_CAST(municipality AS ${oneOf(places())}) AS place,
        TRY_CAST(gender AS ${oneOf(SEXES)}) AS sex,
        TRY_CAST(CASE WHEN regexp_full_match(period, '[0-9]{4}') THEN period END AS SMALLINT) AS period,
        CASE WHEN regexp_full_match(value, '${number}') THEN value::DOUBLE END AS number,
        TRY_CAST(status AS ${oneOf(MARKS.map(({ token }) => token))}) AS token, value = '' AS absent, deleted,
        watched AND ${COULD_BE_PERSONAL} AS doubtful
      FROM told
    )
    SELECT indicator, place, sex, period, token, deleted, doubtful,
      ${turned.length > 0 ? `CASE WHEN number >= 1 AND indicator IN (${turned}) THEN 2 - number ELSE number END` : 'number'} AS number,
      indicator IS NOT NULL AND place IS NOT NULL AND sex IS NOT NULL AND deleted IS NOT NULL AND doubtful IS NOT NULL
        AND coalesce(period BETWEEN $first AND $last, false)
        AND (deleted OR coalesce(CASE WHEN absent THEN token IS NOT NULL ELSE token = '' AND abs(number) < ${LARGEST_NUMBER} END, false))
        AS sound
    FROM read`
}

/** A value that could be a personal number. */
const COULD_BE_PERSONAL = `(strlen(value) >= 9 AND
  regexp_full_match(value, '-?(([0-9]{6}|[0-9]{8})\\.[0-9]{4}0*|[0-9]{4}\\.([0-9]{6}|[0-9]{8})0*|[0-9]{9,15}(\\.0*)?)'))`

/** How many figures there are, where nothing breaks a rule and nothing is told twice; else none. */
async function rowsIfSound(connection: DuckDBConnection, table: string): Promise<number> {
  const [verdict] = await rowsOf<{ rows: number; sound: number; twice: number }>(
    connection,
    `SELECT count(*)::INTEGER AS rows, count(*) FILTER (sound)::INTEGER AS sound, count(*) FILTER (key = before)::INTEGER AS twice
     FROM (SELECT sound, key, lag(key) OVER () AS before FROM (
       SELECT sound, ((enum_code(indicator)::BIGINT * 3 + enum_code(sex)) * 10000 + period) * 1000 + enum_code(place) AS key FROM ${table}))`,
  )
  const { rows, sound, twice } = verdict!
  return rows === sound && twice === 0 ? rows : 0
}

/** Whether every value is within its indicator's scale; what is turned, after it was. */
async function areWithinScale(
  connection: DuckDBConnection,
  table: string,
  known: readonly Indicator[],
): Promise<boolean> {
  const scales = known.flatMap((indicator, number) => {
    const scale = heldTo(indicator)
    return scale ? [`(${number}, ${scale.min}::DOUBLE, ${scale.max}::DOUBLE)`] : []
  })
  if (scales.length === 0) return true
  const beyond = await rowsOf(
    connection,
    `SELECT 1 FROM ${table} AS loose JOIN (VALUES ${scales.join()}) AS scale(indicator, least, most)
       ON scale.indicator = enum_code(loose.indicator)
     WHERE NOT deleted AND number NOT BETWEEN least AND most LIMIT 1`,
  )
  return beyond.length === 0
}

/** Whether no value is a personal number. Those that could be are read again, as they are written. */
async function holdsNobody(connection: DuckDBConnection, table: string, { from, parameters }: Loose): Promise<boolean> {
  const doubtful = await rowsOf(connection, `SELECT 1 FROM ${table} WHERE doubtful LIMIT 1`)
  if (doubtful.length === 0) return true
  const long = await rowsOf<{ value: string }>(
    connection,
    `SELECT value FROM (${from}) WHERE watched AND ${COULD_BE_PERSONAL}`,
    parameters,
  )
  let isNobody = true
  const tell = (): void => {
    isNobody = false
  }
  const watch = new FigureWatch(tell, () => true)
  for (const { value } of long) watch.look({ row: 0, cells: [value] })
  watch.conclude()
  return isNobody
}

const believed = (table: string, known: readonly Indicator[]): TakenSet => ({
  select: `
    SELECT enum_code(indicator) AS indicator, enum_code(sex) AS sex, period, enum_code(place) AS place,
      CASE WHEN NOT deleted THEN number END AS value, CASE WHEN NOT deleted AND number IS NULL THEN enum_code(token) END AS mark, deleted
    FROM ${table}`,
  indicators: known.map(({ id }) => id),
  places: places(),
  marks: MARKS,
})

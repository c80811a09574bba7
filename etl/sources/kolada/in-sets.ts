import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { catalogue } from '../../../data/catalogue/index.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { LARGEST_NUMBER } from '../../../data/store/figure.ts'
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
  try {
    await writeKnown(connection, reading)
    await connection.run(`CREATE OR REPLACE TEMP TABLE loose AS ${typed(loose)}`, {
      ...loose.parameters,
      first: String(FIRST_YEAR),
      last: String(lastYear()),
    })
    const rows = await rowsIfSound(connection)
    if (rows > 0) await sets.take(BELIEVED)
    return rows
  } catch {
    // What the database cannot read, the careful reader can say something about.
    return 0
  } finally {
    for (const table of ['loose', 'known_indicator', 'known_place'])
      await connection.run(`DROP TABLE IF EXISTS temp.${table}`)
  }
}

/** What a figure may refer to, numbered; a yes that is coded 1 where no is 2; the least and the most of a scale. */
async function writeKnown(connection: DuckDBConnection, reading: Reading): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE known_indicator
     (number SMALLINT, id VARCHAR, one_two BOOLEAN, least DOUBLE, most DOUBLE)`,
  )
  const indicators = await connection.createAppender('known_indicator', 'main', 'temp')
  const known = [...reading.everyKnown()]
  known.forEach((indicator, number) => {
    const { id, yesNoCoding } = indicator
    const scale = heldTo(indicator)
    indicators.appendSmallInt(number)
    indicators.appendVarchar(id)
    indicators.appendBoolean(yesNoCoding === '1/2')
    scale ? indicators.appendDouble(scale.min) : indicators.appendNull()
    scale ? indicators.appendDouble(scale.max) : indicators.appendNull()
    indicators.endRow()
  })
  indicators.closeSync()
  await connection.run('CREATE OR REPLACE TEMP TABLE known_place (number SMALLINT, code VARCHAR)')
  const places = await connection.createAppender('known_place', 'main', 'temp')
  const { municipalityByCode, regionByCode } = catalogue()
  ;[...municipalityByCode.keys(), ...regionByCode.keys()].forEach((code, number) => {
    places.appendSmallInt(number)
    places.appendVarchar(code)
    places.endRow()
  })
  places.closeSync()
}

/** A few bytes a row, so that many of them fit in memory; `doubtful` the text of a value that could be a personal number. */
const typed = ({ from, number }: Loose) => `
  WITH told AS (${from}),
  read AS (
    SELECT told.*, indicator.number AS indicator, place.number AS place, least, most,
      list_position(['T', 'K', 'M'], gender) AS sex,
      list_position(['', 'Missing', 'Privacy', 'Not applicable'], status) AS mark,
      CASE WHEN regexp_full_match(value, '${number}') THEN
        CASE WHEN one_two AND value::DOUBLE >= 1 THEN 2 - value::DOUBLE ELSE value::DOUBLE END END AS number
    FROM told LEFT JOIN known_indicator AS indicator ON indicator.id = kpi
      LEFT JOIN known_place AS place ON place.code = municipality
  )
  SELECT indicator, place, (sex - 1)::TINYINT AS sex, mark::TINYINT AS mark, TRY_CAST(period AS SMALLINT) AS period, number, deleted,
    CASE WHEN watched AND length(value) >= 9 THEN value END AS doubtful,
    indicator IS NOT NULL AND place IS NOT NULL AND sex IS NOT NULL AND deleted IS NOT NULL
      AND coalesce(regexp_full_match(period, '[0-9]{4}') AND period BETWEEN $first AND $last, false)
      AND (deleted OR coalesce(CASE WHEN value = '' THEN mark IS NOT NULL
        ELSE status = '' AND abs(number) < ${LARGEST_NUMBER} AND (least IS NULL OR number BETWEEN least AND most) END, false)) AS sound
  FROM read`

/** How many figures there are, where nothing breaks a rule, nothing is told twice, and no value could be a personal number; else none. */
async function rowsIfSound(connection: DuckDBConnection): Promise<number> {
  const [verdict] = await rowsOf<{ rows: number; sound: number; different: number }>(
    connection,
    `SELECT count(*)::INTEGER AS rows, count(*) FILTER (sound)::INTEGER AS sound,
       count(DISTINCT ((indicator::BIGINT * 1000 + place) * 10000 + period) * 3 + sex)::INTEGER AS different FROM loose`,
  )
  const { rows, sound, different } = verdict!
  const isSound = rows > 0 && rows === sound && rows === different && (await holdsNobody(connection))
  return isSound ? rows : 0
}

async function holdsNobody(connection: DuckDBConnection): Promise<boolean> {
  const long = await rowsOf<{ doubtful: string }>(
    connection,
    `SELECT doubtful FROM loose WHERE doubtful IS NOT NULL
       AND regexp_full_match(doubtful, '-?(([0-9]{6}|[0-9]{8})\\.[0-9]{4}0*|[0-9]{4}\\.([0-9]{6}|[0-9]{8})0*|[0-9]{9,15}(\\.0*)?)')`,
  )
  let isNobody = true
  const tell = (): void => {
    isNobody = false
  }
  const watch = new FigureWatch(tell, () => true)
  for (const { doubtful } of long) watch.look({ row: 0, cells: [doubtful] })
  watch.conclude()
  return isNobody
}

const BELIEVED = `
  SELECT known_indicator.id AS indicator, ['T', 'K', 'M'][sex + 1] AS sex, period, code AS municipality,
    CASE WHEN NOT deleted THEN loose.number END AS value,
    CASE WHEN NOT deleted AND loose.number IS NULL THEN ['missing', 'missing', 'secrecy', 'not-applicable'][mark] END AS status,
    CASE WHEN NOT deleted AND loose.number IS NULL THEN ['', 'Missing', 'Privacy', 'Not applicable'][mark] END AS token,
    deleted
  FROM loose JOIN known_indicator ON known_indicator.number = loose.indicator JOIN known_place ON known_place.number = loose.place`

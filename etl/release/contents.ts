import type { DuckDBConnection } from '@duckdb/node-api'
import { Survey } from '../../data/model/survey.ts'
import { quoted, rowsOf } from '../../data/store/duckdb.ts'
import { isRenewed, type Renewed } from './renewed.ts'
import { sumOf } from './stored-sums.ts'
import { stretchesOf } from './stretches.ts'

/** Makes the stored figures readable beside the release, as `figures`. */
export async function attachFigures(connection: DuckDBConnection, figures: string): Promise<void> {
  await connection.run(`ATTACH ${quoted(figures)} AS figures (READ_ONLY)`)
}

/** Surveys of others than clients. */
const OPEN = `(definition->>'answerers') <> 'clients'`

/** Sexes as the release numbers them; those of municipalities' figures are stored so. */
const SEX = `CASE sex WHEN 'T' THEN 0 WHEN 'K' THEN 1 ELSE 2 END`

/** As the source prints it, without what binary numbers add to it: 7.65, never 7.649999999999999. */
const exact = (value: string) =>
  `CASE WHEN abs(${value}) < 1e6 THEN round(${value}, 9) WHEN abs(${value}) < 1e9 THEN round(${value}, 6) ELSE ${value} END`

/** The indicators whose figures are copied, by their number in the store. */
const indicatorsOf = (renewed: Renewed) => `
  CREATE OR REPLACE TEMP TABLE stored_indicator AS SELECT number, position FROM figures.indicator JOIN indicator USING (id)
  WHERE ${isRenewed('position', renewed)}`

/** Texts that values refer to get their numbers: those that have none yet, after those that do. */
const NUMBERS = [
  `INSERT INTO place SELECT (SELECT count(*) FROM place) + row_number() OVER (ORDER BY code) - 1, code, code NOT LIKE '00%' FROM (
     ${inUse('place', 'code')} UNION SELECT code FROM municipality) ANTI JOIN place USING (code)`,
  `INSERT INTO origin SELECT (SELECT count(*) FROM origin) + row_number() OVER (ORDER BY source, loaded_at), source, loaded_at FROM (
     ${inUse('origin', 'source, loaded_at')}) ANTI JOIN origin USING (source, loaded_at)`,
  `INSERT INTO mark SELECT 0, NULL, NULL WHERE NOT EXISTS (FROM mark)`,
  `INSERT INTO mark SELECT (SELECT count(*) FROM mark) + row_number() OVER (ORDER BY status, token) - 1, status, token FROM (
     ${inUse('mark', 'status, token')}) AS came
   ANTI JOIN mark ON mark.status = came.status AND mark.token IS NOT DISTINCT FROM came.token WHERE status IS NOT NULL`,
]

/** SQL for the texts of a kind that those figures are stored with. */
function inUse(kind: string, texts: string): string {
  return `SELECT ${texts} FROM figures.${kind} WHERE number IN (
    SELECT DISTINCT ${kind} FROM figures.stored_figure SEMI JOIN temp.stored_indicator AS copied ON copied.number = indicator)`
}

/** What the other numbers of the store are in the release. */
const RENUMBERED = `
  CREATE OR REPLACE TEMP TABLE stored_place AS SELECT kept.number, made.number AS place FROM figures.place AS kept JOIN place AS made USING (code);
  CREATE OR REPLACE TEMP TABLE stored_mark AS SELECT kept.number, made.number AS mark FROM figures.mark AS kept
    JOIN mark AS made ON made.status = kept.status AND made.token IS NOT DISTINCT FROM kept.token;
  CREATE OR REPLACE TEMP TABLE stored_origin AS SELECT kept.number, made.number AS origin FROM figures.origin AS kept
    JOIN origin AS made USING (source, loaded_at)`

const STORED =
  'figures.stored_figure AS now JOIN temp.stored_indicator AS definition ON definition.number = now.indicator'
const PLACED = `${STORED} JOIN temp.stored_place ON stored_place.number = now.place`

/** The values, in the order that the API reads them. */
const VALUES = `
  INSERT INTO figure
   SELECT definition.position, sex, period, stored_place.place, ${exact('now.value')}, coalesce(why.mark, 0), stored_origin.origin
   FROM ${PLACED} JOIN temp.stored_origin ON stored_origin.number = now.origin LEFT JOIN temp.stored_mark AS why ON why.number = now.mark
   WHERE definition.position BETWEEN $from AND $to
   ORDER BY 1, 2, 3, 4`

/** What few values have beside them. */
const BESIDE = `
  INSERT INTO beside
   WITH previous AS (
     FROM figures.stored_revision SEMI JOIN temp.stored_indicator AS copied ON copied.number = indicator
     QUALIFY row_number() OVER (PARTITION BY indicator, sex, period, place ORDER BY replaced_at DESC) = 1
   ), kept AS (
     SELECT now.*, position, previous.value AS previous_value, previous.mark AS previous_mark, previous.origin AS previous_origin
     FROM ${STORED} LEFT JOIN previous USING (indicator, sex, period, place)
     WHERE now.numerator IS NOT NULL OR now.denominator IS NOT NULL OR now.lower IS NOT NULL OR previous.origin IS NOT NULL
   )
   SELECT position, sex, period, stored_place.place, numerator, denominator, lower, upper,
     ${exact('previous_value')}, why.status, was.loaded_at
   FROM kept JOIN temp.stored_place ON stored_place.number = kept.place
     LEFT JOIN figures.mark AS why ON why.number = previous_mark LEFT JOIN figures.origin AS was ON was.number = previous_origin
   ORDER BY 1, 2, 3, 4`

/** What is small, as it should stand: its rows in a table, of those there the ones that are meant. */
const SMALL: { table: string; rows: string; among?: string }[] = [
  {
    table: 'unit',
    rows: `SELECT row_number() OVER (ORDER BY id) - 1, id, municipality, name FROM figures.unit
      SEMI JOIN figures.unit_figure ON unit_figure.unit = unit.id`,
  },
  {
    table: 'unit_figure',
    rows: `SELECT definition.position, place.number, ${SEX}, period, unit.number, ${exact('value')}, status, source, loaded_at
      FROM figures.unit_figure AS now JOIN indicator AS definition ON definition.id = indicator
        JOIN unit ON unit.id = now.unit JOIN place ON place.code = unit.municipality
      ORDER BY 1, 2, 3, 4, 5`,
  },
  { table: 'published_indicator', rows: 'FROM figures.published_indicator ORDER BY id' },
  { table: 'survey', rows: `FROM figures.survey WHERE ${OPEN} ORDER BY id`, among: OPEN },
]

/** Writes what is small where it is not as it should stand already. */
async function writeSmall(connection: DuckDBConnection): Promise<void> {
  for (const { table, rows, among = 'true' } of SMALL) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE wanted AS FROM ${table} LIMIT 0`)
    await connection.run(`INSERT INTO wanted ${rows}`)
    const sum = (from: string) => `(SELECT ${sumOf('one')} FROM ${from} AS one)`
    const [same] = await rowsOf(
      connection,
      `SELECT 1 WHERE ${sum('temp.wanted')} = ${sum(`(FROM main.${table} WHERE ${among})`)}`,
    )
    if (same) continue
    await connection.run(`DELETE FROM ${table} WHERE ${among}`)
    await connection.run(`INSERT INTO ${table} FROM temp.wanted`)
  }
  await connection.run('DROP TABLE temp.wanted')
}

/** Clients' answers to local surveys (attached as `figures`), which only what protects them may have. */
export async function clientSurveys(connection: DuckDBConnection): Promise<Survey[]> {
  const rows = await rowsOf<{ definition: string }>(
    connection,
    `SELECT definition::TEXT AS definition FROM figures.survey WHERE (definition->>'answerers') = 'clients' ORDER BY id`,
  )
  return rows.map(({ definition }) => Survey.parse(JSON.parse(definition)))
}

/**
 * Copies figures, with what they were before, out of the figures (attached as `figures`); those of the same indicators must
 * not be there any more. @returns how many the release then holds
 */
export async function copyFigures(connection: DuckDBConnection, renewed: Renewed = null): Promise<number> {
  for (const statement of [indicatorsOf(renewed), ...NUMBERS, RENUMBERED]) await connection.run(statement)
  for (const stretch of await stretchesOf(connection, STORED, 'definition.position'))
    await connection.run(VALUES, stretch)
  await connection.run(BESIDE)
  await writeSmall(connection)
  const [row] = await rowsOf<{ values: number }>(connection, 'SELECT count(*)::INTEGER AS "values" FROM figure')
  return row!.values
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { Catalogue } from '../../data/catalogue/build.ts'
import { Survey } from '../../data/model/survey.ts'
import { quoted, rowsOf } from '../../data/store/duckdb.ts'
import type { Stored } from './stored.ts'
import { stretchesOf } from './stretches.ts'

type Definition = { id: string; definition: string }

/** Writes indicators, municipalities and groups as they stand now, so that a release keeps its own. */
export async function writeDefinitions(
  connection: DuckDBConnection,
  catalogue: Catalogue,
  stored: Stored,
): Promise<void> {
  const reviewed = [...catalogue.indicators, ...catalogue.bases.filter(({ id }) => stored.present.has(id))]
  const known = new Map(reviewed.map((indicator) => [indicator.id, JSON.stringify(indicator)]))
  const declared = stored.declared.map(identified).filter(({ id }) => !known.has(id))
  await writeList(connection, 'indicator', [
    ...Array.from(known, ([id, definition]) => ({ id, definition })),
    ...declared,
  ])
  await writeList(
    connection,
    'municipality',
    catalogue.municipalities.map((municipality) => ({
      id: municipality.code,
      definition: JSON.stringify(municipality),
    })),
  )
  const groups = catalogue.groups.map((group) => ({ id: group.id, definition: JSON.stringify(group) }))
  await writeList(connection, 'comparison_group', [...groups, ...stored.groups.map(identified)])
}

const identified = (definition: string): Definition => ({ id: JSON.parse(definition).id, definition })

type Table = 'indicator' | 'municipality' | 'comparison_group'

async function writeList(connection: DuckDBConnection, table: Table, definitions: Definition[]): Promise<void> {
  const appender = await connection.createAppender(table)
  definitions.forEach(({ id, definition }, position) => {
    appender.appendVarchar(id)
    appender.appendInteger(position)
    appender.appendVarchar(definition)
    appender.endRow()
  })
  appender.closeSync()
}

/** Makes the stored figures readable beside the release, as `figures`. */
export async function attachFigures(connection: DuckDBConnection, figures: string): Promise<void> {
  await connection.run(`ATTACH ${quoted(figures)} AS figures (READ_ONLY)`)
}

/** Sexes as the release numbers them; those of municipalities' figures are stored so. */
const SEX = `CASE sex WHEN 'T' THEN 0 WHEN 'K' THEN 1 ELSE 2 END`

/** As the source prints it, without what binary numbers add to it: 7.65, never 7.649999999999999. */
const exact = (value: string) =>
  `CASE WHEN abs(${value}) < 1e6 THEN round(${value}, 9) WHEN abs(${value}) < 1e9 THEN round(${value}, 6) ELSE ${value} END`

/** Texts that values refer to get their numbers. */
const NUMBERS = [
  `INSERT INTO place SELECT row_number() OVER (ORDER BY code) - 1, code, code NOT LIKE '00%' FROM (
     ${inUse('place', 'code')} UNION SELECT code FROM municipality)`,
  `INSERT INTO origin SELECT row_number() OVER (ORDER BY source, loaded_at), source, loaded_at FROM (
     ${inUse('origin', 'source, loaded_at')})`,
  `INSERT INTO mark VALUES (0, NULL, NULL)`,
  `INSERT INTO mark SELECT row_number() OVER (ORDER BY status, token), status, token FROM (
     ${inUse('mark', 'status, token')}) WHERE status IS NOT NULL`,
]

/** SQL for the texts of a kind that figures are stored with. */
function inUse(kind: string, texts: string): string {
  return `SELECT ${texts} FROM figures.${kind} WHERE number IN (SELECT DISTINCT ${kind} FROM figures.stored_figure)`
}

/** What the numbers of the store are in the release. */
const RENUMBERED = `
  CREATE OR REPLACE TEMP TABLE stored_indicator AS SELECT number, position FROM figures.indicator JOIN indicator USING (id);
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

/** What few values have beside them, and all else. */
const REST = [
  `INSERT INTO beside
   WITH previous AS (
     FROM figures.stored_revision
     QUALIFY row_number() OVER (PARTITION BY indicator, sex, period, place ORDER BY replaced_at DESC) = 1
   ), kept AS (
     SELECT now.*, previous.value AS previous_value, previous.mark AS previous_mark, previous.origin AS previous_origin
     FROM figures.stored_figure AS now LEFT JOIN previous USING (indicator, sex, period, place)
     WHERE now.numerator IS NOT NULL OR now.denominator IS NOT NULL OR now.lower IS NOT NULL OR previous.origin IS NOT NULL
   )
   SELECT definition.position, sex, period, stored_place.place, numerator, denominator, lower, upper,
     ${exact('previous_value')}, why.status, was.loaded_at
   FROM kept JOIN temp.stored_indicator AS definition ON definition.number = kept.indicator
     JOIN temp.stored_place ON stored_place.number = kept.place
     LEFT JOIN figures.mark AS why ON why.number = previous_mark LEFT JOIN figures.origin AS was ON was.number = previous_origin
   ORDER BY 1, 2, 3, 4`,
  `INSERT INTO unit SELECT row_number() OVER (ORDER BY id) - 1, id, municipality, name FROM figures.unit
   SEMI JOIN figures.unit_figure ON unit_figure.unit = unit.id`,
  `INSERT INTO unit_figure
   SELECT definition.position, place.number, ${SEX}, period, unit.number, ${exact('value')}, status, source, loaded_at
   FROM figures.unit_figure AS now JOIN indicator AS definition ON definition.id = indicator
     JOIN unit ON unit.id = now.unit JOIN place ON place.code = unit.municipality
   ORDER BY 1, 2, 3, 4, 5`,
  'INSERT INTO published_indicator FROM figures.published_indicator ORDER BY id',
  `INSERT INTO survey FROM figures.survey WHERE (definition->>'answerers') <> 'clients' ORDER BY id`,
]

/** Clients' answers to local surveys (attached as `figures`), which only what protects them may have. */
export async function clientSurveys(connection: DuckDBConnection): Promise<Survey[]> {
  const rows = await rowsOf<{ definition: string }>(
    connection,
    `SELECT definition::TEXT AS definition FROM figures.survey WHERE (definition->>'answerers') = 'clients' ORDER BY id`,
  )
  return rows.map(({ definition }) => Survey.parse(JSON.parse(definition)))
}

/** Copies every figure, with what it was before, out of the figures (attached as `figures`). @returns how many */
export async function copyFigures(connection: DuckDBConnection): Promise<number> {
  for (const statement of [...NUMBERS, RENUMBERED]) await connection.run(statement)
  for (const stretch of await stretchesOf(connection, STORED, 'definition.position'))
    await connection.run(VALUES, stretch)
  for (const statement of REST) await connection.run(statement)
  const [row] = await rowsOf<{ values: number }>(connection, 'SELECT count(*)::INTEGER AS "values" FROM figure')
  return row!.values
}

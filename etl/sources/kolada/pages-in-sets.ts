import { statSync } from 'node:fs'
import { type DuckDBValue, listValue } from '@duckdb/node-api'
import { rowsOf } from '../../../data/store/duckdb.ts'
import type { Reading } from '../reading.ts'
import { takenInSets } from './in-sets.ts'

/** A number as JSON writes it, as a regular expression. */
const WRITTEN = '-?[0-9]{1,15}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?'
/** A longer page is read value by value: DuckDB holds twice the longest object in every thread. */
const MOST_BYTES = 32 * 1024 * 1024
const LEAST_BYTES = 1024 * 1024

const pagesOf = (entry: string) =>
  `read_json($files::VARCHAR[], format = 'auto', maximum_object_size = $longest, columns = {"values": '${entry}[]'})`

/** JSON as it stands where a number could be taken for a text, or a text for a number; else texts, which are read faster. */
const PAGES = pagesOf(
  'STRUCT(kpi VARCHAR, municipality JSON, period JSON, "values" STRUCT(gender VARCHAR, status VARCHAR, "value" JSON, isdeleted JSON)[])',
)

/** Kolada's own means over its groups (`G…`) are left, and whatever is no text or number of its kind becomes one that is doubted. */
const FIGURES = `
  WITH entry AS (SELECT unnest("values") AS entry FROM ${PAGES}),
  figure AS (
    SELECT entry.kpi, entry.municipality::VARCHAR AS place, entry.period::VARCHAR AS period, unnest(entry."values") AS told
    FROM entry WHERE NOT coalesce(regexp_full_match(entry.municipality::VARCHAR, '"G[0-9]+"'), false))
  SELECT coalesce(kpi, '') AS kpi, CASE WHEN place LIKE '"____"' THEN substr(place, 2, 4) ELSE '' END AS municipality,
    coalesce(period, '') AS period, coalesce(told.gender, '') AS gender,
    coalesce(nullif(told."value"::VARCHAR, 'null'), '') AS "value", coalesce(told.status, '') AS status,
    coalesce(told.isdeleted::VARCHAR = 'true', false) AS deleted, false AS watched
  FROM figure`

/** What stands in them is read above. */
const ENTRIES = `SELECT coalesce(sum(len("values")), 0)::INTEGER AS entries FROM ${pagesOf('STRUCT(nothing VARCHAR)')}`

/**
 * Takes the values of fetched pages all at once, where nothing is wrong with any.
 * @param files whole pages of values, no descriptions
 * @returns false where they must be read one by one
 */
export async function arePagesTakenInSets(files: readonly string[], reading: Reading): Promise<boolean> {
  const { sets } = reading
  const longest = Math.max(LEAST_BYTES, ...files.map((file) => statSync(file).size))
  if (!sets || files.length === 0 || longest > MOST_BYTES) return false
  const parameters: Record<string, DuckDBValue> = { files: listValue([...files]), longest }
  if ((await takenInSets({ from: FIGURES, parameters, number: WRITTEN }, reading, sets)) === 0) return false
  const [row] = await rowsOf<{ entries: number }>(await sets.connect(), ENTRIES, parameters)
  reading.counted(row!.entries)
  return true
}

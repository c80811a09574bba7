import { packingOf, readBytes } from '../../read/bytes.ts'
import { readText } from '../../read/text.ts'
import type { Reading } from '../reading.ts'
import { takenInSets } from './in-sets.ts'

const COLUMNS = ['kpi', 'municipality', 'period', 'gender', 'value', 'status']
/** A number as Kolada's tables write it; one that people write in another way is read row by row. */
const WRITTEN = '-?[0-9]{1,15}(\\.[0-9]{1,20})?'

/**
 * Takes Kolada's long table all at once, where it is written as Kolada writes it and nothing is wrong with it.
 * @returns false where it must be read row by row
 * @throws RefusedFile when it cannot be read
 */
export async function isCsvTakenInSets(path: string, reading: Reading): Promise<boolean> {
  const { sets, limits } = reading
  const packing = await packingOf(path, limits)
  if (!sets || (packing !== 'plain' && packing !== 'gzip')) return false
  const columns = await columnsOf(path, reading)
  if (columns === null) return false
  if (packing === 'gzip') await unpack(path, reading)
  // Cut at every comma here, because the database forgives commas behind the last cell; a quotation mark makes a cell that is doubted.
  const from = `
    WITH cut AS (SELECT string_split(line, ',') AS cells FROM read_csv($path, auto_detect = false, header = true,
      delim = '\x1f', quote = '', escape = '', compression = '${packing === 'gzip' ? 'gzip' : 'none'}', columns = {line: 'VARCHAR'})
      WHERE line <> '')
    SELECT CASE WHEN len(cells) = ${columns.length} THEN ${cellOf('kpi', columns)} ELSE '' END AS kpi,
      ${COLUMNS.slice(1).map((name) => `${cellOf(name, columns)} AS "${name}"`)}, false AS deleted, true AS watched
    FROM cut`
  const rows = await takenInSets({ from, parameters: { path }, number: WRITTEN }, reading, sets)
  if (rows > 0) reading.counted(rows)
  return rows > 0
}

const cellOf = (name: string, columns: readonly string[]): string =>
  columns.includes(name) ? `cells[${columns.indexOf(name) + 1}]` : `''`

/** What is damaged, or unpacks to more than the limit, is refused before the database unpacks it. @throws RefusedFile */
async function unpack(path: string, { limits }: Reading): Promise<void> {
  for await (const _ of readBytes(path, limits));
}

/** The columns in the file's order; null where it begins with anything but their names. */
async function columnsOf(path: string, { limits }: Reading): Promise<string[] | null> {
  for await (const text of readText(path, limits)) {
    const names = text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)[0]!
      .split(',')
    const isOurs = names.length >= 5 && names.every((name, at) => COLUMNS.includes(name) && names.indexOf(name) === at)
    return isOurs && COLUMNS.slice(0, 5).every((name) => names.includes(name)) ? names : null
  }
  return null
}

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
  const from = `SELECT ${COLUMNS.map(cellIn(columns))}, false AS deleted, true AS watched
    FROM read_csv($path, auto_detect = false, header = true, delim = ',', quote = '', escape = '', nullstr = '\x1f',
      null_padding = true, compression = '${packing === 'gzip' ? 'gzip' : 'none'}', columns = {${[...columns, SURPLUS].map(text)}})`
  const rows = await takenInSets({ from, parameters: { path }, number: WRITTEN }, reading, sets)
  if (rows > 0) reading.counted(rows)
  return rows > 0
}

/** The database forgives commas behind the last cell: what stands there is read too. A quotation mark makes a cell that is doubted. */
const SURPLUS = 'surplus'
const text = (name: string): string => `"${name}": 'VARCHAR'`

/** A cell that is not there is NULL, so that no row with too few cells, or too many, has an indicator. */
const cellIn =
  (columns: readonly string[]) =>
  (name: string): string => {
    if (!columns.includes(name)) return `'' AS "${name}"`
    const isWhole = [`${SURPLUS} IS NULL`, `${columns.at(-1)} IS NOT NULL`].join(' AND ')
    return name === 'kpi' ? `CASE WHEN ${isWhole} THEN kpi END AS kpi` : `"${name}"`
  }

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

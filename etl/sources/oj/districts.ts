import type { TableRow } from '../../read/table-row.ts'
import { placeIn } from './places.ts'
import type { Understood } from './roles.ts'

/** Headings of columns that divide a municipality. */
const OF_PARTS =
  /^(?:stadsdel\p{L}*|sdn|sdf|(?:stads|kommun|del|geografiskt )?områden?|kommundel\p{L}*|distrikt\p{L}*|district)$/iu
/** Headings of columns that may do so, if what they say differs from row to row. */
const OF_UNITS =
  /^(?:(?:resultat|organisatorisk )?enhet\p{L}*|verksamhet\p{L}*|utförare\p{L}*|boende|nämnd\p{L}*|regi|unit|provider)$/iu
const WHOLE = /^(?:hela(?:\s.*)?|kommunen(?:\s.*)?|alla(?:\s.*)?|samtliga(?:\s.*)?|total\p{L}*|[-–—.])$/iu

/** The column that says which part of a municipality a row is about; null where there is none. */
export function districtColumn({ table, headings, roles }: Understood): number | null {
  const { column: places, names } = table.places
  for (const [at, { role }] of roles) {
    const heading = headings[at]?.split(': ').at(-1)?.trim() ?? ''
    if (role !== 'label' || at === places || at === names) continue
    if (OF_PARTS.test(heading) || (OF_UNITS.test(heading) && differs(table.rows, at))) return at
  }
  return null
}

const differs = (rows: TableRow[], at: number): boolean =>
  new Set(rows.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean)).size > 1

/** Whether a row is about a part of its municipality. */
export function isPart({ cells }: TableRow, districts: number | null): boolean {
  const cell = districts === null ? '' : (cells[districts]?.trim() ?? '')
  return cell !== '' && !WHOLE.test(cell) && placeIn(cell) === null
}

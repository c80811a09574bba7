import type { TableRow } from '../../read/table-row.ts'
import { type DecimalMark, Notation } from '../../read/written-number.ts'

/** Where nothing beside it tells how to read a text: the row of the first. */
type Asked = { askedAt: number }

/** The mark of decimals in a column's texts of two readings; null where there are none. */
export function decimalOf(rows: TableRow[], at: number): DecimalMark | Asked | null {
  const twofold = rows.filter(({ notes }) => notes?.[at]?.kind === 'two-readings')
  const [first] = twofold
  if (!first) return null
  const notation = new Notation()
  for (const { cells } of rows) notation.see(cells[at] ?? '')
  const [mark, ...others] = new Set(twofold.map(({ cells }) => notation.decimalIn(cells[at]!)))
  return mark && others.length === 0 ? mark : { askedAt: first.row }
}

export const isAsked = (decimal: DecimalMark | Asked | null): decimal is Asked =>
  decimal !== null && typeof decimal === 'object'

export const DECIMAL_QUESTION: [string, string] = [
  'Texter i kolumnen kan läsas på två sätt: 3.000 kan vara tretusen eller tre. Ange vilket på sidan, eller "decimal" i mappningen: "," eller ".", det tecken som står framför decimaler. Eller skriv talen i celler som är formaterade som tal.',
  'Texts in the column may be read in two ways: 3.000 may be three thousand or three. Say which on the page, or "decimal" in the mapping: "," or ".", the mark that stands before decimals. Or enter the numbers in cells formatted as numbers.',
]

import type { Indicator } from '../../../data/model/indicator.ts'
import type { TableRow } from '../../read/table-row.ts'
import { numberOf } from '../../read/written-number.ts'

/** What the cells of a column are multiplied with, and how that is known. */
export type Unit = {
  factor: number
  why: 'percent-format' | 'heading' | 'catalogue' | 'mapping'
}

/** Why the unit cannot be known without asking. */
export type UnitQuestion = 'percent-of-other-unit' | 'mixed-formats' | 'heading-of-other-unit' | 'shown-otherwise'

/**
 * The unit of a column: from the number format of its cells, its heading, the catalogue or the user, never from how
 * large the numbers are.
 * @param said what a mapping says
 */
export function unitOf(
  indicator: Indicator,
  rows: TableRow[],
  column: number,
  { said, units }: { said?: number | undefined; units: string[] },
): Unit | UnitQuestion {
  if (said !== undefined) return { factor: said, why: 'mapping' }
  const { percent, signed, plain, scaled } = formatsIn(rows, column)
  if (scaled > 0) return 'shown-otherwise'
  if (percent + signed > 0 && indicator.unit !== '%') return 'percent-of-other-unit'
  if (percent > 0 && plain > 0) return 'mixed-formats'
  if (percent > 0) return { factor: 100, why: 'percent-format' }
  return units.length > 0 ? byHeading(indicator, units) : { factor: 1, why: 'catalogue' }
}

/** A heading that says quotient, or 0–1, makes percent of fractions; thousands of kronor are another unit. */
function byHeading({ unit }: Indicator, units: string[]): Unit | UnitQuestion {
  const isFraction = units.every((word) => /^(?:kvot|\(?0\s?[-–]\s?1\)?)$/.test(word))
  if (isFraction && unit === '%') return { factor: 100, why: 'heading' }
  return isFraction ? { factor: 1, why: 'catalogue' } : 'heading-of-other-unit'
}

/** How many numbers are in percent format, have the sign written out, a unit of their own, or none. Nought is the same in all. */
type Formats = { percent: number; signed: number; plain: number; scaled: number }

function formatsIn(rows: TableRow[], column: number): Formats {
  const found: Formats = { percent: 0, signed: 0, plain: 0, scaled: 0 }
  for (const { cells, notes } of rows) {
    const cell = cells[column]?.trim() ?? ''
    const number = numberOf(cell.replace(/\s?%$/, ''))
    const kind = notes?.[column]?.kind
    if (!number || kind === 'date') continue
    if (cell.endsWith('%')) found.signed += 1
    else if (kind === 'percent') found.percent += 1
    else if (kind === 'scaled') found.scaled += 1
    else found.plain += 1
  }
  return found
}

import type { Indicator } from '../../../data/model/indicator.ts'
import type { Column } from '../../../data/model/workbook-mapping.ts'
import type { Figure } from '../../../data/store/figure.ts'
import type { TableRow } from '../../read/table-row.ts'
import type { DecimalMark } from '../../read/written-number.ts'
import type { Context } from './context.ts'
import { placeIn } from './places.ts'
import type { Understood } from './roles.ts'
import type { Unit } from './unit.ts'

/** The columns of a figure's numerator and denominator, of which n is the denominator of a share, and of its limits. */
export type PartColumns = { numerator?: number; denominator?: number; n?: number; lower?: number; upper?: number }

/** A column to be read: where it is, what it holds, and how that is known. Null where each row says it. */
export interface Wanted {
  at: number
  indicator: Indicator | null
  sex: Figure['sex'] | null
  period: number | null
  periodWhy: 'heading' | 'title' | 'sheet' | 'file' | 'row' | 'mapping'
  indicatorWhy: 'heading' | 'title' | 'row' | 'mapping'
  unit: Unit
  /** The mark of decimals, where texts of the column may be read in two ways. */
  decimal?: DecimalMark | undefined
  parts: PartColumns
}

/** How the numbers of a column are written. */
export type Written = Pick<Wanted, 'unit' | 'decimal'>

/** A column that is not read, and why. */
interface LeftColumn {
  at: number
  reason: string
  sv: string
  en: string
  /** Filled cells below its heading. */
  count: number
}

/** What will be read of a table, what will not, and which question stands in the way. */
export interface Plan {
  understood: Understood
  context: Context
  wanted: Wanted[]
  left: LeftColumn[]
  /** Columns that a question stands in the way of, as a mapping has them but for the answer. */
  asked: Map<number, Column>
  /** Columns in which each row says its own indicator, year or sex. */
  byRow: { indicator: number | null; year: number | null; sex: number | null }
  /** Rows with numbers that are not read: of sums, and of nobody known. Filled as the table is read. */
  rowsLeft: { sums: number[]; others: number[] }
}

/** The row that findings about a column are told at. */
export const lastHeaderRow = ({ understood: { table } }: Plan): number | null =>
  table.header.at(-1)?.row ?? table.rows[0]?.row ?? null

/** The rows that figures are read from: those of sums may be written otherwise. */
export const municipalityRows = ({ understood: { table } }: Plan): TableRow[] =>
  table.rows.filter(({ cells }) => placeIn(cells[table.places.column] ?? '')?.kind === 'municipality')

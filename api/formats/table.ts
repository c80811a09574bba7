import type { Localized } from '../../data/model/localized.ts'

export type Cell = string | number | boolean | null
export type ColumnType = 'text' | 'number' | 'integer' | 'boolean'
/** `key` names the column in CSV, Arrow and Parquet, `title` in XLSX. */
export type Column = { key: string; type: ColumnType; title: Localized }

/** An answer as rows, with what a reader must know about where they come from. */
export type Table = {
  /** Words for a file name, most general first: compare, N31814, 2021. */
  name: readonly string[]
  columns: readonly Column[]
  rows: readonly Readonly<Record<string, Cell>>[]
}

export type Column = { label: string; numeric?: boolean }
/** A table as text: the first cell of a row names it. */
export type Table = {
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  /** The rows have units of their own, and with them decimals. */
  unitsByRow?: boolean
}

/** A row as a spreadsheet numbers it (the first is 1), and its cells as text, `''` where empty. */
export interface TableRow {
  row: number
  cells: string[]
}

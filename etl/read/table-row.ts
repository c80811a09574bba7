/** What a spreadsheet knows of a cell beside its text, and how it shows it. */
export interface CellNote {
  /** `two-readings`: a text that may be thousands or decimals, such as 3.000. */
  kind: 'number' | 'percent' | 'scaled' | 'date' | 'truth' | 'error' | 'uncomputed' | 'two-readings'
  shown: string | (() => string)
}

/** A row as a spreadsheet numbers it (the first is 1), and its cells as text, `''` where empty. */
export interface TableRow {
  row: number
  cells: string[]
  /** By column, counted from 0: only of cells that are more than a text of one reading or a number in the general format. */
  notes?: Record<number, CellNote>
  /** The row of a separated file has fewer cells than its header: it may have been cut off. */
  short?: true
}

export type Column = { label: string; numeric?: boolean }
/** A table as text: the first cell of a row names it. */
export type Table = {
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
}

/** The table without the columns that say nothing in any row. */
export function withContent({ columns, rows }: Table): Table {
  const kept = [...columns.keys()].filter((at) => at === 0 || rows.some((row) => (row[at] ?? '') !== ''))
  if (kept.length === columns.length) return { columns, rows }
  return { columns: kept.map((at) => columns[at]!), rows: rows.map((row) => kept.map((at) => row[at] ?? '')) }
}

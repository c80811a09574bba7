/** Rows by their indicator's position, in the order that they came. */
export function byIndicator<Row extends { indicator: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>()
  for (const row of rows) {
    const known = found.get(row.indicator)
    if (known) known.push(row)
    else found.set(row.indicator, [row])
  }
  return found
}

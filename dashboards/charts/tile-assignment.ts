/**
 * The cheapest way to give every row a column of its own (shortest augmenting paths, Jonker and Volgenant 1987).
 * @param cost rows × columns, at least as many columns as rows
 * @returns the column of each row
 */
export function cheapestAssignment(cost: readonly (readonly number[])[]): number[] {
  const columns = cost[0]?.length ?? 0
  const rowPrice = new Float64Array(cost.length + 1)
  const columnPrice = new Float64Array(columns + 1)
  // Rows and columns count from 1; column 0 holds the row that is being placed.
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= cost.length; row++) {
    rowOf[0] = row
    augment(cost, rowPrice, columnPrice, rowOf)
  }
  const placed = new Array<number>(cost.length).fill(-1)
  for (let column = 1; column <= columns; column++) {
    if (rowOf[column]! > 0) placed[rowOf[column]! - 1] = column - 1
  }
  return placed
}

/** Finds the cheapest path from the row in column 0 to a free column, and moves each row on it one column along. */
function augment(
  cost: readonly (readonly number[])[],
  rowPrice: Float64Array,
  columnPrice: Float64Array,
  rowOf: Int32Array,
) {
  const count = columnPrice.length
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(count)
  const seen = new Uint8Array(count)
  let column = 0
  while (rowOf[column] !== 0) {
    seen[column] = 1
    const row = rowOf[column]!
    let next = 0
    for (let other = 1; other < count; other++) {
      if (seen[other]) continue
      const reduced = cost[row - 1]![other - 1]! - rowPrice[row]! - columnPrice[other]!
      if (reduced < least[other]!) {
        least[other] = reduced
        before[other] = column
      }
      if (next === 0 || least[other]! < least[next]!) next = other
    }
    reprice(least[next]!, seen, least, rowPrice, columnPrice, rowOf)
    column = next
  }
  while (column !== 0) {
    rowOf[column] = rowOf[before[column]!]!
    column = before[column]!
  }
}

function reprice(
  step: number,
  seen: Uint8Array,
  least: Float64Array,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
  rowOf: Int32Array,
) {
  for (let column = 0; column < seen.length; column++) {
    if (seen[column]) {
      rowPrice[rowOf[column]!]! += step
      columnPrice[column]! -= step
    } else {
      least[column]! -= step
    }
  }
}

/** How a linear program ended: as large as it gets, large enough to stop, or after as many steps as were allowed. */
export type Ended = 'largest' | 'enough' | 'steps'

/**
 * Makes the sum of `objective`·y as large as it gets under rows·y ≤ limits and 0 ≤ y ≤ 1, by the simplex method from y = 0,
 * which must be feasible (no limit below zero). The sum never falls from step to step, so it may stop once there is
 * `enough` of it. Bland's rule, so that it ends; `steps` bounds how long that may take.
 */
export function enlarged(
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  limits: readonly number[],
  { enough, steps }: { enough: number; steps: number },
): Ended {
  const n = objective.length
  const bounds = objective.map((_, i) => objective.map((__, j) => (i === j ? 1 : 0)))
  const table = [...rows, ...bounds].map((row) => Float64Array.from([...row, 0]))
  for (const [i, row] of table.entries()) row[n] = i < limits.length ? limits[i]! : 1
  const goal = Float64Array.from([...objective, 0])
  const basis = table.map((_, i) => n + i)
  const columns = objective.map((_, j) => j)
  for (let step = 0; step < steps; step++) {
    if (-goal[n]! >= enough) return 'enough'
    const entering = lowestNumber(columns, (j) => goal[j]! > TINY)
    if (entering < 0) return 'largest'
    const leaving = tightest(table, basis, entering)
    pivot(table, goal, leaving, entering)
    const out = basis[leaving]!
    basis[leaving] = columns[entering]!
    columns[entering] = out
  }
  return 'steps'
}

/** Those of the rows that do not follow from the ones before them, by their place. */
export function independent(rows: readonly Float64Array[]): number[] {
  const reduced: { row: Float64Array; at: number }[] = []
  return [...rows.keys()].filter((i) => {
    const row = Float64Array.from(rows[i]!)
    for (const { row: known, at } of reduced) {
      const factor = row[at]! / known[at]!
      if (factor !== 0) for (let j = 0; j < row.length; j++) row[j]! -= factor * known[j]!
    }
    const at = row.findIndex((value) => Math.abs(value) > 1e-7)
    if (at >= 0) reduced.push({ row, at })
    return at >= 0
  })
}

const TINY = 1e-9

function lowestNumber(columns: readonly number[], may: (column: number) => boolean): number {
  let found = -1
  for (const [j, number] of columns.entries()) if (may(j) && (found < 0 || number < columns[found]!)) found = j
  return found
}

function tightest(table: readonly Float64Array[], basis: readonly number[], column: number): number {
  let found = -1
  let least = Number.POSITIVE_INFINITY
  for (const [i, row] of table.entries()) {
    if (row[column]! <= TINY) continue
    const ratio = row.at(-1)! / row[column]!
    if (ratio < least - TINY || (ratio < least + TINY && basis[i]! < basis[found]!)) {
      found = i
      least = Math.min(least, ratio)
    }
  }
  return found
}

/** Swaps a basic and a non-basic variable in a condensed table. */
function pivot(table: readonly Float64Array[], goal: Float64Array, leaving: number, entering: number): void {
  const row = table[leaving]!
  const by = row[entering]!
  row[entering] = 1
  for (let j = 0; j < row.length; j++) row[j]! /= by
  for (const other of [...table, goal]) {
    const factor = other[entering]!
    if (other === row || factor === 0) continue
    other[entering] = 0
    for (let j = 0; j < row.length; j++) other[j]! -= factor * row[j]!
  }
}

/** Solves A·x = b for a symmetric positive definite A (Cholesky); A as rows, of which the lower triangle is read. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  const lower = matrix.map((row) => Float64Array.from(row))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [one, other] = [lower[i]!, lower[j]!]
      let sum = one[j]!
      for (let k = 0; k < j; k++) sum -= one[k]! * other[k]!
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!
    x[i]! /= lower[i]![i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!
    x[i]! /= lower[i]![i]!
  }
  return x
}

/** What an answer says of a weighted sum over persons: Σ weight·x ≈ estimate. */
export interface Equation {
  /** By unknown; where the sum is one over a cell, how surely each person is in it, 0…1. */
  weights: Float64Array
  estimate: number
  variance: number
}

/**
 * Least-squares reconstruction of a yes/no attribute of each person: the mean of the normal posterior from all equations
 * together, every person beginning at the same chance. Where no equation speaks of one, the chance stays.
 */
export function leastSquares(equations: readonly Equation[], persons: number, chance: number): Float64Array {
  const spoken = Array.from({ length: persons }, (_, i) => i).filter((i) =>
    equations.some(({ weights }) => weights[i] !== 0),
  )
  const solution = posterior(
    equations.map(({ weights, ...so }) => ({ ...so, weights: Float64Array.from(spoken, (i) => weights[i]!) })),
    spoken.length,
    chance,
  )
  const all = new Float64Array(persons).fill(chance)
  for (const [at, i] of spoken.entries()) all[i] = solution[at]!
  return all
}

function posterior(equations: readonly Equation[], unknowns: number, chance: number): Float64Array {
  const spread = chance * (1 - chance)
  const matrix = Array.from({ length: unknowns }, (_, i) => {
    const row = new Float64Array(unknowns)
    row[i] = 1 / spread
    return row
  })
  const right = new Float64Array(unknowns).fill(chance / spread)
  for (const { weights, estimate, variance } of equations) {
    const inside = [...weights.keys()].filter((i) => weights[i] !== 0)
    for (const [at, i] of inside.entries()) {
      const scaled = weights[i]! / variance
      right[i]! += scaled * estimate
      const row = matrix[i]!
      for (let k = 0; k <= at; k++) row[inside[k]!]! += scaled * weights[inside[k]!]!
    }
  }
  return solved(matrix, right)
}

/** Area under the ROC curve: the chance that someone with the attribute is scored above someone without; ties half. */
export function auc(scores: ArrayLike<number>, truth: readonly boolean[]): number {
  const order = truth.map((is, i) => ({ is, score: scores[i]! })).sort((a, b) => a.score - b.score)
  let below = 0
  let wins = 0
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]!.score === order[from]!.score) to++
    const tied = order.slice(from, to)
    const without = tied.filter(({ is }) => !is).length
    wins += (tied.length - without) * (below + without / 2)
    below += without
  }
  return wins / (below * (order.length - below))
}

/**
 * The largest value of the sum of `objective`·y under rows·y ≤ limits and 0 ≤ y ≤ 1, by the simplex method from y = 0,
 * which must be feasible (no limit below zero). Bland's rule, so that it ends.
 */
export function largest(
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  limits: readonly number[],
): number {
  const n = objective.length
  const bounds = objective.map((_, i) => objective.map((__, j) => (i === j ? 1 : 0)))
  const table = [...rows, ...bounds].map((row) => Float64Array.from([...row, 0]))
  for (const [i, row] of table.entries()) row[n] = i < limits.length ? limits[i]! : 1
  const goal = Float64Array.from([...objective, 0])
  const basis = table.map((_, i) => n + i)
  const columns = objective.map((_, j) => j)
  for (;;) {
    const entering = lowestNumber(columns, (j) => goal[j]! > TINY)
    if (entering < 0) return -goal[n]!
    const leaving = tightest(table, basis, entering)
    pivot(table, goal, leaving, entering)
    const out = basis[leaving]!
    basis[leaving] = columns[entering]!
    columns[entering] = out
  }
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

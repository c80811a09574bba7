/** What the attacker holds of a person before any answer: the mean of each feature, and how features go together. */
export interface Prior {
  mean: Float64Array
  covariance: Float64Array[]
}

/** Persons as the attacker sees them: of each how it stands with what is sought (`priors`), by class. */
export interface Suspects {
  classes: readonly Prior[]
  classOf: Int32Array
}

/** An answer: Σ over persons of how surely each is in the cell · features · coefficients ≈ value. */
export interface Observation {
  weights: Float64Array
  coefficients: Float64Array
  value: number
  /** Of noise that no other answer has. */
  variance: number
  /** Of noise of variance 1 that other answers may have too: which, and how much of it. */
  noise: ReadonlyMap<string, number>
}

/**
 * The mean of a feature of each person given all answers, as if everything were normal: the best that can be made of
 * answers that are linear in what is sought, their noise however it goes together.
 */
export function posteriorOf(suspects: Suspects, observations: readonly Observation[], feature: number): Float64Array {
  const { classes, classOf } = suspects
  const spread = observations.map(({ coefficients }) => classes.map((prior) => times(prior.covariance, coefficients)))
  const expected = observations.map((one) => expectedOf(suspects, one))
  const pairs = pairSums(suspects, observations)
  const matrix = observations.map((one, i) =>
    Float64Array.from({ length: i + 1 }, (_, j) => {
      let sum = i === j ? one.variance : 0
      for (let c = 0; c < classes.length; c++) sum += pairs(i, j, c) * dot(one.coefficients, spread[j]![c]!)
      return sum + shared(one.noise, observations[j]!.noise)
    }),
  )
  const surprise = Float64Array.from(observations, ({ value }, i) => value - expected[i]!)
  const pull = solved(matrix, surprise)
  return Float64Array.from(classOf, (of, person) => {
    let score = classes[of]!.mean[feature]!
    for (const [i, { weights }] of observations.entries())
      score += pull[i]! * weights[person]! * spread[i]![of]![feature]!
    return score
  })
}

function expectedOf({ classes, classOf }: Suspects, { weights, coefficients }: Observation): number {
  const byClass = classes.map(({ mean }) => dot(mean, coefficients))
  return weights.reduce((sum, weight, person) => sum + weight * byClass[classOf[person]!]!, 0)
}

/** Σ over the persons of a class of one answer's weight times another's; worked out once for each two cells. */
function pairSums({ classes, classOf }: Suspects, observations: readonly Observation[]) {
  const cells = [...new Set(observations.map(({ weights }) => weights))]
  const cellOf = observations.map(({ weights }) => cells.indexOf(weights))
  const members = cells.map((weights) => [...weights.keys()].filter((person) => weights[person]! > 0))
  const sums = cells.map((one, i) =>
    cells.slice(0, i + 1).map((other, j) => {
      const sum = new Float64Array(classes.length)
      const fewer = members[i]!.length < members[j]!.length ? members[i]! : members[j]!
      for (const person of fewer) sum[classOf[person]!]! += one[person]! * other[person]!
      return sum
    }),
  )
  return (i: number, j: number, of: number): number => {
    const [a, b] = [cellOf[i]!, cellOf[j]!]
    return a >= b ? sums[a]![b]![of]! : sums[b]![a]![of]!
  }
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [source, share] of a) sum += share * (b.get(source) ?? 0)
  return sum
}

const times = (matrix: readonly Float64Array[], vector: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) => dot(row, vector))

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Solves A·x = b for a symmetric positive definite A (Cholesky); A as rows, of which the lower triangle is read. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  const lower = matrix.map((row) => Float64Array.from(row))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [one, other] = [lower[i]!, lower[j]!]
      let sum = one[j]!
      for (let k = 0; k < j; k++) sum -= one[k]! * other[k]!
      one[j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / other[j]!
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

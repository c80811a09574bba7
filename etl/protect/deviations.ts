import type { Measure } from '../../data/instruments/definition.ts'
import { isDifference } from '../../data/instruments/items.ts'
import type { Answers } from './answers.ts'

interface Moments {
  n: number
  sum: number
  squares: number
}

const FEWEST = 100

/**
 * A mean's standard deviation over all places of the release, to one decimal (disclosure rule 10). Where it would rest
 * on fewer than a hundred persons it is itself a figure about them: half the scale stands in its place.
 */
export class Deviations {
  private readonly moments = new Map<number, Moments>()

  add({ moments }: Answers): void {
    for (const [i, measure] of moments.measure.entries()) {
      const so = this.moments.get(measure) ?? { n: 0, sum: 0, squares: 0 }
      so.n += moments.n[i]!
      so.sum += moments.sum[i]!
      so.squares += moments.squares[i]!
      this.moments.set(measure, so)
    }
  }

  /** By number of the measure; those that are not means of their own have none. */
  of(measures: readonly Measure[]): Map<number, number> {
    const means = [...measures.entries()].filter(([, one]) => one.kind === 'mean' && !isDifference(one))
    return new Map(means.map(([number, measure]) => [number, deviationOf(measure, this.moments.get(number))]))
  }
}

function deviationOf({ scale }: Measure, moments: Moments | undefined): number {
  if (!moments || moments.n < FEWEST) return (scale.max - scale.min) / 2
  const variance = (moments.squares - moments.sum ** 2 / moments.n) / (moments.n - 1)
  return Math.round(Math.sqrt(Math.max(0, variance)) * 10) / 10
}

import type { Measure } from '../../data/instruments/definition.ts'
import { decimalsOf } from '../../data/instruments/items.ts'
import type { Distribution } from './distribution.ts'
import { meanNoise } from './noise.ts'

const SHARE_OF_SCALE = 0.75

/** The mean that a protected distribution has, its values taken for the middle of their band (disclosure rule 8). */
export function meanOfDistribution(
  { all, above }: Distribution,
  middles: readonly number[],
  measure: Pick<Measure, 'kind' | 'scale'>,
): number {
  const sum = middles.reduce((so, middle, band) => {
    const atLeast = band === 0 ? all : above[band - 1]!
    return so + (atLeast - (above[band] ?? 0)) * middle
  }, 0)
  return shown(sum / all, measure)
}

/**
 * Every other mean, with noise of its own (disclosure rule 8).
 * @param values of those who have one, at least one
 * @param u the draw of the cell and the measure
 */
export function noisyMean(values: ArrayLike<number>, measure: Pick<Measure, 'kind' | 'scale'>, u: number): number {
  const { mean, farthest } = spreadOf(values)
  const deviation = Math.max(farthest, (measure.scale.max - measure.scale.min) / 2)
  return shown(mean + (SHARE_OF_SCALE * deviation * meanNoise(u)) / values.length, measure)
}

/** Held to the scale, in the measure's decimals. */
function shown(value: number, measure: Pick<Measure, 'kind' | 'scale'>): number {
  const { min, max } = measure.scale
  const factor = 10 ** decimalsOf(measure)
  return Math.round(Math.min(max, Math.max(min, value)) * factor) / factor + 0
}

/** The mean, and the largest deviation from it. A loop: it runs for every mean of every cell. */
function spreadOf(values: ArrayLike<number>): { mean: number; farthest: number } {
  let sum = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sum += value
    if (value < least) least = value
    if (value > most) most = value
  }
  const mean = sum / values.length
  return { mean, farthest: Math.max(most - mean, mean - least) }
}

import { asi } from '../../data/instruments/asi.ts'
import { type Cell, cellsOf } from '../../data/instruments/cells.ts'
import { randomFrom } from '../../data/sample/random.ts'
import { meanNoise, noiseOf } from '../../etl/protect/noise.ts'
import type { Client } from './follow-ups.ts'
import type { Observation } from './gaussian.ts'
import type { Seen } from './observations.ts'

/** What someone kept of a cell when it was answered by version 3 of the rules; percent, steps and persons. */
interface Saved {
  moderate: Between
  free: Between
  mean: number
  bars: { from: number; to: number; count: number }[]
}

type Between = [low: number, high: number]

/** What was kept of a municipality's area, by cell. */
export type SavedAnswers = ReadonlyMap<string, Saved>

const FLOOR = 10
const SMALLEST_PART = 5
const SMALLEST_DISTRIBUTION = 20
const HALF_SCALE = 4.5
const SHARE_OF_SCALE = 0.75
const HIGHEST = 9
const STEPS = [0, 2, 4, 6, 8].map((from) => ({ from, to: from + 1 }))

/**
 * The answers that version 3 of the rules gave about the very same persons: every share, step and mean had a draw of its
 * own, none agreed with another. The arithmetic of those rules, with other chance: a release by them is not kept anywhere.
 */
export function savedAnswers(seed: string, place: string, people: readonly Client[], area: string): SavedAnswers {
  const ratings = new Map(people.map(({ baseline }) => [baseline, Number(baseline[`${area}_skattning`])]))
  const saved = cellsOf(asi).flatMap((cell): [string, Saved][] => {
    const inside = [...ratings].filter(([row]) => isIn(cell, row)).map(([, rating]) => rating)
    const one = savedOf(inside, `${seed} ${place} ${area} ${cell.name}`)
    return one ? [[cell.name, one]] : []
  })
  return new Map(saved)
}

const isIn = ({ choices }: Cell, row: Client['baseline']): boolean =>
  choices.every(({ dimension, category }) => row[dimension] === category)

function savedOf(ratings: readonly number[], seed: string): Saved | null {
  const among = drawsAmong(ratings, seed)
  const all = among(0, HIGHEST)
  if (all < FLOOR) return null
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
  const noise = (SHARE_OF_SCALE * HALF_SCALE * meanNoise(randomFrom(`${seed} mean`)())) / ratings.length
  return {
    moderate: shareOf(among(4, HIGHEST), all),
    free: shareOf(among(0, 1), all),
    mean: Math.round(Math.min(HIGHEST, Math.max(0, mean + noise)) * 10) / 10,
    bars:
      all < SMALLEST_DISTRIBUTION
        ? []
        : mergedBars(STEPS.map((step) => ({ ...step, count: among(step.from, step.to) }))),
  }
}

/** n̂ of those between two ratings; the same persons draw once. */
function drawsAmong(ratings: readonly number[], seed: string) {
  const drawn = new Map<string, number>()
  return (from: number, to: number): number => {
    const n = ratings.filter((rating) => rating >= from && rating <= to).length
    const name = `${from}-${to}`
    if (!drawn.has(name)) drawn.set(name, n === 0 ? 0 : n + noiseOf(n, randomFrom(`${seed} ${name}`)()))
    return drawn.get(name)!
  }
}

function shareOf(having: number, all: number): Between {
  const bound = Math.min(100, Math.ceil(1000 / all / 5) * 5)
  if (having < SMALLEST_PART) return [0, bound]
  if (all - having < SMALLEST_PART) return [100 - bound, 100]
  const percent = Math.min(99, Math.max(1, Math.round((100 * having) / all)))
  return [percent, percent]
}

/** Neighbours are merged from the lowest on until each has five; counts to the nearest five. */
function mergedBars(steps: Saved['bars']): Saved['bars'] {
  const runs: Saved['bars'] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last && last.count < SMALLEST_PART)
      runs.splice(-1, 1, { from: last.from, to: step.to, count: last.count + step.count })
    else runs.push(step)
  }
  return runs.map((run) => ({ ...run, count: Math.round(run.count / 5) * 5 }))
}

/** Which feature tells what: those at or above each cut, and the rating itself. */
interface Places {
  cuts: ReadonlyMap<number, number>
  rating: number
  size: number
}

const COUNT_NOISE = 2

/** What the kept answers say, to one who knows how they were made. */
export function observationsSaved(saved: SavedAnswers, seen: readonly Seen[], places: Places): Observation[] {
  return seen.flatMap(({ cell, weights }) => {
    const kept = saved.get(cell.name)
    if (!kept) return []
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const unsure = weights.reduce((sum, weight) => sum + weight * (1 - weight), 0)
    const told = [
      shareTold(kept.moderate, 4, null, n),
      shareTold(kept.free, 0, 2, n),
      ...kept.bars.map(barTold),
      meanTold(kept, n),
    ]
    return told.map(({ from, below, value, variance }): Observation => {
      const coefficients = new Float64Array(places.size)
      if (from === null) coefficients[places.rating] = 1
      else if (from > 0) coefficients[places.cuts.get(from)!] = 1
      if (below !== null) coefficients[places.cuts.get(below)!] = -1
      // Those below a cut are everybody but those at or above it.
      const base = from === 0 ? n : 0
      return {
        weights,
        coefficients,
        value: value - base,
        variance: variance + unsure * (from === null ? 8 : 0.25),
        noise: new Map(),
      }
    })
  })
}

/** A sum over a cell's persons: of those from a rating up to another, or of the ratings (`from` null). */
interface Told {
  from: number | null
  below: number | null
  value: number
  variance: number
}

function shareTold([low, high]: Between, from: number, below: number | null, n: number): Told {
  const part = (low + high) / 200
  const variance = ((Math.max(1, high - low) / 100) * n) ** 2 / 12 + COUNT_NOISE * (1 + part ** 2)
  return { from, below, value: part * n, variance }
}

function barTold({ from, to, count }: Saved['bars'][number]): Told {
  return { from, below: to === HIGHEST ? null : to + 1, value: count, variance: COUNT_NOISE + 25 / 12 }
}

function meanTold({ mean }: Saved, n: number): Told {
  const variance = (SHARE_OF_SCALE * HALF_SCALE) ** 2 * COUNT_NOISE + (0.1 * n) ** 2 / 12
  return { from: null, below: null, value: mean * n, variance }
}

import { beforeAll, describe, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { attackAbsent, attackAll, type Outcome } from './attackers.ts'
import { type Between, verdictsOf } from './certainty.ts'
import { clients } from './clients.ts'
import { type Exposure, exposureOf } from './exposure.ts'
import { auc, type Observation, posteriorOf } from './gaussian.ts'

// The short form: one seed, two areas. `npm run redteam` takes five seeds and four.
const SEED = 'short'
const AREAS = ['alkohol', 'psykisk']
/** Of so few persons an area under the curve is off by some 0.01, by chance (which is fixed); the long form holds the limits. */
const STANDARD_ERROR = 0.01

describe('attackers over HTTP who know the rules and ask everything', () => {
  let outcomes: Outcome[]

  beforeAll(async () => {
    outcomes = await attackAll(SEED, AREAS)
  })

  test('learn something, so that the attack is worth making', () => {
    expect(outcomes).toHaveLength(10)
    for (const { attacker, auc: found } of outcomes) expect(found, attacker).toBeGreaterThan(0.55)
  })

  test('and too little', () => {
    for (const { attacker, auc: found, limit } of outcomes)
      expect(found, attacker).toBeLessThanOrEqual(limit + STANDARD_ERROR)
  })

  test('of somebody who is not in the release they learn next to nothing', async () => {
    const found = await attackAbsent(SEED, AREAS)
    expect(Math.abs(found - 0.5)).toBeLessThan(0.08)
  })
})

describe('what is certain', () => {
  let exposure: Exposure

  beforeAll(async () => {
    exposure = await exposureOf(SEED, AREAS, { '0184': 30, '0163': 60, '0191': 100 })
  })

  test('is true: what the attacker holds for certain fits everybody as they are', () => {
    expect(exposure.fewestAnswers).toBeGreaterThan(10)
    expect(exposure.isTrue).toBe(true)
  })

  test('fixes nobody: a linear program leaves both possible for each', () => {
    expect(exposure).toMatchObject({ targets: 380, fixed: 0, undecided: 0 })
  })

  test('is not what is answered: hardly anywhere may that be taken for exact', () => {
    expect(exposure.looked).toBe(6)
    expect(exposure.exact).toBeLessThan(exposure.looked / 2)
  })
})

describe('the common practice, as a control of the attack', () => {
  const rows = clients('reconstruction', '0163', 2023, 60)
  const has = (row: ClientRow): boolean => Number(row.alkohol_skattning) >= 4
  const truth = rows.map(has)
  const known = commonPractice(rows, has)

  test('falls: most persons are fixed for certain', () => {
    expect(verdictsOf(known, truth).fixed.length).toBeGreaterThan(rows.length / 2)
  })

  test('falls: the same attack tells them apart', () => {
    const prior = { mean: Float64Array.of(0.4), covariance: [Float64Array.of(0.24)] }
    const exact = known.map(
      ({ weights, low }): Observation => ({
        weights,
        coefficients: Float64Array.of(1),
        value: low,
        variance: 0.01,
        noise: new Map(),
      }),
    )
    const suspects = { classes: [prior], classOf: new Int32Array(rows.length) }
    expect(auc(posteriorOf(suspects, exact, 0), truth)).toBeGreaterThan(0.95)
  })
})

/** What everyone does: any two filters, fewer than five hidden, everything else exact. Built on the rows, not on this system. */
function commonPractice(rows: readonly ClientRow[], has: (row: ClientRow) => boolean): Between[] {
  const single = asi.dimensions.flatMap(({ id, categories }) =>
    categories.map((category) => (row: ClientRow) => row[id] === category.id),
  )
  const pairs = single.flatMap((a, i) => single.slice(i + 1).map((b) => (row: ClientRow) => a(row) && b(row)))
  const everybody = () => true
  return [everybody, ...single, ...pairs].flatMap((isIn) => {
    const weights = Float64Array.from(rows, (row) => (isIn(row) ? 1 : 0))
    const inside = rows.filter(isIn)
    const sum = inside.filter(has).length
    return inside.length < 5 ? [] : [{ weights, low: sum, high: sum }]
  })
}

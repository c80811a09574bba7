import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Answers, answersTo, equationsOf, type Knowledge, knowsAll, knowsHalf, measuresOf } from './attacker.ts'
import { certainties, fixedPersons } from './certainty.ts'
import { clients } from './clients.ts'
import { commonPractice, exactEquations } from './common-practice.ts'
import { auc, leastSquares } from './linear.ts'
import { type Service, startService } from './service.ts'

// Persons a year by municipality: from very small to large.
const SIZES = { '0184': 30, '0163': 60, '0123': 60, '0191': 100, '0125': 150, '0183': 150, '0139': 300 }
const YEAR = 2023
const SECRETS = ['fysisk', 'alkohol', 'psykisk', 'familj']

const populations = new Map(
  Object.entries(SIZES).map(([place, persons]) => [place, clients('reconstruction', place, YEAR, persons)]),
)
const hasProblem = (area: string) => (row: ClientRow) => Number(row[`${area}_skattning`]) >= 4

let service: Service
const answers = new Map<string, Answers>()

beforeAll(async () => {
  service = await startService()
  await service.load([...populations.values()].flat())
  const places = [...populations.keys()]
  for (const area of SECRETS) answers.set(area, await answersTo(service, measuresOf(area, 'grund'), places, YEAR))
})

afterAll(() => service?.close())

/** How well an attacker tells those with a problem from those without, over all secrets and municipalities. */
function averageAuc(know: (rows: ClientRow[]) => Knowledge): number {
  const found = SECRETS.flatMap((area) =>
    [...populations].map(([place, rows]) => {
      const equations = equationsOf(answers.get(area)!, place, know(rows))
      return { weight: rows.length, auc: auc(leastSquares(equations, rows.length, 0.4), rows.map(hasProblem(area))) }
    }),
  )
  const weights = found.reduce((sum, { weight }) => sum + weight, 0)
  return found.reduce((sum, one) => sum + one.weight * one.auc, 0) / weights
}

describe('an attacker over HTTP who asks everything the catalogue offers', () => {
  test('gets so much that the attack is worth making', () => {
    const equations = SECRETS.flatMap((area) =>
      [...populations].flatMap(([place, rows]) => equationsOf(answers.get(area)!, place, knowsAll(rows))),
    )
    expect(equations.length).toBeGreaterThan(2000)
  })

  test('who knows age group, sex, main drug and half of the rest does little better than chance', () => {
    const found = averageAuc(knowsHalf)
    expect(found).toBeGreaterThan(0.5)
    expect(found).toBeLessThanOrEqual(0.7)
  })

  test('who knows everything else does hardly better', () => {
    expect(averageAuc(knowsAll)).toBeLessThanOrEqual(0.75)
  })

  test('is certain of nobody: a linear program leaves both possible for each', () => {
    const small = [...populations].filter(([, rows]) => rows.length <= 100)
    const fixed = small.flatMap(([place, rows]) => {
      const known = certainties(answers.get('alkohol')!, place, knowsAll(rows))
      expect(known.length).toBeGreaterThan(rows.length / 4)
      return fixedPersons(known, rows.map(hasProblem('alkohol')))
    })
    expect(fixed).toEqual([])
  })
})

describe('the common practice, as a control of the attack', () => {
  const rows = populations.get('0163')!
  const truth = rows.map(hasProblem('alkohol'))
  const known = commonPractice(rows, hasProblem('alkohol'))

  test('falls: most persons are fixed for certain', () => {
    expect(fixedPersons(known, truth).length).toBeGreaterThan(rows.length / 2)
  })

  test('falls: least squares tells them apart', () => {
    expect(auc(leastSquares(exactEquations(known), rows.length, 0.4), truth)).toBeGreaterThan(0.95)
  })
})

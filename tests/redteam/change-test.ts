import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersTo, type Knowledge, knowsAll, knowsHalf, measuresOf } from './attacker.ts'
import { certainties, fixedPersons } from './certainty.ts'
import { changeMeasuresOf, type WholeAnswers, wholeEquations } from './change-attacker.ts'
import { changeCertainties } from './change-certainty.ts'
import { type Client, followedClients, type Hearsay, knowsFollowUps, knowsHalfOfFollowUps } from './follow-ups.ts'
import { auc, leastSquares } from './linear.ts'
import { type Service, startService } from './service.ts'

// Persons a year by municipality, in several years: each draws noise of its own.
const SIZES = { '0184': 30, '0163': 60, '0123': 60, '0191': 100, '0125': 150, '0183': 150, '0139': 300 }
const YEARS = [2022, 2023]
const SECRETS = ['fysisk', 'alkohol', 'psykisk', 'familj']

interface Target {
  place: string
  area: string
  people: Client[]
  answers: WholeAnswers
}

let service: Service
let targets: Target[]

beforeAll(async () => {
  service = await startService()
  const populations = YEARS.flatMap((year) =>
    Object.entries(SIZES).map(([place, n]) => ({ place, year, people: followedClients('change', place, year, n) })),
  )
  const rows = populations.flatMap(({ people }) => people.flatMap(({ baseline, later }) => [baseline, later ?? []]))
  await service.load(rows.flat())
  targets = []
  for (const year of YEARS) {
    for (const area of SECRETS) {
      const answers = await allAnswers(area, year)
      const ofYear = populations.filter((one) => one.year === year)
      targets.push(...ofYear.map(({ place, people }) => ({ place, area, people, answers })))
    }
  }
})

afterAll(() => service?.close())

async function allAnswers(area: string, year: number): Promise<WholeAnswers> {
  const places = Object.keys(SIZES)
  const baseline = await answersTo(service, measuresOf(area, 'grund'), places, year)
  const followUp = await answersTo(service, measuresOf(area, 'uppfoljning'), places, year)
  return { baseline, followUp, change: await answersTo(service, changeMeasuresOf(area), places, year) }
}

const truth = ({ people, area }: Target): boolean[] =>
  people.map(({ baseline }) => Number(baseline[`${area}_skattning`]) >= 4)

const baselines = ({ people }: Target) => people.map(({ baseline }) => baseline)

/** How well an attacker tells those who had a problem at baseline from those who had none, over all targets. */
function averageAuc(know: (target: Target) => [Knowledge, Hearsay[]]): number {
  let sum = 0
  let persons = 0
  for (const target of targets) {
    const equations = wholeEquations(target.answers, target.place, ...know(target))
    const scores = leastSquares(equations, 2 * target.people.length, 0.4)
    sum += target.people.length * auc(scores, truth(target))
    persons += target.people.length
  }
  return sum / persons
}

test('follow-ups and changes are answered, so that the attack is worth making', () => {
  const [{ followUp, change }] = targets.map(({ answers }) => answers) as [WholeAnswers]
  expect(followUp.mean.size).toBeGreaterThan(60)
  for (const shown of Object.values(change)) expect(shown.size).toBeGreaterThan(4)
})

test('who knows age group, sex, main drug and half of the rest, follow-ups too, comes to 0.69 of 0.70 at most', () => {
  const found = averageAuc((target) => [knowsHalf(baselines(target)), knowsHalfOfFollowUps(target.people, target.area)])
  expect(found).toBeGreaterThan(0.5)
  expect(found).toBeLessThanOrEqual(0.7)
})

test('who knows everything else, every follow-up too, comes to 0.73 of 0.75 at most', () => {
  const found = averageAuc((target) => [knowsAll(baselines(target)), knowsFollowUps(target.people, target.area)])
  expect(found).toBeLessThanOrEqual(0.75)
})

test('is certain of nobody, with change and follow-ups either', () => {
  const small = targets.filter(({ people, area }) => people.length <= 100 && area === 'alkohol')
  const fixed = small.flatMap((target) => {
    const knowledge = knowsAll(baselines(target))
    const change = changeCertainties(
      target.answers.change,
      target.place,
      knowledge,
      knowsFollowUps(target.people, target.area),
    )
    expect(change.length).toBeGreaterThan(3)
    return fixedPersons([...certainties(target.answers.baseline, target.place, knowledge), ...change], truth(target))
  })
  expect(fixed).toEqual([])
})

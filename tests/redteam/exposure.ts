import { asi } from '../../data/instruments/asi.ts'
import { hasProblem } from './attack.ts'
import { certaintiesOf, fits, verdictsOf } from './certainty.ts'
import { knowsAll } from './knowledge.ts'
import { AREAS, askRatings, openWorld, type Sizes } from './world.ts'

/** What an attacker who knows all else can hold for certain, by a linear program over everything that was answered. */
export interface Exposure {
  /** Persons times areas. */
  targets: number
  /** How many of them are told for certain, and of how many the program did not get to know. */
  fixed: number
  undecided: number
  /** Answers that the attacker could use, where they were fewest. */
  fewestAnswers: number
  /** Whether what is held fits everybody as they are: an attacker who holds more is no attacker. */
  isTrue: boolean
}

export async function exposureOf(seed: string, areas: readonly string[] = AREAS, sizes?: Sizes): Promise<Exposure> {
  const world = await openWorld(`${seed} certain`, sizes)
  const answered = await askRatings(world, areas).finally(() => world.service.close())
  const exposure = { targets: 0, fixed: 0, undecided: 0, fewestAnswers: Number.POSITIVE_INFINITY, isTrue: true }
  for (const place of world.places) {
    const people = world.clients.get(place)!
    const baselines = people.map(({ baseline }) => baseline)
    for (const area of areas) {
      const truth = people.map(hasProblem(area))
      const known = certaintiesOf(area, answered, place, knowsAll(baselines, asi))
      const { fixed, undecided } = verdictsOf(known, truth)
      exposure.targets += truth.length
      exposure.fixed += fixed.length
      exposure.undecided += undecided.length
      exposure.fewestAnswers = Math.min(exposure.fewestAnswers, known.length)
      exposure.isTrue &&= fits(known, truth)
    }
  }
  return exposure
}

import { asi } from '../../data/instruments/asi.ts'
import { hasProblem } from './attack.ts'
import { type Between, certaintiesOf, fits, MOST_NOISE, verdictsOf } from './certainty.ts'
import { knowsAll } from './knowledge.ts'
import { AREAS, askRatings, openWorld, type Sizes } from './world.ts'

/**
 * What an attacker who knows all else can hold for certain, by a linear program over everything that was answered. The
 * attacker is lucky, too: of how much noise there may be, the least that is true is guessed.
 */
export interface Exposure {
  /** Persons times areas. */
  targets: number
  /** How many of them are told for certain, and of how many the program did not get to know. */
  fixed: number
  undecided: number
  /** Answers that the attacker could use, where they were fewest. */
  fewestAnswers: number
  /** Whether what the rules allow for fits everybody as they are: an attacker who holds more is no attacker. */
  isTrue: boolean
  /** Municipalities times areas, and how many of their answers, taken for exact, fit everybody: few do by chance, all without noise. */
  looked: number
  exact: number
}

export async function exposureOf(seed: string, areas: readonly string[] = AREAS, sizes?: Sizes): Promise<Exposure> {
  const world = await openWorld(`${seed} certain`, sizes)
  const answered = await askRatings(world, areas).finally(() => world.service.close())
  const exposure = { targets: 0, fixed: 0, undecided: 0, fewestAnswers: Infinity, isTrue: true, looked: 0, exact: 0 }
  for (const place of world.places) {
    const people = world.clients.get(place)!
    const baselines = people.map(({ baseline }) => baseline)
    const knowledge = knowsAll(baselines, asi)
    for (const area of areas) {
      const truth = people.map(hasProblem(area))
      const guessed = luckiest((noise) => certaintiesOf(area, answered, place, { knowledge, noise }), truth)
      const { fixed, undecided } = verdictsOf(guessed.known, truth)
      exposure.targets += truth.length
      exposure.fixed += fixed.length
      exposure.undecided += undecided.length
      exposure.fewestAnswers = Math.min(exposure.fewestAnswers, guessed.known.length)
      exposure.isTrue &&= fits(guessed.known, truth)
      exposure.looked += 1
      exposure.exact += guessed.noise === 0 ? 1 : 0
    }
  }
  return exposure
}

/** What is held for certain with the least noise that fits the truth, or with the most where none does. */
function luckiest(held: (noise: number) => Between[], truth: readonly boolean[]) {
  for (let noise = 0; noise < MOST_NOISE; noise++) {
    const known = held(noise)
    if (fits(known, truth)) return { noise, known }
  }
  return { noise: MOST_NOISE, known: held(MOST_NOISE) }
}

import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { Answered } from './asking.ts'
import { afterAtLeast, atLeast, COMMON_RATING, chancesOf, changeAtLeast, priorOf } from './features.ts'
import type { Client, Hearsay } from './follow-ups.ts'
import { type Observation, posteriorOf, type Suspects } from './gaussian.ts'
import { type Knowledge, membership } from './knowledge.ts'
import { observationsOfMean } from './means-observed.ts'
import { itemWith, observationsOf, type Seen } from './observations.ts'
import { observationsSaved, type SavedAnswers } from './old-rules.ts'

const RATING_CUTS = [2, 4, 6, 8]
const CHANGE_CUTS = [-2, -1, 2, 3]
/** By person: the rating at baseline at or above each cut and itself, the same at follow-up, the change at each cut. */
const FEATURES = [
  ...RATING_CUTS.map(atLeast),
  (before: number) => before,
  ...RATING_CUTS.map(afterAtLeast),
  (_: number, after: number) => after,
  ...CHANGE_CUTS.map(changeAtLeast),
]
const SOUGHT = 1
const PLACE_OF = { baseline: [0, 1, 2, 3], before: 4, followUp: [5, 6, 7, 8], after: 9, change: [10, 11, 12, 13] }
const SAVED_PLACES = {
  cuts: new Map(RATING_CUTS.map((cut, i) => [cut, PLACE_OF.baseline[i]!])),
  rating: PLACE_OF.before,
  size: FEATURES.length,
}
const RATINGS = COMMON_RATING.map((_, rating) => rating)
const CLASSES = [null, ...RATINGS].map((after) => priorOf(FEATURES, chancesOf(COMMON_RATING, 0, after)))

/** One release, and what an attacker knows of those who were in it. */
export interface Release {
  name: string
  answered: Answered
  /** How surely each of the suspects was in it; 1 unless it was built before or without them. */
  present?: Float64Array
  /** What was kept of the answers of older rules about those who are in it, by area and place. */
  saved?: (area: string, place: string) => SavedAnswers
}

/** What is known of persons, and of their follow-ups: null where the attacker does not look at those. */
export interface Known {
  knowledge: Knowledge
  hearsay: readonly Hearsay[] | null
}

/**
 * How likely each person of a municipality is to have had a problem in an area, to an attacker who knows the rules and
 * puts everything together: shares, bars, means and bounds, the agreement of the sexes, and where follow-ups are looked at
 * what is said of those and of the change. Of one release or several.
 */
export function suspicionsOf(area: string, place: string, releases: readonly Release[], known: Known): Float64Array {
  const { knowledge, hearsay } = known
  const suspects: Suspects = {
    classes: CLASSES,
    classOf: Int32Array.from(knowledge, (_, i) => (hearsay?.[i]?.after ?? -1) + 1),
  }
  const observed = releases.flatMap((release) => observationsIn(area, place, release, known))
  return posteriorOf(suspects, observed, SOUGHT)
}

function observationsIn(
  area: string,
  place: string,
  { name, answered, present, saved }: Release,
  known: Known,
): Observation[] {
  const here = present ?? new Float64Array(known.knowledge.length).fill(1)
  const rated = (measure: string, features: readonly number[], seen: readonly Seen[]): Observation[] => {
    const item = itemWith(asi, measure)
    return observationsOf(
      { instrument: asi, item, features, size: FEATURES.length, name: `${name} ${measure}` },
      answered,
      place,
      seen,
    )
  }
  const seen = seenBy(known.knowledge, here)
  const baseline = [
    ...rated(`${area}_problemfria_grund`, PLACE_OF.baseline, seen),
    ...(saved ? observationsSaved(saved(area, place), seen, SAVED_PLACES) : []),
  ]
  if (!known.hearsay) return baseline
  const followed = seenBy(
    known.knowledge,
    here.map((surely, i) => surely * known.hearsay![i]!.followed),
  )
  const mean = (measure: string, feature: number): Observation[] =>
    observationsOfMean(measure, { feature, size: FEATURES.length, halfScale: 4.5 }, answered, place, followed)
  return [
    ...baseline,
    ...rated(`${area}_problemfria_uppfoljning`, PLACE_OF.followUp, followed),
    ...rated(`${area}_forbattrade`, PLACE_OF.change, followed),
    ...mean(`${area}_skattning_fore`, PLACE_OF.before),
    ...mean(`${area}_skattning_efter`, PLACE_OF.after),
  ]
}

function seenBy(knowledge: Knowledge, present: Float64Array): Seen[] {
  return cellsOf(asi).map((cell) => ({
    cell,
    weights: membership(knowledge, cell.choices).map((weight, i) => weight * present[i]!),
  }))
}

export const hasProblem =
  (area: string) =>
  ({ baseline }: Client): boolean =>
    Number(baseline[`${area}_skattning`]) >= 4

import { asi } from '../../data/instruments/asi.ts'
import { ubu } from '../../data/instruments/ubu.ts'
import { ANSWERING_AGES } from '../../data/instruments/ubu-columns.ts'

import { type Answered, askEverything } from './asking.ts'
import { hasProblem, type Known, type Release, suspicionsOf } from './attack.ts'
import { isContent, measuresOn, suspicionsOfChildren } from './attack-children.ts'
import { type Client, knowsFollowUps, knowsHalfOfFollowUps } from './follow-ups.ts'
import { auc } from './gaussian.ts'
import { knowsAll, knowsHalf } from './knowledge.ts'
import { savedAnswers } from './old-rules.ts'
import { AREAS, askRatings, openWorld, openWorldWithout, type Sizes, upload, type World, YEAR } from './world.ts'

/** An attacker, and how well persons with what is sought were told from those without: 0.5 is chance, 1 certainty. */
export interface Outcome {
  attacker: string
  auc: number
  limit: number
}

const HALF = 0.7
const ALL = 0.75

/** Everyone who attacks one release, or two, of the same persons. */
export async function attackAll(seed: string, areas: readonly string[] = AREAS, sizes?: Sizes): Promise<Outcome[]> {
  const { world, answered, about, clients, after } = await askedAll(seed, areas, sizes)
  const first: Release = { name: 'first', answered }
  const over = (knowing: Knowing): number => overAreas(areas, world.places, world.clients, () => [first], knowing)
  return [
    { attacker: 'baseline, knows half', auc: over(HALF_KNOWN.plain), limit: HALF },
    { attacker: 'baseline, knows all else', auc: over(ALL_KNOWN.plain), limit: ALL },
    { attacker: 'with follow-ups and change, knows half', auc: over(HALF_KNOWN.followed), limit: HALF },
    { attacker: 'with follow-ups and change, knows all else', auc: over(ALL_KNOWN.followed), limit: ALL },
    ...attackChildren(world, about),
    ...attackUpload(world, areas, { answered, clients, after }),
    ...attackWithSaved(world, areas, first, seed),
  ]
}

/** The answers of the older rules that somebody kept, beside a release by these ones about the same persons. */
function attackWithSaved(world: World, areas: readonly string[], release: Release, seed: string): Outcome[] {
  const saved = (area: string, place: string) => savedAnswers(seed, place, world.clients.get(place)!, area)
  const over = (knowing: Knowing): number =>
    overAreas(areas, world.places, world.clients, () => [{ ...release, saved }], knowing)
  return [
    { attacker: 'kept answers of older rules, knows half', auc: over(HALF_KNOWN.plain), limit: HALF },
    { attacker: 'kept answers of older rules, knows all else', auc: over(ALL_KNOWN.plain), limit: ALL },
  ]
}

/** All answers first, then the attack: nobody waits for one while the other is worked out. */
async function askedAll(seed: string, areas: readonly string[], sizes?: Sizes) {
  const world = await openWorld(seed, sizes)
  try {
    const answered = await askRatings(world, areas)
    const about = await askEverything(world.service, ubu, RATINGS.flatMap(measuresOn), world.places, YEAR)
    const clients = await upload(world, seed)
    return { world, answered, about, clients, after: await askRatings(world, areas) }
  } finally {
    await world.service.close()
  }
}

type Knowing = (people: readonly Client[], area: string) => Known

const baselines = (people: readonly Client[]) => people.map(({ baseline }) => baseline)

/** Half and all of everything else, without looking at follow-ups and with. */
const HALF_KNOWN = {
  plain: (people: readonly Client[]): Known => ({ knowledge: knowsHalf(baselines(people), asi), hearsay: null }),
  followed: (people: readonly Client[], area: string): Known => ({
    knowledge: knowsHalf(baselines(people), asi),
    hearsay: knowsHalfOfFollowUps(people, area),
  }),
}
const ALL_KNOWN = {
  plain: (people: readonly Client[]): Known => ({ knowledge: knowsAll(baselines(people), asi), hearsay: null }),
  followed: (people: readonly Client[], area: string): Known => ({
    knowledge: knowsAll(baselines(people), asi),
    hearsay: knowsFollowUps(people, area),
  }),
}

/** Weighted by persons, over areas and municipalities. */
function overAreas(
  areas: readonly string[],
  places: readonly string[],
  clients: ReadonlyMap<string, Client[]>,
  releasesOf: (place: string) => readonly Release[],
  knowing: Knowing,
): number {
  return averaged(
    areas.flatMap((area) =>
      places.map((place) => {
        const people = clients.get(place)!
        const scores = suspicionsOf(area, place, releasesOf(place), knowing(people, area))
        return { scores, truth: people.map(hasProblem(area)) }
      }),
    ),
  )
}

function averaged(targets: readonly { scores: ArrayLike<number>; truth: boolean[] }[]): number {
  const told = targets.filter(({ truth }) => new Set(truth).size === 2)
  const persons = told.reduce((sum, { truth }) => sum + truth.length, 0)
  return told.reduce((sum, { scores, truth }) => sum + truth.length * auc(scores, truth), 0) / persons
}

const RATINGS = ['trygghet', 'trivsel', 'skola']

function attackChildren({ places, children }: World, answered: Answered): Outcome[] {
  const over = (knows: typeof knowsAll): number =>
    averaged(
      RATINGS.flatMap((rating) =>
        places.map((place) => {
          const asked = children.get(place)!.filter((row) => ANSWERING_AGES.includes(String(row.aldersgrupp)))
          const scores = suspicionsOfChildren(rating, place, answered, asked, knows(asked, ubu))
          return { scores, truth: asked.map(isContent(rating)) }
        }),
      ),
    )
  return [
    { attacker: 'ratings and gaps of UBU, knows half', auc: over((rows) => knowsHalf(rows, ubu)), limit: HALF },
    { attacker: 'ratings and gaps of UBU, knows all else', auc: over(knowsAll), limit: ALL },
  ]
}

interface Uploaded {
  answered: Answered
  /** Everybody who is there after it. */
  clients: ReadonlyMap<string, Client[]>
  after: Answered
}

/** The answers before and after ten more were uploaded everywhere, put together. */
function attackUpload(world: World, areas: readonly string[], { answered, clients, after }: Uploaded): Outcome[] {
  const releases = (place: string): Release[] => {
    const present = Float64Array.from(clients.get(place)!, (_, i) => (i < world.clients.get(place)!.length ? 1 : 0))
    return [
      { name: 'before', answered, present },
      { name: 'after', answered: after },
    ]
  }
  const over = (knowing: Knowing): number => overAreas(areas, world.places, clients, releases, knowing)
  return [
    { attacker: 'before and after an upload, knows half', auc: over(HALF_KNOWN.plain), limit: HALF },
    { attacker: 'before and after an upload, knows all else', auc: over(ALL_KNOWN.plain), limit: ALL },
  ]
}

/** What the attacker who knows all else says of persons who are not in the release at all. */
export async function attackAbsent(seed: string, areas: readonly string[] = AREAS, sizes?: Sizes): Promise<number> {
  const world = await openWorldWithout(seed, sizes)
  const answered = await askRatings(world, areas).finally(() => world.service.close())
  const targets = areas.flatMap((area) =>
    world.places.map((place) => {
      const people = world.clients.get(place)!
      const known = { knowledge: knowsAll(baselines(people), asi), hearsay: null }
      const scores = suspicionsOf(area, place, [{ name: 'without', answered }], known)
      const missing = people.flatMap((_, i) => (world.isMissing.get(place)![i] ? [i] : []))
      return { scores: missing.map((i) => scores[i]!), truth: missing.map((i) => hasProblem(area)(people[i]!)) }
    }),
  )
  return averaged(targets)
}

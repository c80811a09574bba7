import { asi } from '../../data/instruments/asi.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { randomFrom } from '../../data/sample/random.ts'
import { type Answered, askEverything } from './asking.ts'
import { children } from './children.ts'
import { type Client, followedClients } from './follow-ups.ts'
import { type Service, startService } from './service.ts'

/** Persons a year by municipality: from very small to large. */
const SIZES: Record<string, number> = {
  '0184': 30,
  '0163': 60,
  '0123': 60,
  '0191': 100,
  '0125': 150,
  '0183': 150,
  '0139': 300,
}
export const YEAR = 2023
/** What is sought: whether someone had a rating of four or more in these areas. */
export const AREAS = ['fysisk', 'alkohol', 'psykisk', 'familj']

export type Sizes = Readonly<Record<string, number>>

/** Invented persons of some municipalities, in a service that answers about them over HTTP. */
export interface World {
  service: Service
  places: string[]
  clients: ReadonlyMap<string, Client[]>
  children: ReadonlyMap<string, ClientRow[]>
}

export async function openWorld(seed: string, sizes: Sizes = SIZES): Promise<World> {
  const service = await startService({}, seed)
  const places = Object.keys(sizes)
  const clients = new Map(places.map((place) => [place, followedClients(seed, place, YEAR, sizes[place]!)]))
  const young = new Map(places.map((place) => [place, children(seed, place, YEAR, sizes[place]!)]))
  await service.store([...clients.values()].flat().flatMap(interviewsOf))
  await service.load([...young.values()].flat(), 'ubu')
  return { service, places, clients, children: young }
}

const interviewsOf = ({ baseline, later }: Client): ClientRow[] => (later ? [baseline, later] : [baseline])

/** Ten more clients everywhere, as a later upload brings them: just enough to open the gate. */
export async function upload(
  { service, places, clients }: World,
  seed: string,
): Promise<ReadonlyMap<string, Client[]>> {
  const more = new Map(
    places.map((place): [string, Client[]] => {
      const added = followedClients(`${seed} more`, place, YEAR, 10).map(
        ({ baseline }): Client => ({
          baseline: { ...baseline, pseudo_id: `q-${baseline.pseudo_id}` },
          later: null,
        }),
      )
      return [place, [...clients.get(place)!, ...added]]
    }),
  )
  await service.load([...more.values()].flat().flatMap(interviewsOf))
  return more
}

/** A world of which one person in four is missing from the release: what the attacker says of them is the reference. */
export async function openWorldWithout(seed: string, sizes: Sizes = SIZES) {
  const service = await startService({}, seed)
  const random = randomFrom(`${seed} missing`)
  const places = Object.keys(sizes)
  const clients = new Map(places.map((place) => [place, followedClients(seed, place, YEAR, sizes[place]!)]))
  const isMissing = new Map(places.map((place) => [place, clients.get(place)!.map(() => random() < 0.25)]))
  const present = places.flatMap((place) => clients.get(place)!.filter((_, i) => !isMissing.get(place)![i]))
  await service.load(present.flatMap(interviewsOf))
  return { service, places, clients, children: new Map<string, ClientRow[]>(), isMissing }
}

/** What is shown of some areas' ratings: at baseline, at follow-up and of the change. */
export function askRatings({ service, places }: World, areas: readonly string[]): Promise<Answered> {
  const about = areas.flatMap((area) => asi.measures.filter(({ id }) => isOfRating(id, area)).map(({ id }) => id))
  return askEverything(service, asi, about, places, YEAR)
}

const isOfRating = (id: string, area: string): boolean =>
  id.startsWith(`${area}_`) && !/_(oro|hjalpbehov|dagar|sammanvagt)_/.test(id)

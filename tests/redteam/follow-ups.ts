import { asi } from '../../data/instruments/asi.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Random, randomFrom } from '../../data/sample/random.ts'
import { clients } from './clients.ts'

/** A client's baseline, and the follow-up half a year later, or none. */
export interface Client {
  baseline: ClientRow
  later: ClientRow | null
}

const FOLLOWED_UP = 0.6

/**
 * Invented clients of one municipality's year with follow-ups in the same year. Their attributes stay as they were and
 * their ratings are drawn anew: knowing the later one tells nothing of the earlier, except through the answers.
 */
export function followedClients(seed: string, municipality: string, year: number, persons: number): Client[] {
  const random = randomFrom(`${seed} followed up ${municipality} ${year}`)
  const ratings = clients(`${seed} later`, municipality, year, persons)
  return clients(seed, municipality, year, persons).map((row, i) => {
    const baseline = { ...row, manad: `${year}-02` }
    const attributes = Object.fromEntries(asi.dimensions.map(({ id }) => [id, row[id]!]))
    const later = { ...ratings[i]!, ...attributes, pseudo_id: row.pseudo_id!, manad: `${year}-09` }
    return { baseline, later: random() < FOLLOWED_UP ? { ...later, intervju: 'uppfoljning' } : null }
  })
}

/** What is known of a person's follow-up: how surely there was one (0…1), and the rating where that is known. */
export interface Hearsay {
  followed: number
  after: number | null
}

export function knowsFollowUps(people: readonly Client[], area: string): Hearsay[] {
  return people.map(({ later }) => ({
    followed: later ? 1 : 0,
    after: later && Number(later[`${area}_skattning`]),
  }))
}

/** Of half of them whether there was a follow-up, and of half of those how it went. */
export function knowsHalfOfFollowUps(people: readonly Client[], area: string): Hearsay[] {
  const random: Random = randomFrom(`half of ${area}`)
  return knowsFollowUps(people, area).map(({ followed, after }) =>
    random() < 0.5 ? { followed, after: random() < 0.5 ? after : null } : { followed: FOLLOWED_UP, after: null },
  )
}

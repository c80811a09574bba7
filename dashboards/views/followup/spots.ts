import { swedishOrder } from '../../../data/model/numbers.ts'
import { askedAs, readOwnGroup } from '../../../data/model/own-group.ts'
import type { Context } from '../../page/view.ts'

/** A municipality or a group, as the pages call it and as the API is asked for it. */
export type Spot = { id: string; name: string; members: readonly string[]; isGroup: boolean }

/** What a group put together on the spot is called in an answer. */
const OWN = 'own'

/** Whose figures are shown; null where nothing is chosen yet. */
export function placeOf({ state, lists }: Context): Spot | null {
  if (state.place !== '') return groupSpot(state.place, lists)
  const own = lists.municipalities.get(state.municipality)
  return own ? { id: own.code, name: own.name, members: [own.code], isGroup: false } : null
}

/** Whom they are compared with; null where that is the place itself. */
export function comparedWith({ state, lists }: Context): Spot | null {
  const group = groupSpot(state.group, lists)
  return group && group.id !== state.place ? group : null
}

function groupSpot(id: string, { groups }: Context['lists']): Spot | null {
  const group = groups.get(id)
  return group ? { id, name: group.name, members: group.members, isGroup: true } : null
}

/** The municipalities of a group, each a place of its own, in the order of their names. */
export function membersOf({ members }: Spot, { lists }: Context): Spot[] {
  return members
    .flatMap((code) => lists.municipalities.get(code) ?? [])
    .map(({ code, name }) => ({ id: code, name, members: [code], isGroup: false }))
    .sort((a, b) => swedishOrder(a.name, b.name))
}

/** A municipality's code reads as an own group of one, so only a group can be one. */
const isOwn = ({ id, isGroup }: Spot): boolean => isGroup && readOwnGroup(id) !== null

/** The place's id in an answer. */
export const answeredAs = (spot: Spot): string => (isOwn(spot) ? OWN : spot.id)

/** The places as the API is asked for them: ids, and at most one group put together on the spot. */
export function placesQuestion(spots: readonly Spot[]): { places: string; municipalities: string } {
  const own = spots.find(isOwn)
  const known = [...new Set(spots.filter((spot) => spot !== own).map(({ id }) => id))]
  return { places: known.join(','), municipalities: own ? askedAs(own.id) : '' }
}

/** A group as the one that is compared with: its id, or the municipalities of one put together on the spot. */
export const referenceQuestion = (group: Spot): Record<string, string> =>
  isOwn(group) ? { municipalities: askedAs(group.id) } : { reference: group.id }

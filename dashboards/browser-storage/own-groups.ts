import { readOwnGroup } from '../../data/model/own-group.ts'
import type { Group, Lists } from '../api-client/lists.ts'
import { store, stored } from './stored.ts'

const KEY = 'jamsides-groups'
const MOST_GROUPS = 30

/** Ids of the own groups that this browser keeps, the latest first. */
export function keptGroups(): string[] {
  const ids = stored(KEY)
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string' && readOwnGroup(id) !== null) : []
}

/** Keeps an own group first; one of the same name gives way. False where the browser does not allow it. */
export const keepGroup = (id: string): boolean => store(KEY, [id, ...othersThan(id)].slice(0, MOST_GROUPS))

export function forgetGroup(id: string): boolean {
  const others = keptGroups().filter((kept) => kept !== id)
  return store(KEY, others)
}

function othersThan(id: string): string[] {
  const { name } = readOwnGroup(id) ?? { name: '' }
  return keptGroups().filter((kept) => kept !== id && (name === '' || readOwnGroup(kept)?.name !== name))
}

/** An own group as one among the groups to choose from. */
export function asGroup(id: string, unnamed: string): Group | null {
  const own = readOwnGroup(id)
  if (!own) return null
  return { id, name: own.name || unnamed, kind: 'own', members: [...own.members] }
}

/** The lists with the own group of the address and those that this browser keeps among the groups. */
export function withOwnGroups(lists: Lists, chosen: string, unnamed: string): Lists {
  const own = [chosen, ...keptGroups()]
    .flatMap((id) => asGroup(id, unnamed) ?? [])
    .filter(({ members }) => members.every((code) => lists.municipalities.has(code)))
  if (own.length === 0) return lists
  return { ...lists, groups: new Map([...lists.groups, ...own.map((group) => [group.id, group] as const)]) }
}

import type { Foundation } from './foundation.ts'
import { keptGroups } from './kept.ts'
import { asGroup } from './own-group.ts'

/** The foundation with the own group of the address and those that this browser keeps among its groups. */
export function withOwnGroups(foundation: Foundation, chosen: string, unnamed: string): Foundation {
  const own = [chosen, ...keptGroups()]
    .flatMap((id) => asGroup(id, unnamed) ?? [])
    .filter(({ members }) => members.every((code) => foundation.municipalities.has(code)))
  if (own.length === 0) return foundation
  return { ...foundation, groups: new Map([...foundation.groups, ...own.map((group) => [group.id, group] as const)]) }
}

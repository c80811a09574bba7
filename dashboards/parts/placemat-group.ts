import type { Group } from '../api-client/lists.ts'
import type { Context } from '../page/view.ts'

/** More pages than this are no meeting's any more. */
const MOST = 60

/** The group whose municipalities can each get a page of their own; null where there are none or too many. */
export function groupForPlacemats({ state, lists }: Context): Group | null {
  const group = lists.groups.get(state.group)
  return group && group.members.length > 1 && group.members.length <= MOST ? group : null
}

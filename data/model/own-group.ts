/** A group that somebody has put together: `members` are municipality codes. */
export type OwnGroup = { name: string; members: readonly string[] }

/** The largest group that an address can hold. */
export const MOST_MEMBERS = 200
const LONGEST_NAME = 60

/** How an own group stands in the address, and what it is called everywhere in the pages: `0163,0184~Våra grannar`. */
export const OWN_GROUP = /^\d{4}(,\d{4}){0,199}(~[^~]{1,60})?$/

export function ownGroupId({ name, members }: OwnGroup): string {
  const codes = [...new Set(members)].sort().slice(0, MOST_MEMBERS).join(',')
  const plain = name.replaceAll('~', ' ').trim().slice(0, LONGEST_NAME)
  return plain === '' ? codes : `${codes}~${plain}`
}

/** The group that an id stands for; null for the id of a group that the API knows by itself. */
export function readOwnGroup(id: string): OwnGroup | null {
  if (!OWN_GROUP.test(id)) return null
  const [codes = '', name = ''] = id.split('~')
  return { name, members: codes.split(',') }
}

/** The id as the API understands it: municipality codes without the name. */
export const askedAs = (id: string): string => id.split('~')[0]!

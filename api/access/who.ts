import { catalogue } from '../../data/catalogue/index.ts'
import { COUNTRY } from '../../data/figures/places.ts'
import { type Role, SCOPE_OF } from '../../data/model/roles.ts'
import type { Grant } from '../../data/workspace/accounts.ts'
import { isForEveryone, isForSignedIn, type Right, reachOf } from './rights.ts'

/** Somebody who asks. */
type Account = {
  id: string
  name: string
  grants: readonly Grant[]
  /** `here`, an issuer, or that it is an example. */
  rolesFrom: string
  /** The browser that is signed in; null for a program with a token. */
  signIn: string | null
  /** The only rights that a token carries; null for a browser. */
  only: readonly string[] | null
}

/** Who is asking; null for somebody who has not signed in. */
export type Who = Account | null

/** Whether somebody may do something at all; for whose, `reaches` says. */
export function may(who: Who, right: Right): boolean {
  if (isForEveryone(right)) return true
  if (!who || (who.only && !who.only.includes(right))) return false
  return isForSignedIn(right) || who.grants.some(({ role }) => reachOf(right, role) !== null)
}

/** Whether somebody may do something for a municipality, or for all of them together (the country's code). */
export function reaches(who: Who, right: Right, municipality: string): boolean {
  if (!may(who, right) || !who) return false
  return who.grants.some(({ role, scope }) => {
    const reach = reachOf(right, role)
    if (reach === 'whole') return municipality === COUNTRY
    return reach === 'all' || (reach === 'own' && municipalitiesOf(role, scope).includes(municipality))
  })
}

/** The municipalities that a role was given for. */
export function municipalitiesOf(role: Role, scope: string): readonly string[] {
  if (SCOPE_OF[role] === 'municipality') return [scope]
  if (SCOPE_OF[role] === null) return []
  return catalogue().groups.find(({ id }) => id === scope)?.members ?? []
}

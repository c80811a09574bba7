import type { Grant } from '../../../data/workspace/accounts.ts'
import type { Provider } from './providers.ts'

export type Claims = Readonly<Record<string, unknown>>

/** What stands at a place in the claims. */
function claimAt(claims: Claims, path: string | readonly string[]): unknown {
  if (typeof path === 'string' && Object.hasOwn(claims, path)) return claims[path]
  const names = typeof path === 'string' ? path.split('.') : path
  return names.reduce<unknown>((inside, name) => {
    const isThere = typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
    return isThere ? (inside as Claims)[name] : undefined
  }, claims)
}

/** The name that the provider gives somebody. */
export function nameIn(claims: Claims, { claims: { name } }: Provider): string {
  const found = claimAt(claims, name) ?? claims.preferred_username ?? claims.sub
  return String(found).slice(0, 100)
}

/** The roles that the claims give by the provider's mapping; a value that is not mapped gives none. */
export function grantsIn(claims: Claims, { claims: { roles: path }, roles }: Provider): Grant[] {
  const found = claimAt(claims, path)
  const values = (Array.isArray(found) ? found : [found]).map(String)
  return roles.filter(({ value }) => values.includes(value)).map(({ role, scope }) => ({ role, scope }))
}

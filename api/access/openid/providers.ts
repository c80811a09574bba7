import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ROLES } from '../../../data/model/roles.ts'
import { SettingError } from '../../../data/settings.ts'

/** Where in the claims something stands: `groups`, `realm_access.roles`, or the names one by one where they hold dots. */
const ClaimPath = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])

const Provider = z.strictObject({
  /** Stands in addresses: `solna`. */
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  /** What people call it: Solna stad. */
  name: z.string().min(1).max(60),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().optional(),
  scopes: z.string().default('openid profile'),
  /** Seconds by which the clocks may differ. */
  clockSkew: z.number().int().min(0).max(300).default(30),
  claims: z.strictObject({ name: ClaimPath.default('name'), roles: ClaimPath.default('groups') }).prefault({}),
  /** Whether the claims set the roles at each sign-in, or an administrator does here. */
  rolesFrom: z.enum(['claims', 'here']).default('claims'),
  roles: z.array(z.strictObject({ value: z.string(), role: z.enum(ROLES), scope: z.string().default('') })).default([]),
})
export type Provider = z.output<typeof Provider>

/**
 * The outside providers of the settings' file; none where none is named.
 * @throws SettingError that says what is wrong where
 */
export function providersIn(path: string): readonly Provider[] {
  if (!path) return []
  const read = z.array(Provider).safeParse(parsed(path))
  if (read.success) return read.data
  const { path: at, message } = read.error.issues[0]!
  throw new SettingError(`JAMSIDES_OIDC_FILE: ${at.join('.')}: ${message}`)
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new SettingError(`JAMSIDES_OIDC_FILE: ${path} går inte att läsa som JSON. / ${path} cannot be read as JSON.`)
  }
}

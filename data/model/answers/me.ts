import { z } from 'zod'
import { ROLES } from '../roles.ts'

export const Grant = z.object({
  role: z.enum(ROLES),
  /** A municipality's code for a data manager, a group's id for an analyst, else empty. */
  scope: z.string().max(64),
})

/** Who one is, and what one may do here and now. */
export const Me = z.object({
  account: z.object({ id: z.string(), name: z.string(), isExample: z.boolean(), grants: z.array(Grant) }).nullable(),
  rights: z.array(z.string()),
  /** Whether figures out of real client extracts are shown to everyone here, without signing in. */
  publishesFollowUp: z.boolean(),
})
export type Me = z.infer<typeof Me>

/** How one can sign in here. */
export const SignInWays = z.object({
  /** Outside providers, such as the municipality's own sign-in. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether passkeys can be used at the address that was asked. */
  passkeys: z.boolean(),
  /** Ready accounts of an invented sample on one's own computer. */
  examples: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
  /** Whether nobody can administer yet: the link was printed where the service was started. */
  needsSetUp: z.boolean(),
})
export type SignInWays = z.infer<typeof SignInWays>

export const LinkLook = z.object({ kind: z.enum(['setup', 'invitation', 'reset']), name: z.string().nullable() })
export type LinkLook = z.infer<typeof LinkLook>

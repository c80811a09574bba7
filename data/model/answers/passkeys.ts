import { z } from 'zod'

/** The passkeys of an account, and whether one can be added at the address that was asked. */
export const PasskeysAnswer = z.object({
  /** `here`: yes. `address`: the address has no name, or no https. `elsewhere`: the account signs in with a provider. */
  canAdd: z.enum(['here', 'address', 'elsewhere']),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() }),
  ),
})
export type PasskeysAnswer = z.infer<typeof PasskeysAnswer>

/** What the browser hands to its authenticator, as WebAuthn has it. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() })
export type PasskeyOptions = z.infer<typeof PasskeyOptions>

import { z } from 'zod'
import { Grant } from './me.ts'

export const AccountsAnswer = z.object({
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      /** `here`, or the issuer whose claims set the roles at each sign-in. */
      rolesFrom: z.string(),
      createdAt: z.string(),
      grants: z.array(Grant),
    }),
  ),
})
export type AccountsAnswer = z.infer<typeof AccountsAnswer>

/** A link to hand over, shown this once. `mailed`: it was also sent to the account's address. */
export const LinkAnswer = z.object({ account: z.string(), link: z.string(), mailed: z.boolean() })
export type LinkAnswer = z.infer<typeof LinkAnswer>

export const SignInsAnswer = z.object({
  signIns: z.array(
    z.object({
      id: z.string(),
      way: z.string(),
      device: z.string(),
      beganAt: z.string(),
      seenAt: z.string(),
      isThis: z.boolean(),
    }),
  ),
})
export type SignInsAnswer = z.infer<typeof SignInsAnswer>

export const TokensAnswer = z.object({
  /** What a token may be given. */
  rights: z.array(z.string()),
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rights: z.array(z.string()),
      createdAt: z.string(),
      expiresAt: z.string(),
      usedAt: z.string().nullable(),
    }),
  ),
})
export type TokensAnswer = z.infer<typeof TokensAnswer>

/** A new token, shown this once. */
export const NewToken = z.object({ id: z.string(), token: z.string() })
export type NewToken = z.infer<typeof NewToken>

/** A sign-in that ended; `next`: where to sign out of the provider too. */
export const SignedOut = z.object({ ended: z.boolean(), next: z.string().nullable() })
export type SignedOut = z.infer<typeof SignedOut>

export const Gone = z.object({ ended: z.boolean() })
export type Gone = z.infer<typeof Gone>

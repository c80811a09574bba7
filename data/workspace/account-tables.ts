export interface AccountTables {
  /** Somebody who may sign in. */
  account: {
    id: string
    name: string
    /** What one signs in with, in lower case. Never what an outside provider is matched by. */
    email: string | null
    /** Argon2id of the password; null where there is none. */
    password: string | null
    created_at: string
    /** Where the roles come from: `here`, or the issuer whose claims set them at each sign-in. */
    roles_from: string
    closed_at: string | null
  }
  /** A role of an account, and what it holds for: a municipality's code, a group's id, or empty. */
  account_role: { account: string; role: string; scope: string }
  /** An account as an outside provider knows it, whatever protocol that speaks. */
  identity: { issuer: string; subject: string; account: string; linked_at: string }
  /** A link that lets its holder in once: `setup`, `invitation`, `reset`. */
  one_time_link: {
    /** SHA-256 of what stands in the link. */
    digest: string
    kind: string
    account: string | null
    made_at: string
    expires_at: string
    used_at: string | null
  }
}

export interface SignInTables {
  /** A browser that is signed in, until it is ended, idle too long or too old. */
  sign_in: {
    id: string
    /** SHA-256 of what the cookie holds. */
    digest: string
    account: string
    /** `password`, `passkey`, `link`, `example`, or the issuer of an outside provider. */
    way: string
    /** Browser and system in a few words. */
    device: string
    began_at: string
    seen_at: string
    expires_at: string
    ended_at: string | null
  }
  /** A key for a program, of an account and never with more rights than it. */
  api_token: {
    id: string
    digest: string
    account: string
    name: string
    /** Rights with commas between them. */
    rights: string
    created_at: string
    expires_at: string
    used_at: string | null
    ended_at: string | null
  }
  passkey: {
    /** The credential's id, base64url. */
    id: string
    account: string
    name: string
    /** COSE key, base64url. */
    public_key: string
    counter: number
    transports: string
    created_at: string
    used_at: string | null
  }
  /** What was handed out and must come back once, soon: of a passkey, of a provider. */
  challenge: { digest: string; kind: string; body: string; expires_at: string }
  /** Failures in a row, of an account or an address by their digest, and until when the next try waits. */
  attempt: { subject: string; failures: number; last_at: string; wait_until: string }
}

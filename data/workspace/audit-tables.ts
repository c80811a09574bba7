export interface AuditTables {
  /** What was done, by whom, chained: every hash is made from the hash before it. Rows are never changed nor taken away. */
  audit: {
    /** 1, 2, 3 … without a gap. */
    seq: number
    time: string
    /** Id of an account, or what acted: `command-line`, `program`. */
    actor: string
    /** What was done, as subject.verb: `sign-in.failed`. */
    action: string
    /** Id of what it was done to; empty where there is none. */
    object: string
    /** Particulars as JSON; gone where they were erased. */
    body: string | null
    salt: string | null
    /** SHA-256 of salt and body, which stays when they go. */
    digest: string
    hash: string
  }
}

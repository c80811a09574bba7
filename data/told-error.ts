/** An error whose message tells a person what is wrong and what to do; its first line is all that is shown. */
export class ToldError extends Error {
  /** Whether how the program was called or set is wrong, rather than the data. */
  readonly isWrongUse: boolean = false
}

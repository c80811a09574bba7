import type { Sex, Status } from '../model/answers/figure.ts'

/** Where a value came from and when it was loaded. */
export type Origin = { source: string; loadedAt: string }

/** The few different things that a release's many values refer to, numbered so that values can be kept as numbers. */
export type Places = {
  /** Number of each municipality, region and the country, by code. */
  numbers: ReadonlyMap<string, number>
  /** Codes by number. */
  codes: readonly string[]
  /** By number less one: 0 is "never published". */
  origins: readonly Origin[]
  /** What a mark says of a value: mark 0 that there is one. */
  statuses: readonly Status[]
}

/** Sexes in the order of their numbers. */
export const SEXES = ['T', 'K', 'M'] as const satisfies readonly Sex[]

/** The country's code; regions begin with 00 too. */
export const COUNTRY = '0000'

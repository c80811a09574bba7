import { asi } from './asi.ts'
import type { Instrument } from './definition.ts'
import { ubu } from './ubu.ts'

/** The fixed catalogue of follow-up instruments. Nothing in it comes from data. */
export const instruments: readonly Instrument[] = [asi, ubu]

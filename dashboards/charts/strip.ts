import type { Lang, Written } from '../../data/model/numbers.ts'

export type StripPoint = {
  municipality: string
  name: string
  value: number
  band: 'best' | 'middle' | 'worst' | null
  label: string
}

/** How the values of all municipalities spread. */
export type Strip = {
  points: readonly StripPoint[]
  own: string
  /** Further municipalities to name. */
  also: ReadonlySet<string>
  /** Members of the group that is compared with; empty where that is everyone. */
  group: ReadonlySet<string>
  reference: { median: number | null; q1: number | null; q3: number | null }
  about: Written
  /** What is read out of a bar: its span, how many municipalities it holds, and how many of them are of the group. */
  barLabel: (from: number, to: number, count: number, ofGroup: number) => string
  lang: Lang
}

/** Sides of the drawing, in pixels; above are as many rows of names as it takes. */
export const SIDE = 16
export const BELOW = 28

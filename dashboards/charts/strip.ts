import type { Place } from '../../data/model/findings/quarters.ts'
import type { Lang, Written } from '../../data/model/numbers.ts'
import { roomFor, tickFormat } from './ticks.ts'

export type StripPoint = {
  municipality: string
  name: string
  value: number
  place: Place
  label: string
  lower?: number | null
  upper?: number | null
  margin?: number | null
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

/** Below the strip stands its scale, in pixels. */
export const BELOW = 28
const NARROWEST_SIDE = 16

/** Sides of the drawing, in pixels: half of the scale's longest number fits in them. */
export const sideOf = (ticks: readonly number[], { about, lang }: Pick<Strip, 'about' | 'lang'>): number =>
  Math.max(NARROWEST_SIDE, 2 + roomFor(ticks.map(tickFormat(about, lang))) / 2)

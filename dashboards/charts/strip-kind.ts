import type { Written } from '../../data/model/numbers.ts'
import { heightOfPiles } from './piles.ts'

/** How a spread is drawn: a dot a municipality, a bar a value, or a bar a span where dots would pile too high. */
export type StripKind = 'dots' | 'values' | 'spans'

/** Whole numbers over a longer reach than this are too many bars. */
const MOST_VALUES = 15
/** Decided at one width, so that the words beside the drawing hold at every width. */
const DECIDED_AT = { width: 600, diameter: 6.4 }
const HIGHEST = 190

/** What becomes of the values; those that are few and whole, or yes or no, are counted. */
export function stripKind(values: readonly number[], about: Written): StripKind {
  const reach = Math.max(...values) - Math.min(...values)
  if (about.kind === 'yesno') return 'values'
  if (values.every(Number.isInteger) && reach <= MOST_VALUES && about.decimals === 0) return 'values'
  const places = [...values]
    .sort((a, b) => a - b)
    .map((value) => ((value - values[0]!) / (reach || 1)) * DECIDED_AT.width)
  return heightOfPiles(places, DECIDED_AT.diameter) > HIGHEST ? 'spans' : 'dots'
}

import { text } from '@observablehq/plot'
import { ACCENT, CARD, INK } from './plot.ts'

/** How the kinds of dots are told apart: colour, shape, and the mark that stands for it in running text. */
export const KIND_MARKS = [
  { symbol: 'circle', sign: '●', fill: ACCENT, stroke: CARD, ink: ACCENT },
  { symbol: 'diamond', sign: '◆', fill: 'var(--neutral)', stroke: CARD, ink: 'var(--neutral-ink)' },
  { symbol: 'square', sign: '□', fill: CARD, stroke: INK, ink: INK },
] as const

const KEY_LINE = 18

/** The kinds with their marks: in a line, or one below the other where they do not fit. */
export function kindKey(kinds: readonly string[], width: number) {
  const stacked = isStacked(kinds, width)
  let reached = 0
  return kinds.map((kind, at) => {
    const x = stacked ? 0 : reached
    reached += lengthOf(kind)
    return text([`${KIND_MARKS[at]!.sign} ${kind}`], {
      ...{ x: () => x, y: () => 9 + (stacked ? at * KEY_LINE : 0), text: (word: string) => word, textAnchor: 'start' },
      ...{ fill: KIND_MARKS[at]!.ink, fontWeight: 600, fontSize: 12.5 },
    } as object)
  })
}

const lengthOf = (kind: string): number => kind.length * 6.4 + 32
const isStacked = (kinds: readonly string[], width: number): boolean =>
  kinds.reduce((sum, kind) => sum + lengthOf(kind), 0) > width
/** Height of that key in pixels. */
export const keyHeight = (kinds: readonly string[], width: number): number =>
  6 + KEY_LINE * (isStacked(kinds, width) ? kinds.length : 1)

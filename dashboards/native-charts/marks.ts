import { onPaperColour } from '../style/on-paper.ts'
import type { Mark } from './chart.ts'

export const INK = onPaperColour('ink')
export const MUTED = onPaperColour('muted')
export const RULE = onPaperColour('rule')
export const EDGE = onPaperColour('edge')
export const CARD = onPaperColour('card')
const BETTER = onPaperColour('better')
const SIMILAR = onPaperColour('similar')
const WORSE = onPaperColour('worse')
const NEUTRAL = onPaperColour('neutral')
const OTHERS = onPaperColour('others')

export type Drawn = {
  /** Colour of bars, lines and intervals. */
  colour: string
  /** What charts call the shape; `sign` stands where they have none. */
  shape: 'circle' | 'triangle' | 'diamond' | 'square' | 'none'
  sign?: string
  fill: string
  edge: string
  size: number
}

const dot = (colour: string, more: Partial<Drawn> = {}): Drawn => ({
  ...{ colour, fill: colour, edge: CARD, shape: 'circle', size: 8 },
  ...more,
})

/** How each mark is drawn: never told by colour alone. */
export const MARKS: Readonly<Record<Mark, Drawn>> = {
  better: dot(BETTER, { shape: 'triangle', size: 9 }),
  similar: dot(SIMILAR),
  worse: dot(WORSE, { shape: 'none', sign: '▼' }),
  neutral: dot(NEUTRAL, { shape: 'diamond', size: 9 }),
  own: dot(BETTER, { edge: INK, size: 10 }),
  ink: dot(INK),
  compared: dot(INK, { fill: 'none', edge: INK, size: 9 }),
  ringed: dot(INK, { fill: 'none', edge: INK, size: 13 }),
  second: dot(NEUTRAL, { shape: 'diamond', size: 9 }),
  third: dot(INK, { shape: 'square', fill: 'none', edge: INK }),
  group: dot(BETTER, { size: 7 }),
  others: dot(OTHERS, { size: 6 }),
}

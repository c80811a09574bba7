import type { Mark } from './chart.ts'

/** What stands on paper: the colours of the light page. */
export const INK = '16202B'
export const MUTED = '55606B'
export const RULE = 'E2E5E8'
export const EDGE = 'CFD5DA'
export const CARD = 'FFFFFF'
const BETTER = '0B4F8A'
const SIMILAR = '8A8F94'
const WORSE = 'D55E00'
const NEUTRAL = '6A4A94'
const OTHERS = 'B4BCC4'

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
  bounded: dot(BETTER, { fill: CARD, edge: BETTER }),
  compared: dot(INK, { fill: 'none', edge: INK, size: 9 }),
  ringed: dot(INK, { fill: 'none', edge: INK, size: 13 }),
  second: dot(NEUTRAL, { shape: 'diamond', size: 9 }),
  third: dot(INK, { shape: 'square', fill: 'none', edge: INK }),
  group: dot(BETTER, { size: 7 }),
  others: dot(OTHERS, { size: 6 }),
}

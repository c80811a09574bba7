import type { Place } from '../../data/model/findings/quarters.ts'
import type { Texts } from '../text/index.ts'
import type { KeyItem } from './key.ts'

/** How a place among others is drawn: colour, shape, and the mark that stands for it in running text. */
export type BandMark = {
  name: 'best' | 'middle' | 'worst' | 'none' | 'level'
  fill: string
  /** The same colour, dark enough for text. */
  ink: string
  symbol: 'triangle' | 'circle' | 'diamond' | 'square'
  rotate: number
  sign: string
}

const MARKS = {
  best: { name: 'best', fill: 'var(--better)', ink: 'var(--better-ink)', symbol: 'triangle', rotate: 0, sign: '▲' },
  middle: { name: 'middle', fill: 'var(--similar)', ink: 'var(--similar-ink)', symbol: 'circle', rotate: 0, sign: '●' },
  worst: { name: 'worst', fill: 'var(--worse)', ink: 'var(--worse-ink)', symbol: 'triangle', rotate: 180, sign: '▼' },
  none: { name: 'none', fill: 'var(--neutral)', ink: 'var(--neutral-ink)', symbol: 'diamond', rotate: 0, sign: '◆' },
  level: { name: 'level', fill: 'var(--similar)', ink: 'var(--similar-ink)', symbol: 'square', rotate: 0, sign: '■' },
} as const satisfies Record<string, BandMark>

/** The mark of a place; a value without one is drawn as one without direction. */
export const bandMark = (place: Place): BandMark => MARKS[place ?? 'none']

/** The place in words, `värde saknas` where there is no value. */
export const bandWord = (place: Place, value: number | null, texts: Texts): string =>
  value === null ? texts.bands.missing : texts.bands[place ?? 'none']

/** The marks of the places that a figure shows, in order, each with its word. */
export function placeKey(places: readonly Place[], texts: Texts): KeyItem[] {
  const used = new Set(places.map((place) => bandMark(place).name))
  return Object.values(MARKS)
    .filter(({ name }) => used.has(name))
    .map(({ name }) => ({ sign: name, word: texts.bands[name] }))
}

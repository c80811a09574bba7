import type { Band } from '../../data/model/answers/figure.ts'
import type { Texts } from '../text/index.ts'

/** How a place among others is drawn: colour, shape, and the mark that stands for it in running text. */
export type BandMark = {
  name: 'best' | 'middle' | 'worst' | 'none'
  fill: string
  /** The same colour, dark enough for text. */
  ink: string
  symbol: 'triangle' | 'circle' | 'diamond'
  rotate: number
  sign: string
}

const MARKS = {
  best: { name: 'best', fill: 'var(--better)', ink: 'var(--better-ink)', symbol: 'triangle', rotate: 0, sign: '▲' },
  middle: { name: 'middle', fill: 'var(--similar)', ink: 'var(--similar-ink)', symbol: 'circle', rotate: 0, sign: '●' },
  worst: { name: 'worst', fill: 'var(--worse)', ink: 'var(--worse-ink)', symbol: 'triangle', rotate: 180, sign: '▼' },
  none: { name: 'none', fill: 'var(--neutral)', ink: 'var(--neutral-ink)', symbol: 'diamond', rotate: 0, sign: '◆' },
} as const satisfies Record<string, BandMark>

/** The mark of a band; a value without a band is drawn as one without direction. */
export const bandMark = (band: Band): BandMark => MARKS[band ?? 'none']

/** The band in words, `värde saknas` where there is no value. */
export const bandWord = (band: Band, value: number | null, texts: Texts): string =>
  value === null ? texts.bands.missing : texts.bands[band ?? 'none']

/** The key to the marks that an answer uses: `▲ bästa fjärdedelen ● mittersta hälften …`. */
export function bandKey(bands: readonly Band[], texts: Texts): string {
  const used = new Set(bands.map((band) => bandMark(band).name))
  return Object.values(MARKS)
    .filter((mark) => used.has(mark.name))
    .map((mark) => `${mark.sign}\u00a0${texts.bands[mark.name].replaceAll(' ', '\u00a0')}`)
    .join(' ')
}

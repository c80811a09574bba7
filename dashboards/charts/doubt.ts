import type { BandMark } from './bands.ts'

/** Whether what a mark says is more than chance, may be chance, or nobody knows. */
export type Doubt = 'sure' | 'chance' | 'unknown'

/** In a table full of signs: filled where it is more than chance, open where it may be chance, small where nobody knows. */
const SIGNS: Partial<Record<BandMark['name'], Record<Doubt, string>>> = {
  best: { sure: '▲', chance: '△', unknown: '▴' },
  worst: { sure: '▼', chance: '▽', unknown: '▾' },
}

export const signOf = ({ name, sign }: BandMark, doubt: Doubt): string => SIGNS[name]?.[doubt] ?? sign

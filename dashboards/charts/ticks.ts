import { extent, scaleLinear } from 'd3'
import { type Lang, type Written, writeNumber } from '../../data/model/numbers.ts'

/** How an axis writes its numbers: whole where they are whole, the per cent sign with every one. */
export function tickFormat(about: Written, lang: Lang): (value: number) => string {
  if (about.kind === 'yesno') return (value) => (value === 1 || value === 0 ? yesNo(value, lang) : '')
  const percent = lang === 'sv' ? '\u00a0%' : '%'
  return (value) => {
    const digits = writeNumber(value, Number.isInteger(value) ? 0 : Math.max(1, about.decimals), lang)
    return about.unit === '%' ? `${digits}${percent}` : digits
  }
}

function yesNo(value: number, lang: Lang): string {
  if (lang === 'sv') return value === 1 ? 'Ja' : 'Nej'
  return value === 1 ? 'Yes' : 'No'
}

/** A roomy axis from the values that must fit on it: a twelfth of the reach on either side, never below a natural zero. */
export function roomyDomain(values: readonly number[], kind: string): [number, number] {
  if (kind === 'yesno') return [-0.15, 1.15]
  const [low, high] = extent(values) as [number, number]
  const room = (high - low || Math.abs(high) || 1) / 12
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

const LETTER = 6.8

/** Room in pixels for the longest of some words that stand beside an axis or a dot. */
export const roomFor = (words: readonly string[]): number => LETTER * Math.max(0, ...words.map((word) => word.length))

/** Room that a vertical scale's numbers take to its left, and a little air. */
export const roomLeft = (ticks: readonly number[], write: (value: number) => string): number =>
  14 + roomFor(ticks.map(write))

/** As many round numbers along a scale as can be read beside each other, at most so many. */
export function ticksAcross(
  [low, high]: readonly [number, number],
  pixels: number,
  write: (value: number) => string,
  most: number,
): number[] {
  const scale = scaleLinear([low, high], [0, pixels])
  for (let count = most; count > 1; count--) {
    const ticks = scale.ticks(count)
    const apart = ticks.length > 1 ? scale(ticks[1]!) - scale(ticks[0]!) : pixels
    if (apart > roomFor(ticks.map(write)) + 4) return ticks
  }
  return scale.ticks(1).slice(0, 1)
}

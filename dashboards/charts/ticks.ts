import { extent, range, scaleLinear } from 'd3'
import { isAnswer } from '../../data/model/findings/kinds.ts'
import { type Lang, type Written, writeNumber } from '../../data/model/numbers.ts'

/** How an axis writes its numbers: whole where they are whole, the per cent sign with every one. */
export function tickFormat(about: Written, lang: Lang): (value: number) => string {
  if (about.kind === 'yesno') return (value) => (value === 1 || value === 0 ? yesNo(value, lang) : '')
  if (about.grades) return (value) => about.grades?.find((grade) => grade.value === value)?.name ?? ''
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
  if (kind === 'ordinal') return [Math.min(...values) - 0.3, Math.max(...values) + 0.3]
  const [low, high] = extent(values) as [number, number]
  const room = (high - low || Math.abs(high) || 1) / 12
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

/** Where an axis has its numbers: of an answer at each answer there is, else at so many round ones. */
export function ticksOn([low, high]: readonly [number, number], about: { kind: string }, count: number): number[] {
  if (!isAnswer(about)) return scaleLinear([low, high], [0, 1]).ticks(count)
  return range(Math.ceil(low), Math.floor(high) + 1)
}

/** A scale over what must fit on it, ending in round numbers; of answers it ends a little beyond the outermost. */
export function roomyScale(values: readonly number[], about: { kind: string }, pixels: readonly [number, number]) {
  const scale = scaleLinear(roomyDomain(values, about.kind), pixels)
  return isAnswer(about) ? scale : scale.nice()
}

/** Whether what stands at the ticks can be read beside each other. */
export function haveRoom(
  ticks: readonly number[],
  [low, high]: readonly [number, number],
  pixels: number,
  write: (value: number) => string,
): boolean {
  const apart = ticks.length > 1 ? ((ticks[1]! - ticks[0]!) / (high - low)) * pixels : pixels
  return apart > roomFor(ticks.map(write)) + 4
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
    if (haveRoom(ticks, [low, high], pixels, write)) return ticks
  }
  return scale.ticks(1).slice(0, 1)
}

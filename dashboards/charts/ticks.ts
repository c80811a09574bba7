import { extent } from 'd3'
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

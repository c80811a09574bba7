import type { Indicator } from '../model/indicator.ts'

/** Turns a hidden level (about −3 to 3, 0 in the middle) into a value on an indicator's own scale. */
export type Scale = (level: number, population: number) => number

/** Ordinary sizes by unit, so that an invented krona looks like a krona. */
const MIDDLE: Record<string, number> = {
  'kr/inv': 4200,
  'kr/inv 0–20': 9500,
  'kr/inv 21–64': 1400,
  'kr/inv 80+': 210_000,
  'kr/hushåll': 68_000,
  'kr/brukare': 520_000,
  'dygn/inv 21–64': 0.35,
  dagar: 32,
  personal: 14,
}

/** Ordinary numbers of cases by what they are counted per. */
const CASES: Record<number, number> = { 1000: 6, 10000: 28, 100000: 45 }

/** Shares of all inhabitants, or of all children, are small; shares of those who answered are not. */
const OF_INHABITANTS = /^(Invånare|Barn och unga|Barn i befolkningen|Unga|Personer|Flyktingar|Utrikes|Öppet)\b|av bef/
const RARE = -2.6

/** The scale of an indicator's invented values. */
export function scaleOf(indicator: Indicator): Scale {
  const { kind, scale } = indicator
  if (kind === 'yesno') return (level) => (level > 0 ? 1 : 0)
  if (kind === 'count')
    return (level, population) => Math.round(population * (isPopulation(indicator) ? 1 : COUNTED) * Math.exp(level / 4))
  if (scale) return within(scale.min, scale.max, OF_INHABITANTS.test(indicator.title.sv) ? RARE : 0, indicator)
  if (indicator.unit === '%') return (level) => rounded(level * 11, indicator)
  const middle = MIDDLE[indicator.unit] ?? CASES[indicator.multiplier ?? 0] ?? 50
  return (level) => rounded(middle * Math.exp(level / 3), indicator)
}

function within(min: number, max: number, shift: number, indicator: Indicator): Scale {
  return (level) => rounded(min + (max - min) / (1 + Math.exp(-level - shift)), indicator)
}

/** How large a share of the inhabitants a count counts. */
const COUNTED = 0.003

/** The one count that is the inhabitants themselves. */
export function isPopulation(indicator: Indicator): boolean {
  return indicator.id === 'N01951'
}

function rounded(value: number, indicator: Indicator): number {
  const factor = 10 ** indicator.decimals
  return Math.round(value * factor) / factor
}

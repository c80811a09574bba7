import type { Indicator } from '../model/indicator.ts'
import { isPopulation, partOf } from './bases.ts'

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
  'barn per 100 000 inv': 2.2,
}

/** Ordinary numbers of cases by what they are counted per. */
const CASES: Record<number, number> = { 1000: 6, 10000: 28, 100000: 45 }

/** What a title tells of where a share lies: of all inhabitants small, of those asked large. First that matches. */
const SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/svåra besvär/, -1.6],
  [/^Brukarbedömning/, 1.2],
  [/^Heltidsanställda/, 2.6],
  [/långvarigt.*av befolkningen/, -4.2],
  [/^(Invånare|Barn och unga|Barn i befolkningen|Unga|Personer|Flyktingar|Utrikes|Öppet)\b|av bef/, -2.6],
]

const shiftOf = ({ title }: Indicator) => SHIFTS.find(([named]) => named.test(title.sv))?.[1] ?? 0

/** The scale of an indicator's invented values. */
export function scaleOf(indicator: Indicator): Scale {
  const { kind, scale } = indicator
  if (kind === 'yesno') return (level) => (level > 0 ? 1 : 0)
  if (kind === 'count') return counting(indicator)
  if (kind === 'ordinal' && scale) return (level) => gradeOf(level, scale)
  if (scale) return (level) => scale.min + (scale.max - scale.min) * portion(level + shiftOf(indicator))
  if (indicator.unit === '%') return (level) => level * 11
  const middle = MIDDLE[indicator.unit] ?? CASES[indicator.multiplier ?? 0] ?? 50
  return (level) => middle * Math.exp(level / 3)
}

const portion = (level: number) => 1 / (1 + Math.exp(-level))

function counting(indicator: Indicator): Scale {
  const part = partOf(indicator)
  const swing = isPopulation(indicator) ? 1 : 0.6
  return (level, population) => Math.round(population * part * Math.exp((swing * level) / 4))
}

/** Most municipalities share the lowest grades of a scale. */
function gradeOf(level: number, { min, max }: { min: number; max: number }): number {
  return min + Math.min(max - min, Math.floor(portion(2 * level - 1.3) * (max - min + 1)))
}

/** Kolada's shares of one survey and its days are whole; what is calculated has six decimals. */
export function asPublished(value: number, { kind, title }: Indicator): number {
  const whole = kind === 'mean' || (title.sv.startsWith('Brukarbedömning') && !title.sv.includes('totalt'))
  const factor = whole ? 1 : 1_000_000
  return Math.round(value * factor) / factor
}

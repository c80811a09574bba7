import { type Lang, writeNumber } from '../numbers.ts'
import { joined, say } from './finding.ts'

/** A share that is only known to lie under or over its value, or between its limits. */
type Bound = 'under' | 'over' | 'between' | null

/** A protected figure: `value` null is one that is not shown; a share in percent; limits of 95 percent where known. */
export type ProtectedFigure = {
  value: number | null
  bound: Bound
  lower: number | null
  upper: number | null
  /** Persons, protected and to the nearest five. */
  count: number | null
  /** Of a mean, where that is not one: composites have two. */
  decimals?: number
}

export type ProtectedKind = 'mean' | 'share' | 'count'

/** What stands for everything that is not shown: blocked, too few and nobody are told apart by no one. */
export const HIDDEN: ProtectedFigure = { value: null, bound: null, lower: null, upper: null, count: null }

/** The figure as it may be said: `4,9`, `62 %`, `under 10 %`, `mellan 21 och 34 procent`, `omkring 145`, `visas inte`. */
export function writeProtected(figure: ProtectedFigure, kind: ProtectedKind, lang: Lang): string {
  const { value, bound } = figure
  if (value === null) return say(lang, 'visas inte', 'not shown')
  if (bound === 'between') return writeBetween(figure, lang)
  if (kind === 'mean') return writeNumber(value, decimalsOf(figure, kind), lang)
  if (kind === 'count') return about(value, lang)
  return `${boundWord(bound, lang)}${writeNumber(value, 0, lang)}${say(lang, '\u00a0%', '%')}`
}

/** `omkring 145`: every count is rounded and has some chance in it. */
export const about = (count: number, lang: Lang): string =>
  say(lang, `omkring ${writeNumber(count, 0, lang)}`, `about ${writeNumber(count, 0, lang)}`)

/** Decimals of a figure and of its limits. */
export const decimalsOf = ({ decimals }: ProtectedFigure, kind: ProtectedKind): number =>
  kind === 'mean' ? (decimals ?? 1) : 0

function writeBetween({ lower, upper }: ProtectedFigure, lang: Lang): string {
  const [from, to] = [writeNumber(lower!, 0, lang), writeNumber(upper!, 0, lang)]
  return say(lang, `mellan ${from} och ${to} procent`, `between ${from} and ${to} percent`)
}

function boundWord(bound: Bound, lang: Lang): string {
  if (bound === 'under') return say(lang, 'under ', 'under ')
  return bound === 'over' ? say(lang, 'över ', 'over ') : ''
}

/** The figure with its base: `5,1 (n ≈ 105)`. */
export function writeWithBase(figure: ProtectedFigure, kind: ProtectedKind, lang: Lang): string {
  const written = writeProtected(figure, kind, lang)
  return figure.count === null || figure.value === null
    ? written
    : `${written} (n\u00a0≈\u00a0${writeNumber(figure.count, 0, lang)})`
}

/** The number to place a figure by: a bounded share counts with the middle of its bound. */
export function placeOf({ value, bound }: ProtectedFigure): number | null {
  if (value === null || bound === null || bound === 'between') return value
  return bound === 'under' ? value / 2 : (value + 100) / 2
}

/** The lower and upper limit; of a bounded share the bound itself. Null where neither is known. */
export function limitsOf({ value, bound, lower, upper }: ProtectedFigure): [number, number] | null {
  if (value !== null && bound !== null && bound !== 'between') return bound === 'under' ? [0, value] : [value, 100]
  return lower === null || upper === null ? null : [lower, upper]
}

/** Normal limits for 5 percent shared by so many comparisons (Bonferroni), in units of the limit for one, 1.96. */
const STRICTER: readonly (readonly [comparisons: number, factor: number])[] = [
  [1, 1],
  [3, 1.2215],
  [7, 1.373],
  [15, 1.4977],
  [45, 1.6636],
  [150, 1.8314],
  [1000, 2.0703],
]

/**
 * Whether two shown figures differ by more than chance and the protection can make: the distance exceeds the joint
 * 95 percent margin of both. False where either has no limits.
 * @param comparisons among how many the two were picked out: the more, the stricter
 */
export function differ(a: ProtectedFigure, b: ProtectedFigure, comparisons = 1): boolean {
  const [one, other] = [placeOf(a), placeOf(b)]
  const [oneLimits, otherLimits] = [limitsOf(a), limitsOf(b)]
  if (one === null || other === null || !oneLimits || !otherLimits) return false
  const margins =
    one > other ? [one - oneLimits[0], otherLimits[1] - other] : [oneLimits[1] - one, other - otherLimits[0]]
  return Math.abs(one - other) > factorFor(comparisons) * Math.hypot(...margins)
}

const factorFor = (comparisons: number): number =>
  (STRICTER.find(([most]) => comparisons <= most) ?? STRICTER.at(-1)!)[1]

/**
 * Whether a shown difference is more than chance and the protection can make: its whole 95 percent interval leaves
 * `from` on one side. @param comparisons among how many it was picked out: the more, the stricter
 */
export function isApart({ value, lower, upper }: ProtectedFigure, comparisons = 1, from = 0): boolean {
  if (value === null || lower === null || upper === null) return false
  const margin = factorFor(comparisons) * (value > from ? value - lower : upper - value)
  return Math.abs(value - from) > margin
}

const MOST_NAMED = 3

/**
 * Those that lead an ordered list beyond doubt: the fewest from its beginning, at most three, each of which differs from
 * each that comes after them. Empty where no such few do, or where nobody comes after.
 */
export function leading<T>(ordered: readonly T[], figureOf: (one: T) => ProtectedFigure): T[] {
  const pairs = pairsAmong(ordered.length)
  const areApart = (count: number): boolean =>
    ordered
      .slice(0, count)
      .every((one) => ordered.slice(count).every((other) => differ(figureOf(one), figureOf(other), pairs)))
  const counts = Array.from({ length: Math.min(MOST_NAMED, Math.max(0, ordered.length - 1)) }, (_, at) => at + 1)
  return ordered.slice(0, counts.find(areApart) ?? 0)
}

/** How many pairs so many make: where two are picked out of them, that many differences were looked at. */
export const pairsAmong = (count: number): number => (count * (count - 1)) / 2

/** A title in running text: `Alkohol` becomes `alkohol`, `UBU-F` stays. */
export const inText = (title: string): string =>
  /^\p{Lu}{2}/u.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`

/** Of an ordered list the first and those written like it: what is said of one must be said of them all. */
export function writtenAlike<T>(ordered: readonly T[], written: (one: T) => string): T[] {
  const [first] = ordered
  return first === undefined ? [] : ordered.filter((one) => written(one) === written(first))
}

/**
 * `alkohol`, `alkohol och psykisk hälsa`, `alkohol, arbete och psykisk hälsa`; first letters small. Where a title has an
 * "och" of its own the last is joined by `samt`.
 */
export const listed = (titles: readonly string[], lang: Lang): string => joined(titles.map(inText), lang)

import type { Indicator } from '../../../data/model/indicator.ts'
import type { Role } from './roles.ts'
import type { PartColumns, Plan, Wanted } from './wanted.ts'

type Derived = Extract<Role, { role: 'derived' }>
const PARTS = ['n', 'numerator', 'denominator', 'lower', 'upper'] as const
type Part = (typeof PARTS)[number]
type Known = (id: string) => Indicator | undefined
type IsOpen = (column: Wanted) => boolean

/**
 * Gives numbers of answers, numerators and denominators to the shares they stand beside, and limits to their values.
 * @param isOpen which columns may be given any
 * @returns the columns of no use
 */
export function partsOf(plan: Plan, known: Known, isOpen: IsOpen = () => true): [number, Derived][] {
  const columns = Array.from(plan.understood.roles).filter(
    (entry): entry is [number, Derived] => entry[1].role === 'derived',
  )
  const useless = columns.filter(([at, derived]) => !give(plan, at, derived, known, isOpen)).map(([at]) => at)
  const all = [...useless, ...plan.wanted.flatMap(takeLoneLimit)]
  return columns.filter(([at]) => all.includes(at))
}

function give(plan: Plan, at: number, { derived, heading }: Derived, known: Known, isOpen: IsOpen): boolean {
  const part = PARTS.find((name) => name === derived)
  if (!part) return false
  const owner = heading.indicators.length > 0 ? named(plan, heading, known) : beside(plan, at, part)
  if (
    !owner?.indicator ||
    !isOpen(owner) ||
    !mayHave(owner.indicator, part, heading) ||
    owner.parts[part] !== undefined
  )
    return false
  owner.parts = { ...owner.parts, [part]: at } satisfies PartColumns
  return true
}

/** A base belongs to a share; limits to any measured value, if they are those of its 95 % interval. */
function mayHave(indicator: Indicator, part: Part, { rest }: Derived['heading']): boolean {
  if (part !== 'lower' && part !== 'upper') return isShare(indicator)
  return !['yesno', 'ordinal'].includes(indicator.kind) && LIMIT.test(rest) && !OTHER_LEVEL.test(rest)
}
const LIMIT = /nedre|undre|övre|gräns|(?:^|\s)(?:lower|upper|lci|uci)(?:\s|$)/
const OTHER_LEVEL = /(?<!\d)(?:50|68|80|90|98|99)(?!\d)/

/** One limit is no interval. @returns the column of a limit whose other one is not there */
function takeLoneLimit(owner: Wanted): number[] {
  const { lower, upper, ...parts } = owner.parts
  if ((lower === undefined) === (upper === undefined)) return []
  owner.parts = parts
  return [(lower ?? upper)!]
}

const isShare = ({ kind, multiplier }: Indicator): boolean => kind === 'share' && multiplier === 100

/** The column of the same indicator, sex and year. */
function named({ wanted }: Plan, heading: Derived['heading'], known: Known): Wanted | undefined {
  const id = known(heading.indicators[0]!)?.id
  const of = wanted.filter(({ indicator, sex, period }) => {
    const isYear = heading.years.length === 0 || period === heading.years[0]
    const isSex = heading.sexes.length === 0 ? true : sex === heading.sexes[0]
    return indicator?.id === id && isYear && isSex
  })
  return of.length === 1 ? of[0] : undefined
}

/** The column directly to the left, or left of its other parts, where each value has as many of its own. */
function beside({ wanted, understood }: Plan, at: number, part: Part): Wanted | undefined {
  const same = Array.from(understood.roles.values()).filter((role) => role.role === 'derived' && role.derived === part)
  if (same.length !== wanted.length) return undefined
  const left = wanted.filter((column) => column.at < at).sort((a, b) => b.at - a.at)[0]
  const between = Array.from(understood.roles).filter(([column]) => left && column > left.at && column < at)
  return between.every(([, { role }]) => role === 'derived') ? left : undefined
}

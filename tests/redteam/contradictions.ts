import type { Instrument, Measure } from '../../data/instruments/definition.ts'
import { decimalsOf, endsOf, itemsOf, stretchOf } from '../../data/instruments/items.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'

/** Shown figures that stand in view of each other, by measure. */
export type InView = ReadonlyMap<string, AggregateCell>

/** Between what a shown share lies for certain, percent; a value is itself. */
export function limitsOf({ value, bound, lower, upper }: AggregateCell): [number, number] {
  if (bound === 'under') return [0, value!]
  if (bound === 'over') return [value!, 100]
  return bound === 'between' ? [lower!, upper!] : [value!, value!]
}

/** Every way in which figures of the same persons speak against each other. */
export function contradictionsIn(instrument: Instrument, seen: InView): string[] {
  const items = instrument.kinds.flatMap(({ id }) => itemsOf(instrument.measures, id))
  return [
    ...items.flatMap(({ measures }) => [...sharesAgainst(measures, seen), ...barsAgainst(measures, seen)]),
    ...instrument.measures.flatMap((measure) => differenceAgainst(instrument, measure, seen)),
  ]
}

type Stretched = { id: string; from: number; below: number; cell: AggregateCell }

function stretched(measures: readonly Measure[], seen: InView): Stretched[] {
  return measures.flatMap(({ id, kind, derivation }) => {
    const cell = seen.get(id)
    if (kind !== 'share' || !cell) return []
    const { from, below } = stretchOf(derivation.test!)
    return [{ id, from: from ?? -Infinity, below: below ?? Infinity, cell }]
  })
}

/** Shares whose stretches follow on one another and fill the scale make 100; those that leave a gap no more. */
function sharesAgainst(measures: readonly Measure[], seen: InView): string[] {
  const shares = stretched(measures, seen)
  return chainsFrom(-Infinity, shares).flatMap((chain) => {
    const sums = [0, 1].map((end) => chain.reduce((sum, { cell }) => sum + limitsOf(cell)[end]!, 0)) as [number, number]
    const isFull = chain[0]!.from === -Infinity && chain.at(-1)!.below === Infinity && isUnbroken(chain)
    const isWrong = sums[0] > 101 || (isFull && sums[1] < 99)
    return isWrong ? [`${chain.map(({ id }) => id).join(' + ')} = ${sums.join('–')}`] : []
  })
}

const isUnbroken = (chain: readonly Stretched[]): boolean =>
  chain.every(({ from }, i) => i === 0 || from === chain[i - 1]!.below)

/** Every row of shares that do not overlap. */
function chainsFrom(start: number, shares: readonly Stretched[]): Stretched[][] {
  return shares
    .filter(({ from }) => from >= start)
    .flatMap((first) => [[first], ...chainsFrom(first.below, shares).map((rest) => [first, ...rest])])
}

/** Bars make 100, and whatever share their ends hold. */
function barsAgainst(measures: readonly Measure[], seen: InView): string[] {
  return measures.flatMap((measure) => {
    const bars = seen.get(measure.id)?.distribution
    if (!bars) return []
    const all = bars.reduce((sum, { share }) => sum + share, 0)
    const borders = new Set([-Infinity, Infinity, ...bars.slice(1).map(({ from }) => from)])
    const wrong = stretched(measures, seen).flatMap(({ id, from, below, cell }) => {
      if (!borders.has(from) || !borders.has(below)) return []
      const inside = bars.filter((bar) => bar.from >= from && bar.to < below)
      const sum = inside.reduce((so, { share }) => so + share, 0)
      const [low, high] = limitsOf(cell)
      return sum < low || sum > high ? [`${id}: ${low}–${high}, bars ${sum}`] : []
    })
    return [...(all === 100 ? [] : [`${measure.id}: bars make ${all}`]), ...wrong]
  })
}

function differenceAgainst({ measures }: Instrument, measure: Measure, seen: InView): string[] {
  const ends = endsOf(measures, measure)
  if (!ends) return []
  const [of, minus, shown] = [ends.of, ends.minus, measure].map(({ id }) => seen.get(id)?.value)
  if (shown === undefined) return []
  if (of === undefined || minus === undefined) return [`${measure.id} without both its ends`]
  const difference = (of! - minus!).toFixed(decimalsOf(measure))
  return Number(difference) === shown ? [] : [`${measure.id}: ${shown} beside ${of} − ${minus}`]
}

const TOLERANCE = 3
const FEWEST_SEXES = 2

/**
 * Every figure of a whole that lies outside those of its sexes by more than three points (percent; of a mean percent of
 * its scale), be it a share, a mean, a difference, a median or what lies at or above one of
 * its bars.
 */
export function outsideItsSexes({ measures }: Instrument, whole: InView, sexes: readonly InView[]): string[] {
  return measures.flatMap((measure) => {
    const own = whole.get(measure.id)
    const parts = sexes.flatMap((sex) => sex.get(measure.id) ?? [])
    if (!own || measure.kind === 'count') return []
    const rows = readings(measure, own).map(([name, known]) => ({
      name,
      known,
      others: parts.flatMap((part) => readings(measure, part).flatMap(([same, of]) => (same === name ? [of] : []))),
    }))
    return rows.flatMap(({ name, known: [low, high], others }) => {
      const least = Math.min(...others.map(([from]) => from)) - pointsOf(measure, name)
      const most = Math.max(...others.map(([, to]) => to)) + pointsOf(measure, name)
      const isWrong = others.length >= FEWEST_SEXES && (high < least || low > most)
      return isWrong ? [`${name}: ${low}–${high} outside ${least}–${most}`] : []
    })
  })
}

/** Of what is read off a figure under this name: percent, or steps of the measure's scale. */
function pointsOf({ id, kind, scale }: Measure, name: string): number {
  const isInSteps = kind === 'mean' || name === medianOf(id)
  return isInSteps ? (TOLERANCE * (scale.max - scale.min)) / 100 : TOLERANCE
}

const medianOf = (id: string): string => `median of ${id}`

/** What can be read of a figure, by name: of a distribution how many percent lie at or above each of its bars. */
function readings({ id, kind }: Measure, cell: AggregateCell): [string, [number, number]][] {
  if (kind === 'mean') return [[id, [cell.value!, cell.value!]]]
  if (kind === 'share') return [[id, limitsOf(cell)]]
  const bars = cell.distribution!.slice(1).map(({ from }): [string, [number, number]] => {
    const percent = cell.distribution!.reduce((sum, bar) => sum + (bar.from >= from ? bar.share : 0), 0)
    return [`${id} from ${from}`, [percent, percent]]
  })
  return cell.value === null ? bars : [[medianOf(id), [cell.value, cell.value]], ...bars]
}

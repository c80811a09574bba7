import { type Cell, cellsOf, familiesOf } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import { endsOf, type Item, itemsOf, stretchOf } from '../../data/instruments/items.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { Answered } from './asking.ts'
import { limitsOf } from './contradictions.ts'
import type { Observation } from './gaussian.ts'

/** A cell with the persons in it as the attacker sees them. */
export interface Seen {
  cell: Cell
  weights: Float64Array
}

/** Where an item's cuts lie among the features. */
export interface Sought {
  instrument: Instrument
  item: Item
  /** By cut of the item the number of its feature. */
  features: readonly number[]
  /** How many features there are. */
  size: number
  /** Tells the noise of this item and release from that of any other. */
  name: string
}

/**
 * Everything that is answered about an item in one municipality, by an attacker who knows the rules: each share, bar and
 * mean is read off counts at the cuts; the counts of a whole and its sexes have been made to agree, so that their noise
 * goes together; and a bound says where a count lies.
 */
export function observationsOf(
  sought: Sought,
  answered: Answered,
  place: string,
  seen: readonly Seen[],
): Observation[] {
  const shown = seen.filter(({ cell }) =>
    sought.item.measures.some(({ id }) => answered(id).has(`${place} ${cell.name}`)),
  )
  const noise = noiseOf(sought, answered, place, shown)
  return shown.flatMap((one) => {
    const cells = sought.item.measures.flatMap(({ id }) => answered(id).get(`${place} ${one.cell.name}`) ?? [])
    const n = one.weights.reduce((sum, weight) => sum + weight, 0)
    const unsure = one.weights.reduce((sum, weight) => sum + weight * (1 - weight), 0)
    return toldCounts(sought.item, cells, n).map(({ cuts, value, variance }): Observation => {
      const coefficients = new Float64Array(sought.size)
      for (const cut of cuts) coefficients[sought.features[cut]!] = 1
      const sources = cuts.flatMap((cut) =>
        noise(one.cell.name).map(([source, share]) => [`${source} ${cut}`, share] as const),
      )
      return {
        weights: one.weights,
        coefficients,
        value,
        variance: variance + unsure * 0.25 * cuts.length ** 2,
        noise: new Map(sources),
      }
    })
  })
}

/** A sum of counts at some cuts, as it can be read from an answer. */
interface ToldCount {
  cuts: number[]
  value: number
  variance: number
}

function toldCounts(item: Item, cells: readonly AggregateCell[], n: number): ToldCount[] {
  const byCut = new Map<number, [number, number]>()
  for (const cell of cells) for (const [cut, limits] of percentsIn(item, cell)) byCut.set(cut, limits)
  const atCuts = [...byCut].map(([cut, [low, high]]) => ({
    cuts: [cut],
    value: ((low + high) / 200) * n,
    variance: ((Math.max(1, high - low) / 100) * n) ** 2 / 12,
  }))
  return [...atCuts, ...cells.flatMap((cell) => meanIn(item, cell, n) ?? [])]
}

/** How many percent lie at or above a cut, by cut: from shares with one open end, and from bars. */
function percentsIn(item: Item, cell: AggregateCell): [number, [number, number]][] {
  const measure = item.measures.find(({ id }) => id === cell.measure)!
  if (cell.distribution) {
    return cell.distribution.slice(1).map(({ from }) => {
      const percent = cell.distribution!.reduce((sum, bar) => sum + (bar.from >= from ? bar.share : 0), 0)
      return [item.cuts.indexOf(from), [percent, percent]]
    })
  }
  if (measure.kind !== 'share') return []
  const { from, below } = stretchOf(measure.derivation.test!)
  const [low, high] = limitsOf(cell)
  if (below === null) return [[item.cuts.indexOf(from!), [low, high]]]
  return from === null ? [[item.cuts.indexOf(below), [100 - high, 100 - low]]] : []
}

/** A mean of an item is the sum of its counts in other words. */
function meanIn({ measures, middles, cuts }: Item, { measure: id, value }: AggregateCell, n: number): ToldCount | null {
  const measure = measures.find((one) => one.id === id)!
  if (measure.kind !== 'mean' || !middles || endsOf(measures, measure)) return null
  const step = middles[1]! - middles[0]!
  return {
    cuts: [...cuts.keys()],
    value: ((value! - middles[0]!) * n) / step,
    variance: ((0.1 / step) * n) ** 2 / 12,
  }
}

/** By cell the noise of its counts at any cut: its own, or after it agreed with its whole or its sexes a share of each. */
function noiseOf({ instrument, item, name }: Sought, answered: Answered, place: string, shown: readonly Seen[]) {
  const cells = cellsOf(instrument)
  const countOf = (cell: string): number =>
    Math.max(0, ...item.measures.map(({ id }) => answered(id).get(`${place} ${cell}`)?.count ?? 0))
  const isShown = new Set(shown.map(({ cell }) => cell.name))
  const sharesOf = new Map<string, [string, number][]>()
  for (const family of familiesOf(instrument)) {
    const whole = cells[family.whole]!.name
    const parts = family.parts.map((part) => cells[part]!.name).filter((part) => isShown.has(part))
    const sum = parts.reduce((all, part) => all + countOf(part), 0)
    if (!isShown.has(whole) || parts.length < 2 || sum < 0.8 * countOf(whole)) continue
    const share = 1 / (1 + parts.length)
    const signs = [[whole, 1], ...parts.map((part) => [part, -1])] as [string, number][]
    for (const [one, sign] of signs) {
      sharesOf.set(
        one,
        signs.map(([other, its]) => [other, (one === other ? 1 : 0) - sign * its * share]),
      )
    }
  }
  return (cell: string): [string, number][] =>
    (sharesOf.get(cell) ?? [[cell, 1]]).map(([source, share]) => [`${name} ${place} ${source}`, share])
}

/** The item that a measure belongs to. */
export function itemWith(instrument: Instrument, measure: string): Item {
  const items = instrument.kinds.flatMap(({ id }) => itemsOf(instrument.measures, id))
  return items.find(({ measures }) => measures.some(({ id }) => id === measure))!
}

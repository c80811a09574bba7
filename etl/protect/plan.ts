import { cellsOf, type Family, familiesOf } from '../../data/instruments/cells.ts'
import type { Instrument, InterviewKind, Measure } from '../../data/instruments/definition.ts'
import { isDifference, itemsOf } from '../../data/instruments/items.ts'
import { RULES } from '../../data/instruments/rules.ts'
import { digest } from './keys.ts'

/** A measure, its place among the instrument's, and among those of its kind. */
export interface PlannedMeasure {
  number: number
  at: number
  measure: Measure
}

/** An item with its measures; of a mean of differences nothing is drawn, it is the difference of two that are shown. */
export interface PlannedItem {
  measures: PlannedMeasure[]
  cuts: number[]
  barCuts: number[]
  middles: number[] | null
}

/** What is to be worked out for one kind of an instrument. */
export interface KindPlan {
  kind: InterviewKind
  measures: PlannedMeasure[]
  counts: PlannedMeasure[]
  items: PlannedItem[]
  /** Means with noise of their own. */
  means: PlannedMeasure[]
}

/** A cell as pairs of dimension and category, none, one or two of them. */
type PlannedCell = [dimension: number, category: number][]

/** An instrument's catalogue by numbers. */
export interface Plan {
  instrument: Instrument
  kinds: KindPlan[]
  cells: PlannedCell[]
  families: Family[]
  /** Changes with the catalogue and the rules' settings: answers of another signature are not carried over. */
  signature: string
}

/** The strictness of the rules; never below the defaults (5 and 10). */
export interface Strictness {
  /** Two shown cells differ by nobody or by at least this many persons. */
  k: number
  /** Smallest protected count that is shown. */
  floor: number
}

export function planOf(instrument: Instrument, strictness: Strictness): Plan {
  const { measures, dimensions, kinds } = instrument
  const indexOf = ({ dimension, category }: { dimension: string; category: string }): [number, number] => {
    const number = dimensions.findIndex(({ id }) => id === dimension)
    return [number, dimensions[number]!.categories.findIndex(({ id }) => id === category)]
  }
  const cells = cellsOf(instrument)
  return {
    instrument,
    kinds: kinds.map(({ id }) => kindPlanOf(instrument, id)),
    cells: cells.map(({ choices }) => choices.map(indexOf)),
    families: familiesOf(instrument),
    signature: digest(JSON.stringify([RULES, strictness, measures.map(essence), cells.map(({ name }) => name)])),
  }
}

function kindPlanOf({ measures: all }: Instrument, kind: InterviewKind): KindPlan {
  const measures = all
    .map((measure, number) => ({ number, measure }))
    .filter(({ measure }) => measure.interview === kind)
    .map((planned, at) => ({ ...planned, at }))
  const plannedOf = (of: readonly Measure[]) => measures.filter(({ measure }) => of.includes(measure))
  const items = itemsOf(all, kind).map((item) => ({
    ...item,
    measures: plannedOf(item.measures.filter((measure) => !isDifference(measure))),
  }))
  const inItems = new Set(items.flatMap((item) => item.measures))
  return {
    kind,
    measures,
    counts: measures.filter(({ measure }) => measure.kind === 'count'),
    items,
    means: measures.filter((one) => one.measure.kind === 'mean' && !isDifference(one.measure) && !inItems.has(one)),
  }
}

/** What of a measure bears on its figures; titles may change freely. */
function essence({ id, kind, scale, interview, derivation, steps }: Measure): unknown {
  return [id, kind, scale, interview, derivation, steps?.map(({ from, to }) => [from, to])]
}

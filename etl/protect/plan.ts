import { cellsOf } from '../../data/instruments/cells.ts'
import type { Instrument, InterviewKind, Measure } from '../../data/instruments/definition.ts'
import { digest } from './keys.ts'

/** A measure, and its place among the instrument's. */
type PlannedMeasure = { number: number; measure: Measure }

/** What is to be worked out for one kind of an instrument. */
export interface KindPlan {
  kind: InterviewKind
  measures: PlannedMeasure[]
}

/** An instrument's catalogue by numbers: measures, and cells as pairs of dimension and category (−1: any). */
export interface Plan {
  instrument: Instrument
  kinds: KindPlan[]
  /** For each cell the dimension and category it takes, none, one or two of them. */
  cells: [dimension: number, category: number][][]
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

/** Raised by one whenever the same persons and salt would give other answers than before. */
const RULES = 3

export function planOf(instrument: Instrument, strictness: Strictness): Plan {
  const { measures, dimensions, kinds } = instrument
  const indexOf = ({ dimension, category }: { dimension: string; category: string }): [number, number] => {
    const number = dimensions.findIndex(({ id }) => id === dimension)
    return [number, dimensions[number]!.categories.findIndex(({ id }) => id === category)]
  }
  const cells = cellsOf(instrument)
  return {
    instrument,
    kinds: kinds.map(({ id: kind }) => ({
      kind,
      measures: measures
        .map((measure, number) => ({ number, measure }))
        .filter(({ measure }) => measure.interview === kind),
    })),
    cells: cells.map(({ choices }) => choices.map(indexOf)),
    signature: digest(JSON.stringify([RULES, strictness, measures.map(essence), cells.map(({ name }) => name)])),
  }
}

/** What of a measure bears on its figures; titles may change freely. */
function essence({ id, kind, scale, interview, derivation, steps }: Measure): unknown {
  return [id, kind, scale, interview, derivation, steps?.map(({ from, to }) => [from, to])]
}

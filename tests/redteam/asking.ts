import { nameOfCell } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { Service } from './service.ts'

/** Every shown figure of a measure, by municipality and cell: `0184 kon:man`. */
type Shown = ReadonlyMap<string, AggregateCell>

/** What is shown of each measure. */
export type Answered = (measure: string) => Shown

const NOTHING: Shown = new Map()

/** Everything that is shown of some measures: one question a breakdown, as a client would ask. */
export async function askEverything(
  service: Service,
  instrument: Instrument,
  measures: readonly string[],
  places: readonly string[],
  year: number,
): Promise<Answered> {
  const found = new Map<string, Map<string, AggregateCell>>()
  const breakdowns = [
    '',
    ...instrument.dimensions.map(({ id }) => id),
    ...instrument.crossings.map((pair) => pair.join()),
  ]
  const about = { instrument: instrument.id, measure: measures.join(), places: places.join(), periods: String(year) }
  for (const by of breakdowns) {
    const { cells } = await service.ask({ ...about, ...(by && { by }) })
    for (const cell of cells.filter(({ shown }) => shown)) {
      const of = found.get(cell.measure) ?? new Map()
      found.set(cell.measure, of.set(keyOf(cell), cell))
    }
  }
  return (measure) => found.get(measure) ?? NOTHING
}

const keyOf = ({ place, categories }: AggregateCell): string =>
  `${place} ${nameOfCell(Object.entries(categories).map(([dimension, category]) => ({ dimension, category })))}`

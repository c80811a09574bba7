import { asi } from '../../data/instruments/asi.ts'
import { type Choice, cellsOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Random, randomFrom } from '../../data/sample/random.ts'
import { DIMENSIONS } from './clients.ts'
import type { Equation } from './linear.ts'
import type { Service } from './service.ts'

/** By person and dimension the category, or null where the attacker does not know it. */
export type Knowledge = Record<string, string | null>[]

/** Everyone's age group, sex and main drug, and half of everything else. */
export function knowsHalf(rows: readonly ClientRow[], random: Random = randomFrom('half')): Knowledge {
  const always = ['kon', 'aldersgrupp', 'dominerande_preparat']
  return rows.map((row) =>
    Object.fromEntries(
      DIMENSIONS.map((id) => [id, always.includes(id) || random() < 0.5 ? (row[id] as string) : null]),
    ),
  )
}

/** Everything but the attribute that is sought. */
export function knowsAll(rows: readonly ClientRow[]): Knowledge {
  return rows.map((row) => Object.fromEntries(DIMENSIONS.map((id) => [id, row[id] as string])))
}

/** How surely each person is in a cell: unknown attributes as common as among those who are known. */
export function membership(knowledge: Knowledge, choices: readonly Choice[]): Float64Array {
  const frequencies = choices.map(({ dimension, category }) => {
    const known = knowledge.filter((person) => person[dimension] !== null)
    return known.filter((person) => person[dimension] === category).length / Math.max(1, known.length)
  })
  return Float64Array.from(knowledge, (person) =>
    choices.reduce((sure, { dimension, category }, i) => {
      const own = person[dimension]
      return sure * (own === null ? frequencies[i]! : own === category ? 1 : 0)
    }, 1),
  )
}

/** Every shown figure of a measure, by municipality and cell. */
export type Shown = Map<string, AggregateCell>

/** Every shown figure of some measures: one question a breakdown, as a client would ask. */
async function everyCellOf<Measure extends string>(
  service: Service,
  measures: readonly Measure[],
  places: readonly string[],
  year: number,
): Promise<Record<Measure, Shown>> {
  const breakdowns = ['', ...DIMENSIONS, ...asi.crossings.map((pair) => pair.join(','))]
  const found = Object.fromEntries(measures.map((measure) => [measure, new Map()])) as Record<Measure, Shown>
  const about = { instrument: 'asi', measure: measures.join(), places: places.join(), periods: String(year) }
  for (const by of breakdowns) {
    const { cells } = await service.ask({ ...about, ...(by && { by }) })
    for (const cell of cells.filter(({ shown }) => shown)) {
      found[cell.measure as Measure].set(`${cell.place} ${nameOf(cell.categories)}`, cell)
    }
  }
  return found
}

/** The same for one measure. */
export async function everyCell(
  service: Service,
  measure: string,
  places: readonly string[],
  year: number,
): Promise<Shown> {
  return (await everyCellOf(service, [measure], places, year))[measure]!
}

const nameOf = (categories: Record<string, string>): string =>
  Object.entries(categories)
    .map(([dimension, category]) => `${dimension}:${category}`)
    .sort()
    .join()

/** All answers about one rating at baseline or at follow-up. */
export type Answers = Record<'share' | 'free' | 'mean' | 'steps', Shown>

/** The measures that tell of a rating at one of the interviews, by what they tell. */
export const measuresOf = (area: string, interview: 'grund' | 'uppfoljning'): Record<keyof Answers, string> => ({
  share: `${area}_skattning_minst_4_${interview}`,
  free: `${area}_problemfria_${interview}`,
  mean: `${area}_skattning_${interview}`,
  steps: `${area}_skattning_fordelning_${interview}`,
})

/** The answers to the measures, under the names that the measures have here. */
export async function answersTo<Name extends string>(
  service: Service,
  measures: Record<Name, string>,
  places: readonly string[],
  year: number,
): Promise<Record<Name, Shown>> {
  const found = await everyCellOf(service, Object.values<string>(measures), places, year)
  const named = Object.entries<string>(measures).map(([name, measure]) => [name, found[measure]!])
  return Object.fromEntries(named) as Record<Name, Shown>
}

/** How the ratings lie in the population, which the attacker knows: chance of four or more, means, spread inside. */
export const POPULATION = { chance: 0.4, free: 0.33, meanWith: 6.5, meanWithout: 1.4, within: 1.8 }
export const NOISE = 2

/**
 * Everything that was answered about a rating of four or more, as equations over the persons.
 * @param asked how surely each was interviewed at all, 0…1; without it everyone was
 */
export function equationsOf(answers: Answers, place: string, knowledge: Knowledge, asked?: Float64Array): Equation[] {
  return cellsOf(asi).flatMap(({ name, choices }) => {
    const weights = membership(knowledge, choices).map((weight, i) => weight * (asked?.[i] ?? 1))
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const key = `${place} ${name}`
    const unsure = weights.reduce((sum, weight) => sum + weight * (1 - weight), 0)
    return [
      fromShare(answers.share.get(key), n),
      fromFree(answers.free.get(key), n),
      fromMean(answers.mean.get(key), n),
      fromSteps(answers.steps.get(key)),
    ].flatMap((so) => (so ? [{ weights, estimate: so.estimate, variance: so.variance + unsure * 0.25 }] : []))
  })
}

type Estimate = Omit<Equation, 'weights'>

export function fromShare(cell: AggregateCell | undefined, n: number): Estimate | null {
  if (!cell) return null
  const share = middleOf(cell) / 100
  const bounded = cell.bound ? ((cell.bound === 'under' ? cell.value! : 100 - cell.value!) / 200) * n : 0
  return { estimate: share * n, variance: NOISE * (1 + share ** 2) + bounded ** 2 / 3 + (0.01 * n) ** 2 / 12 }
}

/** Those who are free of problems do not have a rating of four or more; of the others a known part has. */
function fromFree(cell: AggregateCell | undefined, n: number): Estimate | null {
  const free = fromShare(cell, n)
  if (!free) return null
  const part = POPULATION.chance / (1 - POPULATION.free)
  const others = Math.max(0, n - free.estimate)
  return { estimate: others * part, variance: part ** 2 * free.variance + others * part * (1 - part) }
}

function fromMean(cell: AggregateCell | undefined, n: number): Estimate | null {
  if (!cell) return null
  const step = POPULATION.meanWith - POPULATION.meanWithout
  const noise = (0.75 * 4.5) ** 2 * NOISE + (0.1 * n) ** 2 / 12 + n * POPULATION.within
  return { estimate: ((cell.value! - POPULATION.meanWithout) * n) / step, variance: noise / step ** 2 }
}

function fromSteps(cell: AggregateCell | undefined): Estimate | null {
  const high = cell?.distribution?.filter(({ from }) => from >= 4)
  if (!high || high.length === 0 || !cell!.distribution!.some(({ to }) => to === 3)) return null
  return {
    estimate: high.reduce((sum, { count }) => sum + count, 0),
    variance: high.reduce((sum, { steps }) => sum + NOISE * steps.length + 25 / 12, 0),
  }
}

export function middleOf({ value, bound }: Pick<AggregateCell, 'value' | 'bound'>): number {
  if (bound === 'under') return value! / 2
  return bound === 'over' ? (value! + 100) / 2 : value!
}

import { RULES } from '../../../data/instruments/rules.ts'
import { protectedBars, protectedFigures, protectedNonResponse } from '../../../data/store/release-questions.ts'
import { among } from '../../release/among.ts'
import type { NumberedMeasure } from '../../release/numbering.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { addBar, type Part, partAt, whereAndWhen } from '../../release/protected-slices.ts'
import type { Understood } from './question.ts'

/** The shown figures of a measure, and its standard deviation over all places (null but for means). */
export interface Parts {
  deviation: number | null
  /** By the cell's name, then by municipality and year. */
  of(cell: string, municipality: string, year: number): Part | undefined
}

/** So many slices are sooner read one by one, and kept for the next who asks, than all at once. */
const FEW = 32

/** By the numbers of measure and cell, then by `whereAndWhen`. */
type Found<T> = ReadonlyMap<string, ReadonlyMap<number, T>>

/**
 * Reads the shown figures of some measures that a question needs, and gives those of each by its id. Whatever is hidden,
 * empty or held back is not in the release, so the same question is put to it whether there is an answer or not.
 */
export async function partsOf(
  release: OpenRelease,
  question: Understood,
  measures: readonly string[],
): Promise<(measure: string) => Parts> {
  const asked = await measuresKnown(release, question, measures)
  const cells = await cellNumbers(release, question)
  const numbers = [...asked.values()].map(({ number }) => number)
  const named = [...cells.values()]
  const isFew = numbers.length * named.length <= FEW
  const found = await (isFew ? readSlices(release, numbers, named) : readTogether(release, question, numbers, named))
  return (id) => {
    const measure = asked.get(id)
    return {
      deviation: measure?.deviation ?? null,
      of: (name, municipality, year) =>
        found.get(keyOf(measure?.number, cells.get(name)))?.get(whereAndWhen(Number(municipality), year)),
    }
  }
}

const keyOf = (measure?: number, cell?: number): string => `${measure} ${cell}`

/** All municipalities and years of each, which the next question is about. */
async function readSlices(
  { protectedSlices }: OpenRelease,
  measures: readonly number[],
  cells: readonly number[],
): Promise<Found<Part>> {
  const spots = measures.flatMap((measure) => cells.map((cell) => ({ measure, cell })))
  const slices = await Promise.all(spots.map(({ measure, cell }) => protectedSlices.of(measure, cell)))
  return new Map(spots.map(({ measure, cell }, at) => [keyOf(measure, cell), slices[at]!.parts]))
}

/** What is asked for and no more. */
async function readTogether(
  { questions }: OpenRelease,
  question: Understood,
  measures: readonly number[],
  cells: readonly number[],
): Promise<Found<Part>> {
  const within = `${whereAsked(measures, question)} AND ${among('cell', cells)}`
  const found = new Map<string, Map<number, Part>>()
  await questions.each(protectedFigures(within), {}, (columns, row) => {
    const [measure, cell] = [columns[5]!, columns[6]!].map((column) => column.getItem(row)!)
    const key = keyOf(measure, cell)
    const there = found.get(key) ?? new Map<number, Part>()
    const part = partAt(columns, row)
    found.set(key, there.set(whereAndWhen(Number(part.municipality), part.year), part))
  })
  await questions.each(protectedBars(within), {}, (columns, row) => {
    const [measure, cell] = [columns[5]!, columns[6]!].map((column) => column.getItem(row)!)
    addBar(found.get(keyOf(measure, cell)), columns, row)
  })
  return found
}

/** The release's numbers of these measures; none where it was protected by other rules than those that the answers are made by. */
async function measuresKnown(
  release: OpenRelease,
  { instrument }: Understood,
  asked: readonly string[],
): Promise<Map<string, NumberedMeasure>> {
  if (release.about.rules !== RULES) return new Map()
  const { measures } = await release.numbering(instrument.id)
  return known(asked, measures)
}

/** Those of the names that are numbered. */
function known<T>(names: readonly string[], numbered: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(names.filter((name) => numbered.has(name)).map((name) => [name, numbered.get(name)!]))
}

/** How many left a measure unanswered in each municipality's year, percent to the nearest five. */
export async function nonResponseOf(release: OpenRelease, question: Understood) {
  const ids = question.measures.map(({ id }) => id)
  const asked = await measuresKnown(release, question, ids)
  const numbers = [...asked.values()].map(({ number }) => number)
  const isFew = numbers.length <= FEW
  const found = await (isFew ? readNonResponses(release, numbers) : readNonResponseTogether(release, question, numbers))
  return (id: string, municipality: string, year: number): number | null =>
    found.get(keyOf(asked.get(id)?.number))?.get(whereAndWhen(Number(municipality), year)) ?? null
}

async function readNonResponses({ protectedSlices }: OpenRelease, measures: readonly number[]): Promise<Found<number>> {
  const slices = await Promise.all(measures.map((measure) => protectedSlices.nonResponseOf(measure)))
  return new Map(measures.map((measure, at) => [keyOf(measure), slices[at]!.percents]))
}

async function readNonResponseTogether(
  { questions }: OpenRelease,
  question: Understood,
  measures: readonly number[],
): Promise<Found<number>> {
  const found = new Map<string, Map<number, number>>()
  await questions.each(protectedNonResponse(whereAsked(measures, question)), {}, (columns, row) => {
    const [municipality, year, percent, measure] = columns.map((column) => column.getItem(row)!)
    const there = found.get(keyOf(measure)) ?? new Map<number, number>()
    found.set(keyOf(measure), there.set(whereAndWhen(municipality!, year!), percent!))
  })
  return found
}

async function cellNumbers(release: OpenRelease, { instrument, cells }: Understood): Promise<Map<string, number>> {
  const numbering = await release.numbering(instrument.id)
  return known(
    cells.map(({ name }) => name),
    numbering.cells,
  )
}

function whereAsked(measures: Iterable<number>, { places, periods }: Understood): string {
  return [
    among('measure', measures),
    among('year', new Set(periods.flatMap((period) => period.years))),
    among('municipality', new Set(places.flatMap(({ members }) => members.map(Number)))),
  ].join(' AND ')
}

import { RULES } from '../../../data/instruments/rules.ts'
import { protectedBars, protectedFigures, protectedNonResponse } from '../../../data/store/release-questions.ts'
import { among } from '../../release/among.ts'
import type { NumberedMeasure } from '../../release/numbering.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import type { Understood } from './question.ts'

/** A bar of a distribution: its steps by their number in the measure, both included. */
export interface PartBar {
  first: number
  last: number
  percent: number
}

/** A shown figure of one municipality's year: all that an answer is made from. */
export interface Part {
  municipality: string
  year: number
  /** As shown: protected and to the nearest five. */
  count: number
  /** It lies from low to high, of most the same number; both null for a distribution, which has bars. */
  low: number | null
  high: number | null
  bars: PartBar[]
}

/** The shown figures of a measure, and its standard deviation over all places (null but for means). */
export interface Parts {
  deviation: number | null
  /** By the cell's name, then by municipality and year. */
  of(cell: string, municipality: string, year: number): Part | undefined
}

type Spot = Record<'measure' | 'cell' | 'municipality' | 'year', number>
type Row = Spot & Pick<Part, 'count' | 'low' | 'high'>
type BarRow = Spot & PartBar

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
  if (asked.size === 0) return () => ({ deviation: null, of: () => undefined })
  const cells = await cellNumbers(release, question)
  const within = `${whereAsked(asked.values(), question)} AND ${among('cell', cells.values())}`
  const [rows, bars] = await Promise.all([
    release.questions.rows<Row>(protectedFigures(within)),
    release.questions.rows<BarRow>(protectedBars(within)),
  ])
  const found = byMeasureAndCell(rows, partFrom)
  for (const { first, last, percent, ...row } of bars) at(found, row)?.bars.push({ first, last, percent })
  return (id) => {
    const ofMeasure = found.get(asked.get(id)?.number ?? -1)
    return {
      deviation: asked.get(id)?.deviation ?? null,
      of: (name, municipality, year) =>
        ofMeasure?.get(cells.get(name) ?? -1)?.get(whereAndWhen({ municipality: Number(municipality), year })),
    }
  }
}

/** By measure, cell, municipality and year; by numbers, for an answer asks for many. */
type Found<T> = Map<number, Map<number, Map<number, T>>>

function byMeasureAndCell<R extends Spot, T>(rows: readonly R[], read: (row: R) => T): Found<T> {
  const found: Found<T> = new Map()
  for (const row of rows) {
    const ofMeasure = found.get(row.measure) ?? new Map<number, Map<number, T>>()
    const ofCell = ofMeasure.get(row.cell) ?? new Map<number, T>()
    found.set(row.measure, ofMeasure.set(row.cell, ofCell.set(whereAndWhen(row), read(row))))
  }
  return found
}

const at = <T>(found: Found<T>, spot: Spot): T | undefined =>
  found.get(spot.measure)?.get(spot.cell)?.get(whereAndWhen(spot))

const whereAndWhen = ({ municipality, year }: Pick<Spot, 'municipality' | 'year'>): number =>
  municipality * 10_000 + year

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
  const rows = await release.questions.rows<Omit<Spot, 'cell'> & { percent: number }>(
    protectedNonResponse(whereAsked(asked.values(), question)),
  )
  const found = byMeasureAndCell(
    rows.map((row) => ({ ...row, cell: 0 })),
    ({ percent }) => percent,
  )
  return (measure: string, municipality: string, year: number): number | null =>
    at(found, { measure: asked.get(measure)?.number ?? -1, cell: 0, municipality: Number(municipality), year }) ?? null
}

function partFrom({ municipality, year, count, low, high }: Row): Part {
  return { municipality: String(municipality).padStart(4, '0'), year, count, low, high, bars: [] }
}

async function cellNumbers(release: OpenRelease, { instrument, cells }: Understood): Promise<Map<string, number>> {
  const numbering = await release.numbering(instrument.id)
  return known(
    cells.map(({ name }) => name),
    numbering.cells,
  )
}

function whereAsked(measures: Iterable<NumberedMeasure>, { places, periods }: Understood): string {
  return [
    among(
      'measure',
      [...measures].map(({ number }) => number),
    ),
    among('year', new Set(periods.flatMap((period) => period.years))),
    among('municipality', new Set(places.flatMap(({ members }) => members.map(Number)))),
  ].join(' AND ')
}

import type { OpenRelease } from '../../release/open-release.ts'
import type { Understood } from './question.ts'

/** A run of a distribution's steps, by their number in the measure, both included. */
export interface PartStep {
  first: number
  last: number
  count: number
}

/** A shown figure of one municipality's year: all that an answer is made from. */
export interface Part {
  municipality: string
  year: number
  /** As shown: protected and to the nearest five. */
  count: number
  /** Null for a distribution. */
  value: number | null
  bound: 'under' | 'over' | null
  steps: PartStep[]
}

/** The shown figures of a measure, and its standard deviation over all places (null but for means). */
export interface Parts {
  deviation: number | null
  /** By the cell's name, then by municipality and year. */
  of(cell: string, municipality: string, year: number): Part | undefined
}

type Row = Record<'cell' | 'municipality' | 'year' | 'count' | 'bound', number> & { value: number | null }
type StepRow = Record<'cell' | 'municipality' | 'year' | 'first' | 'last' | 'count', number>

/**
 * Reads the shown figures that a question needs. Whatever is hidden, empty or held back is not in the release, so the
 * same question is put to it whether there is an answer or not.
 */
export async function partsOf(release: OpenRelease, question: Understood, measure: string): Promise<Parts> {
  const [known] = await release.questions.rows<{ number: number; deviation: number | null }>(
    'SELECT number, deviation FROM protected_measure WHERE instrument = $1 AND id = $2',
    [question.instrument.id, measure],
  )
  const cells = await cellNumbers(release, question)
  const within = known ? condition(known.number, [...cells.values()], question) : 'false'
  const rows = await release.questions.rows<Row>(
    `SELECT cell, municipality, year, count, value, bound FROM protected_figure WHERE ${within}`,
  )
  const steps = await release.questions.rows<StepRow>(
    `SELECT cell, municipality, year, first, last, count FROM protected_step WHERE ${within} ORDER BY first`,
  )
  const found = new Map(rows.map((row) => [keyOf(row), partFrom(row)]))
  for (const { first, last, count, ...row } of steps) found.get(keyOf(row))?.steps.push({ first, last, count })
  return {
    deviation: known?.deviation ?? null,
    of: (cell, municipality, year) =>
      found.get(keyOf({ cell: cells.get(cell) ?? -1, municipality: Number(municipality), year })),
  }
}

/** How many left a measure unanswered in each municipality's year, percent to the nearest five. */
export async function nonResponseOf(release: OpenRelease, { instrument, measure }: Understood) {
  const rows = await release.questions.rows<{ municipality: number; year: number; percent: number }>(
    `SELECT municipality, year, percent FROM protected_non_response
     WHERE measure IN (SELECT number FROM protected_measure WHERE instrument = $1 AND id = $2)`,
    [instrument.id, measure.id],
  )
  const found = new Map(rows.map((row) => [keyOf({ cell: 0, ...row }), row.percent]))
  return (municipality: string, year: number): number | null =>
    found.get(keyOf({ cell: 0, municipality: Number(municipality), year })) ?? null
}

const keyOf = ({ cell, municipality, year }: Pick<Row, 'cell' | 'municipality' | 'year'>): string =>
  `${cell} ${municipality} ${year}`

function partFrom({ municipality, year, count, value, bound }: Row): Part {
  const side = bound === 0 ? null : bound < 0 ? 'under' : 'over'
  return { municipality: String(municipality).padStart(4, '0'), year, count, value, bound: side, steps: [] }
}

async function cellNumbers(release: OpenRelease, { instrument, cells }: Understood): Promise<Map<string, number>> {
  const rows = await release.questions.rows<{ number: number; name: string }>(
    'SELECT number, name FROM protected_cell WHERE instrument = $1',
    [instrument.id],
  )
  const asked = new Set(cells.map(({ name }) => name))
  return new Map(rows.filter(({ name }) => asked.has(name)).map(({ number, name }) => [name, number]))
}

/** Nothing but numbers of our own making stands in it. */
function condition(measure: number, cells: number[], { places, periods }: Understood): string {
  const years = new Set(periods.flatMap((period) => period.years))
  const municipalities = new Set(places.flatMap(({ members }) => members.map(Number)))
  return [
    `measure = ${measure}`,
    `cell IN (${[-1, ...cells].join()})`,
    `year IN (${[...years].join()})`,
    `municipality IN (${[...municipalities].join()})`,
  ].join(' AND ')
}

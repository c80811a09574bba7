import { PROTECTED_CELLS, PROTECTED_MEASURES } from '../../data/store/release-questions.ts'
import type { Questions } from './questions.ts'

/** A measure's number in the release's tables, and its standard deviation over all places (null but for means). */
export type NumberedMeasure = { number: number; deviation: number | null }

/** The numbers that a release's protected figures know an instrument's measures and cells by. */
export type Numbering = {
  /** By the measure's id. */
  measures: ReadonlyMap<string, NumberedMeasure>
  /** By the cell's name. */
  cells: ReadonlyMap<string, number>
}

/** @param instrument its id */
export async function numberingOf(questions: Questions, instrument: string): Promise<Numbering> {
  const [measures, cells] = await Promise.all([
    questions.rows<NumberedMeasure & { id: string }>(PROTECTED_MEASURES, { instrument }),
    questions.rows<{ number: number; name: string }>(PROTECTED_CELLS, { instrument }),
  ])
  return {
    measures: new Map(measures.map(({ id, ...measure }) => [id, measure])),
    cells: new Map(cells.map(({ name, number }) => [name, number])),
  }
}

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { InterviewKind } from '../../data/instruments/definition.ts'
import type { Tally } from './tally.ts'

/**
 * Everything that is shown of an instrument in a municipality's year. Measures and cells by their number in the plan;
 * what is not here is not shown. Columns rather than rows: there are thousands a year.
 */
export interface Answers {
  /** What is known of a figure: it lies from low to high; both are null of a distribution, which has bars. */
  figures: { measure: number[]; cell: number[]; count: number[]; low: (number | null)[]; high: (number | null)[] }
  bars: { measure: number[]; cell: number[]; first: number[]; last: number[]; percent: number[] }
  nonResponse: { measure: number[]; percent: number[] }
  /** Of all persons with a value, by measure: for the standard deviation over all places (rule 10). Never published. */
  moments: { measure: number[]; n: number[]; sum: number[]; squares: number[] }
  tally: Partial<Record<InterviewKind, Tally>>
}

export function noAnswers(): Answers {
  return {
    figures: { measure: [], cell: [], count: [], low: [], high: [] },
    bars: { measure: [], cell: [], first: [], last: [], percent: [] },
    nonResponse: { measure: [], percent: [] },
    moments: { measure: [], n: [], sum: [], squares: [] },
    tally: {},
  }
}

/** Small enough to keep one for every municipality's year. */
export function packed(answers: Answers): Uint8Array {
  return deflateRawSync(JSON.stringify(answers), { level: 1 })
}

export function unpacked(bytes: Uint8Array): Answers {
  return JSON.parse(inflateRawSync(bytes).toString('utf8'))
}

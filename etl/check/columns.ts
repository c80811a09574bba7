import type { Column, Instrument } from '../../data/instruments/definition.ts'
import type { ExtractRow } from './rows.ts'
import type { Problem } from './rules.ts'

const MOST_MISSING = 0.2
const FEW = 10
const WHOLE_MONTH = 30

interface Tally {
  answered: number
  unanswered: number
  full: number
}

/** Counts over each column of an extract, for the warnings that concern a column as a whole. */
export class ColumnTallies {
  readonly #tallies = new Map<string, Tally>()
  readonly #columns: Column[]

  constructor(instrument: Instrument) {
    this.#columns = instrument.columns.filter((column) => !column.required)
  }

  add({ values, notApplicable }: ExtractRow): void {
    for (const { id } of this.#columns) {
      const value = values[id]
      if (value === undefined) continue
      const tally = this.#tallyOf(id)
      if (value !== null) tally.answered += 1
      else if (!notApplicable.includes(id)) tally.unanswered += 1
      if (value === WHOLE_MONTH) tally.full += 1
    }
  }

  *problems(): Generator<Problem> {
    for (const [column, { answered, unanswered, full }] of this.#tallies) {
      if (unanswered > MOST_MISSING * (answered + unanswered)) yield { rule: 'many-missing', column }
      if (column.endsWith('_dagar') && answered >= FEW && full === answered) yield { rule: 'same-for-everyone', column }
    }
  }

  #tallyOf(id: string): Tally {
    const known = this.#tallies.get(id)
    if (known) return known
    const fresh = { answered: 0, unanswered: 0, full: 0 }
    this.#tallies.set(id, fresh)
    return fresh
  }
}

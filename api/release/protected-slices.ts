import type { Column } from '../../data/store/columns.ts'
import { NON_RESPONSE_OF, PROTECTED_BARS_OF, PROTECTED_FIGURES_OF } from '../../data/store/release-questions.ts'
import { KeptWhileAsked } from './kept-while-asked.ts'
import type { Questions } from './questions.ts'

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

/** Municipality and year as one number. @param municipality its code as a number */
export const whereAndWhen = (municipality: number, year: number): number => municipality * 10_000 + year

/** All of a measure and a cell that is shown in municipalities' years, by `whereAndWhen`. */
export type ProtectedSlice = { parts: ReadonlyMap<number, Part>; bytes: number }
/** How many left a measure unanswered, percent to the nearest five, by `whereAndWhen`. */
export type NonResponses = { percents: ReadonlyMap<number, number>; bytes: number }

const BYTES_OF_A_PART = 200
const BYTES_OF_A_BAR = 60
const BYTES_OF_A_PERCENT = 40
const BYTES_BESIDE = 200

/** The protected figures of ASI and UBU by measure and cell, by their numbers: read once and kept while they are asked for. */
export class ProtectedSlices {
  readonly #questions: Questions
  readonly #figures: KeptWhileAsked<ProtectedSlice>
  readonly #nonResponse: KeptWhileAsked<NonResponses>

  /** @param limit in bytes, half of it for figures and half for non-response */
  constructor(questions: Questions, limit: number) {
    this.#questions = questions
    this.#figures = new KeptWhileAsked(limit / 2)
    this.#nonResponse = new KeptWhileAsked(limit / 2)
  }

  get bytes(): number {
    return this.#figures.bytes + this.#nonResponse.bytes
  }

  of(measure: number, cell: number): Promise<ProtectedSlice> {
    return this.#figures.of(`${measure} ${cell}`, () => this.#readFigures({ measure, cell }))
  }

  nonResponseOf(measure: number): Promise<NonResponses> {
    return this.#nonResponse.of(`${measure}`, () => this.#readNonResponse({ measure }))
  }

  async #readFigures(asked: { measure: number; cell: number }): Promise<ProtectedSlice> {
    const parts = new Map<number, Part>()
    let bars = 0
    await this.#questions.each(PROTECTED_FIGURES_OF, asked, (columns, row) => {
      const part = partAt(columns, row)
      parts.set(whereAndWhen(Number(part.municipality), part.year), part)
    })
    await this.#questions.each(PROTECTED_BARS_OF, asked, (columns, row) => {
      addBar(parts, columns, row)
      bars++
    })
    return { parts, bytes: BYTES_BESIDE + parts.size * BYTES_OF_A_PART + bars * BYTES_OF_A_BAR }
  }

  async #readNonResponse(asked: { measure: number }): Promise<NonResponses> {
    const percents = new Map<number, number>()
    await this.#questions.each(NON_RESPONSE_OF, asked, ([municipality, year, percent], row) =>
      percents.set(whereAndWhen(municipality!.getItem(row)!, year!.getItem(row)!), percent!.getItem(row)!),
    )
    return { percents, bytes: BYTES_BESIDE + percents.size * BYTES_OF_A_PERCENT }
  }
}

/** A row of the protected figures: municipality, year, count, low, high. */
export function partAt(columns: readonly Column[], row: number): Part {
  const [municipality, year, count, low, high] = columns.map((column) => column.getItem(row))
  return {
    municipality: String(municipality).padStart(4, '0'),
    year: year!,
    count: count!,
    low: low ?? null,
    high: high ?? null,
    bars: [],
  }
}

/** Puts a row of the bars beside its figure: municipality, year, first, last, percent. */
export function addBar(parts: ReadonlyMap<number, Part> | undefined, columns: readonly Column[], row: number): void {
  const [municipality, year, first, last, percent] = columns.map((column) => column.getItem(row)!)
  parts?.get(whereAndWhen(municipality!, year!))?.bars.push({ first: first!, last: last!, percent: percent! })
}

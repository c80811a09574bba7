import type { Localized } from '../model/localized.ts'

/**
 * The words in which a follow-up instrument is declared. One declaration gives the extract's checks, its template and
 * codebook, the vault's table, the catalogue of measures and the protected cells: nothing is said twice.
 */

/** One published code of a column; `id` is what stands in the extract. */
export interface Category {
  id: string
  title: Localized
}

/** What a column may hold. Whole numbers and amounts (kronor, decimals allowed) lie in `min`…`max`, both included. */
type Content =
  | { kind: 'pseudonym' }
  | { kind: 'municipality' }
  | { kind: 'month' }
  | { kind: 'code'; codes: Category[] }
  | { kind: 'whole' | 'amount'; min: number; max: number }

/** A column of the extract. `source` names the question in the instrument it comes from. */
export interface Column {
  id: string
  title: Localized
  content: Content
  required?: boolean
  source?: string
}

/** Which set of persons a measure speaks of (disclosure rule 2). */
export type InterviewKind = 'baseline' | 'followup' | 'change' | 'yearly' | 'closing'

type MeasureKind = 'share' | 'mean' | 'count' | 'distribution'
export type Direction = 'higher' | 'lower' | 'neutral'

/** One number of a person: a column of the interview that speaks for them; of the later one in the kind `change`. */
export interface Reading {
  column: string
  at?: 'before' | 'after'
}

/** A question to a value; limits included. */
export type Test = { atLeast: number } | { atMost: number } | { between: [number, number] } | { is: string[] }

/**
 * How a person's value comes from the columns. `value` is read, `minus` taken from it, and `test` makes it 1 or 0 (a
 * share). Where a reading is missing so is the value. `among` leaves out everyone who does not pass it (or whose column
 * is missing). `person` is 1 for everyone; `followedUp` is 1 for a baseline that has a follow-up, else 0.
 */
export interface Derivation {
  value: Reading | 'person' | 'followedUp'
  minus?: Reading
  test?: Test
  among?: { column: string; test: Test }
}

/** A step of a distribution: whole values `from`…`to`, both included. */
export interface Step {
  id: string
  title: Localized
  from: number
  to: number
}

/** One figure the system offers. `scale` is in the measure's own unit: percent for a share. */
export interface Measure {
  id: string
  title: Localized
  kind: MeasureKind
  scale: { min: number; max: number }
  direction: Direction
  unit: Localized
  interview: InterviewKind
  derivation: Derivation
  /** Only of kind `distribution`, in order, covering the scale. */
  steps?: Step[]
  /** Shown wherever the figure is: what a reliable change was taken to be. */
  assumes?: { reliability: number; sdBaseline: number; threshold: number }
  /** Shown wherever the figure is: a caution in one sentence. */
  note?: Localized
}

/** A column by whose codes the figures are broken down. */
interface Dimension {
  id: string
  title: Localized
  categories: Category[]
}

/** How the rows of a kind are told: `column` = `code`. `change` joins two kinds and has no code of its own. */
interface Kind {
  id: InterviewKind
  title: Localized
  code?: string
}

export interface Instrument {
  id: 'asi' | 'ubu'
  name: Localized
  columns: Column[]
  /** The column whose code tells the kind of a row. */
  kindColumn: string
  kinds: Kind[]
  measures: Measure[]
  dimensions: Dimension[]
  /**
   * Sex beside age, and no other (disclosure rule 1). Sex beside the main drug is left out: with it whoever holds the
   * releases before and after an upload together came above what the red team may reach.
   */
  crossings: [string, string][]
}

export const inWords = (sv: string, en: string): Localized => ({ sv, en })

/** Codes written as `id: svenska / English`, one a line. */
export function codes(lines: string): Category[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id, titles] = line.trim().split(': ') as [string, string]
      const [sv, en] = titles.split(' / ') as [string, string]
      return { id, title: { sv, en } }
    })
}

/** The columns with these ids as dimensions, and sex beside each of `crossed`. */
export function dimensionsOf(
  columns: Column[],
  ids: string[],
  crossed: string[],
): Pick<Instrument, 'dimensions' | 'crossings'> {
  const dimensions = ids.map((id) => {
    const column = columns.find((candidate) => candidate.id === id)
    if (column?.content.kind !== 'code') throw new Error(`not a column of codes: ${id}`)
    return { id, title: column.title, categories: column.content.codes }
  })
  return { dimensions, crossings: crossed.map((id) => ['kon', id]) }
}

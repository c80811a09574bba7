import { RefusedFile } from '../read/refused.ts'

/** What is wrong with a file, where, and what to do. The message never holds a value out of a client's row. */
export interface Finding {
  /** As a spreadsheet counts: the header is 1. Null where it concerns the file or a column. */
  row: number | null
  /** A declared column's name, or the spreadsheet's letter of one that is not declared. */
  column: string | null
  rule: string
  severity: 'error' | 'warning'
  message: string
  /** Only where several files are checked together: which of them, counted from 1. */
  file?: number
}

export interface Report {
  ok: boolean
  source: string
  /** Rows below the header, of all the files. */
  rows: number
  findings: Finding[]
  /** Findings by rule, also those beyond the listed ones. */
  counts: Record<string, number>
}

const MOST_LISTED = 1000

/** Gathers findings: counts all, lists the first thousand, errors before warnings. */
export class Findings {
  readonly #listed: Record<Finding['severity'], Finding[]> = { error: [], warning: [] }
  readonly counts: Record<string, number> = {}
  errors = 0

  add(finding: Finding): void {
    this.counts[finding.rule] = (this.counts[finding.rule] ?? 0) + 1
    if (finding.severity === 'error') this.errors += 1
    const listed = this.#listed[finding.severity]
    if (listed.length < MOST_LISTED) listed.push(finding)
  }

  get listed(): Finding[] {
    return [...this.#listed.error, ...this.#listed.warning].slice(0, MOST_LISTED)
  }

  report(source: string, rows: number): Report {
    return { ok: this.errors === 0, source, rows, findings: this.listed, counts: this.counts }
  }
}

/** From so many errors on a file is read no further: nothing of it will be stored, and nobody mends so many one by one. */
const MOST_ERRORS = 100_000

/** @throws RefusedFile where a file has had too many errors to be read on */
export function refuseEndless(errors: number): void {
  if (errors < MOST_ERRORS) return
  throw new RefusedFile(
    'too-many-errors',
    'Filen har fler än 100 000 fel och är inte läst till slutet. Rätta de fel som står här och kontrollera den igen.',
    'The file has more than 100,000 errors and has not been read to its end. Mend those named here and check it again.',
  )
}

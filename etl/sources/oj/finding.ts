import type { Finding } from '../../check/report.ts'
import { shownText } from '../../check/shown-text.ts'
import { say } from '../../language.ts'
import type { Reading } from '../reading.ts'

/** Where in a workbook something is. */
export type Where = { sheet: string; row?: number | null; column?: string | null }

/** A cell of a workbook. */
export type CellPlace = { sheet: string; row: number; column: string }

/** Tells findings of one workbook, each with its sheet where there are several. */
export class Teller {
  readonly #reading: Reading
  readonly #named: boolean
  /** Errors told so far. */
  errors = 0

  constructor(reading: Reading, named: boolean) {
    this.#reading = reading
    this.#named = named
  }

  error(where: Where, rule: string, sv: string, en: string): void {
    this.tell(where, rule, 'error', sv, en)
  }

  warn(where: Where, rule: string, sv: string, en: string): void {
    this.tell(where, rule, 'warning', sv, en)
  }

  tell({ sheet, row, column }: Where, rule: string, severity: Finding['severity'], sv: string, en: string): void {
    if (severity === 'error') this.errors += 1
    const name = shownText(sheet)
    const message = this.#named ? say(`Bladet "${name}": ${sv}`, `Sheet "${name}": ${en}`) : say(sv, en)
    this.#reading.found({ row: row ?? null, column: column ?? null, rule, severity, message })
  }
}

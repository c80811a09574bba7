import type { Finding } from '../check/report.ts'
import { say } from '../language.ts'
import type { RefusedFile } from '../read/refused.ts'

/** The finding that a file as a whole was not read. */
export function refusal(error: RefusedFile): Finding {
  return { row: null, column: null, rule: error.rule, severity: 'error', message: say(error.sv, error.en) }
}

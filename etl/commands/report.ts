import type { Changes, Revision } from '../../data/store/figures.ts'
import type { Finding } from '../check/report.ts'
import { counted, say } from '../language.ts'
import type { Gathered } from './gather.ts'

const LISTED_ON_TERMINAL = 20

/** The source of the files, or "mixed" where they are several. */
export function sourceOf({ files }: Gathered): string {
  const found = [...new Set(files.map(({ source }) => source))]
  return found.length === 1 ? found[0]! : found.join(',')
}

/** What each file is, and the first findings in it, a line each. */
export function linesOfFindings({ files, findings }: Gathered): string[] {
  const heads = files.map(({ file, source, rows }) =>
    say(`${file}: ${source}, ${counted(rows)} rader.`, `${file}: ${source}, ${counted(rows)} rows.`),
  )
  const listed = findings.listed.slice(0, LISTED_ON_TERMINAL).map(lineOfFinding)
  const total = Object.values(findings.counts).reduce((sum, n) => sum + n, 0)
  const more = total - listed.length
  return [
    ...heads,
    ...listed,
    ...(more > 0
      ? [say(`… och ${counted(more)} till; alla med --json.`, `… and ${counted(more)} more; all of them with --json.`)]
      : []),
  ]
}

function lineOfFinding({ file, row, column, severity, rule, message }: Finding): string {
  const where = [
    ...(file ? [say(`fil ${file}`, `file ${file}`)] : []),
    ...(row ? [say(`rad ${row}`, `row ${row}`)] : []),
    ...(column ? [say(`kolumn ${column}`, `column ${column}`)] : []),
  ].join(', ')
  const kind = severity === 'error' ? say('Fel', 'Error') : say('Varning', 'Warning')
  return `${kind}${where ? ` (${where})` : ''}: ${message} [${rule}]`
}

/** The one line that says why nothing was stored. */
export function complaintOf({ findings }: Gathered): string {
  const first = findings.listed.find(({ severity }) => severity === 'error')!
  const others = findings.errors - 1
  const rest = others > 0 ? say(` (och ${counted(others)} fel till)`, ` (and ${counted(others)} more errors)`) : ''
  return `${say('Inget är inläst.', 'Nothing has been loaded.')} ${lineOfFinding(first)}${rest}`
}

/** What a load changed, with the first revisions. */
export function linesOfChanges({ added, revised, removed, unchanged, leftOut, revisions }: Changes): string[] {
  return [
    say(
      `${counted(added)} nya, ${counted(revised)} ändrade, ${counted(removed)} borttagna, ${counted(unchanged)} oförändrade värden.`,
      `${counted(added)} new, ${counted(revised)} revised, ${counted(removed)} removed, ${counted(unchanged)} unchanged values.`,
    ),
    ...leftOut.map(({ indicator, owner }) =>
      say(
        `${indicator} är inte inläst härifrån: den kommer från ${owner}.`,
        `${indicator} is not loaded from here: it comes from ${owner}.`,
      ),
    ),
    ...revisions.slice(0, LISTED_ON_TERMINAL).map(lineOfRevision),
  ]
}

function lineOfRevision({ indicator, municipality, period, sex, before, after }: Revision): string {
  const shown = (value: number | string | null) => (value === null ? say('borttaget', 'removed') : String(value))
  return `  ${indicator} ${municipality} ${period} ${sex}: ${shown(before)} → ${shown(after)}`
}

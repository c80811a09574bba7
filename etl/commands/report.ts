import type { Changes, Revision } from '../../data/store/figures-merge.ts'
import type { Finding } from '../check/report.ts'
import { counted, say } from '../language.ts'
import type { Delivery } from './delivery.ts'
import type { Gathering } from './gather.ts'
import type { Outcome } from './outcome.ts'
import { editable, linesOfUnderstanding } from './understood/index.ts'

const LISTED_ON_TERMINAL = 20

/** What each file is, the first findings, and the mapping that a workbook was read with. */
export function linesOfDelivery({ files, findings, rows, gathering }: Delivery): string[] {
  const heads = files
    .filter(({ path }) => rows.has(path))
    .map(({ file, source, path }) => {
      const count = counted(rows.get(path)!)
      return say(`${file}: ${source}, ${count} rader.`, `${file}: ${source}, ${count} rows.`)
    })
  const listed = findings.listed.slice(0, LISTED_ON_TERMINAL).map(lineOfFinding)
  const total = Object.values(findings.counts).reduce((sum, n) => sum + n, 0)
  const left = counted(total - listed.length)
  const more = say(`… och ${left} till; alla med --json.`, `… and ${left} more; all of them with --json.`)
  return [...heads, ...listed, ...(total > listed.length ? [more] : []), ...linesOfMappings(gathering.mappings)]
}

function linesOfMappings(mappings: Gathering['mappings']): string[] {
  return Object.entries(mappings).flatMap(([file, mapping]) => {
    const isWorkbook = 'sheets' in mapping
    return [
      ...(isWorkbook
        ? [say(`Så här förstods ${file}:`, `How ${file} was understood:`), ...linesOfUnderstanding(mapping)]
        : []),
      say(`Mappning för ${file}:`, `Mapping of ${file}:`),
      JSON.stringify(isWorkbook ? editable(mapping) : mapping, null, 2),
    ]
  })
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
function complaintOf({ findings, names }: Delivery): string {
  const first = findings.listed.find(({ severity }) => severity === 'error')!
  const others = findings.errors - 1
  const rest = others > 0 ? say(` (och ${counted(others)} fel till)`, ` (and ${counted(others)} more errors)`) : ''
  const name = names[(first.file ?? 1) - 1]
  return `${say('Inget är inläst.', 'Nothing has been loaded.')} ${name}: ${lineOfFinding(first)}${rest}`
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

/** What is said of files that were not loaded. */
export function refused(delivery: Delivery): Outcome {
  const { mappings } = delivery.gathering
  return {
    exit: 1,
    lines: linesOfDelivery(delivery),
    object: { ...delivery.report(), ...(Object.keys(mappings).length > 0 ? { mappings } : {}) },
    complaint: complaintOf(delivery),
  }
}

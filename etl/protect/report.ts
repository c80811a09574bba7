import { join } from 'node:path'
import type { InterviewKind } from '../../data/instruments/definition.ts'
import { placeFile } from '../../data/store/atomic.ts'
import type { Home } from '../../data/store/home.ts'
import type { Outcome, YearRelease } from './release-year.ts'
import { addTally, emptyTally, type Tally } from './tally.ts'

/** A municipality's year whose new data wait for the gate. */
interface WaitingYear {
  instrument: string
  municipality: string
  year: number
  reason: Outcome
  /** Persons added, removed or altered since the last release. */
  changed: number
}

/** What was shown and hidden in a release, and by which rule. For the operator only: never published. */
export interface OperatorReport {
  release: string
  /** By `instrument kind`. */
  kinds: Record<string, Tally>
  years: Record<Outcome, number>
  waiting: WaitingYear[]
}

export function emptyReport(release: string): OperatorReport {
  const years = { first: 0, changed: 0, same: 0, withdrawn: 0, stricter: 0, 'fewer-than-ten': 0, 'four-changes': 0 }
  return { release, kinds: {}, years, waiting: [] }
}

/** Adds a municipality's year to the report in place. */
export function noteYear(
  report: OperatorReport,
  instrument: string,
  place: { municipality: string; year: number },
  { outcome, changed, answers }: YearRelease,
): void {
  report.years[outcome]++
  if (outcome in WAITS) report.waiting.push({ instrument, ...place, reason: outcome, changed })
  for (const [kind, tally] of Object.entries(answers.tally) as [InterviewKind, Tally][]) {
    const name = `${instrument} ${kind}`
    report.kinds[name] ??= emptyTally()
    addTally(report.kinds[name], tally)
  }
}

const WAITS: Partial<Record<Outcome, string>> = {
  'fewer-than-ten': 'färre än tio personer har tillkommit, utgått eller ändrats; de tidigare siffrorna står kvar',
  'four-changes': 'siffrorna har redan ändrats fyra gånger på ett år; de tidigare siffrorna står kvar',
  stricter: 'väntar på minst tio ändrade personer; under tiden visas inget, eftersom skyddet har skärpts',
}

/** Keeps the report beside the releases, readable by the operator only. @returns its path */
export function writeReport(home: Home, release: string, report: OperatorReport): string {
  const path = join(home.root, 'reports', `${release}.json`)
  placeFile(path, `${JSON.stringify(report, null, 2)}\n`, 0o600)
  return path
}

/** The report in lines for the terminal. */
export function reportLines({ kinds, waiting }: OperatorReport): string[] {
  return [...Object.entries(kinds).map(([kind, tally]) => tallyLine(kind, tally)), ...waiting.map(waitingLine)]
}

function tallyLine(kind: string, { cells, figures }: Tally): string {
  const hidden = `${cells.empty} tomma, ${cells.tooFew} för små, ${cells.pairRule} av parregeln, ${cells.floor} av golvet`
  return `${kind}: ${cells.shown} av ${cells.considered} celler visas (${hidden}); ${figures.shown} av ${figures.considered} siffror i dem`
}

function waitingLine({ instrument, municipality, year, reason }: WaitingYear): string {
  return `${instrument.toUpperCase()} ${municipality} ${year} väntar: ${WAITS[reason]}.`
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { Instrument } from '../../data/instruments/definition.ts'
import { identifier, rowsOf } from '../../data/store/duckdb.ts'
import type { Part } from '../../data/store/vault.ts'
import { say } from '../language.ts'
import { RefusedFile } from '../read/refused.ts'
import { ColumnTallies } from './columns.ts'
import { Distributions } from './distributions.ts'
import { BASELINE, Episodes, episodeProblems, STORED } from './episodes.ts'
import { Findings, type Report, refuseEndless } from './report.ts'
import { rowProblems } from './row-rules.ts'
import { type ExtractRow, type RowOptions, readRows } from './rows.ts'
import { type Problem, told } from './rules.ts'

export interface CheckOptions extends RowOptions {
  /** The municipality that submits: rows of any other are errors. */
  municipality?: string
  /** Called now and then with the number of rows read so far. */
  onRows?: (rows: number) => void
  /** The vault, where there is one: earlier baselines count, and the last extract is compared with. */
  vault?: DuckDBConnection
}

/** A checked extract: what is to be told of it, and which years of which municipalities it speaks for. */
export interface Checked {
  report: Report
  parts: Part[]
}

/** Holds the files, which together are one extract, to every rule of the instrument. Stores nothing. */
export async function checkExtract(files: string[], instrument: Instrument, options: CheckOptions): Promise<Checked> {
  const check = new ExtractCheck(files, instrument, options)
  for (const [index, file] of files.entries()) await check.read(file, index)
  await check.conclude()
  return check.result()
}

const ROWS_BETWEEN_CALLS = 5000

class ExtractCheck {
  readonly #findings = new Findings()
  readonly #episodes = new Episodes()
  readonly #tallies: ColumnTallies
  readonly #distributions: Distributions
  readonly #parts = new Map<string, Part & { months: Set<string> }>()
  readonly #files: string[]
  readonly #instrument: Instrument
  readonly #options: CheckOptions
  #rows = 0

  constructor(files: string[], instrument: Instrument, options: CheckOptions) {
    this.#files = files
    this.#instrument = instrument
    this.#options = options
    this.#tallies = new ColumnTallies(instrument)
    this.#distributions = new Distributions(instrument)
  }

  async read(path: string, file: number): Promise<void> {
    const tell = (problem: Problem): void => this.#tell(problem, file)
    const before = this.#rows
    try {
      for await (const row of readRows(path, this.#instrument, tell, this.#options)) {
        this.#take(row, file)
        refuseEndless(this.#findings.errors)
      }
      if (this.#rows === before) tell({ rule: 'no-rows' })
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      this.#refuse(error, file)
    }
  }

  /** What can only be said when every row has been seen. */
  async conclude(): Promise<void> {
    const { vault } = this.#options
    if (vault) await this.#addStoredBaselines(vault)
    for (const person of this.#episodes.persons()) {
      for (const { file, ...problem } of episodeProblems(person, this.#pairs)) this.#tell(problem, file)
    }
    for (const problem of this.#tallies.problems()) this.#tell(problem)
    if (!vault || this.#findings.errors > 0) return
    for (const problem of await this.#distributions.problems(vault)) this.#tell(problem)
    for (const problem of await this.#lostMonths(vault)) this.#tell(problem)
  }

  result(): Checked {
    const parts = Array.from(this.#parts.values(), ({ months: _, ...part }) => part)
    return { report: this.#findings.report(this.#instrument.id, this.#rows), parts }
  }

  /** Only ASI has baselines that follow-ups belong to. */
  get #pairs(): boolean {
    return this.#instrument.id === 'asi'
  }

  #take(row: ExtractRow, file: number): void {
    this.#rows += 1
    if (this.#rows % ROWS_BETWEEN_CALLS === 0) this.#options.onRows?.(this.#rows)
    this.#tallies.add(row)
    for (const problem of rowProblems(this.#instrument, row)) this.#tell(problem, file)
    const { kommun, manad, pseudo_id: id } = row.values
    if (typeof kommun !== 'string') return
    this.#distributions.add(row)
    const { municipality } = this.#options
    if (municipality && municipality !== kommun)
      this.#tell({ rule: 'foreign-municipality', row: row.row, column: 'kommun' }, file)
    if (typeof manad !== 'string') return
    this.#count(kommun, manad)
    if (typeof id === 'string')
      this.#episodes.add({ person: `${kommun} ${id}`, month: manad, sort: this.#sortOf(row), row: row.row, file })
  }

  #sortOf({ values }: ExtractRow): string {
    return this.#pairs ? String(values.intervju) : `${values.modul} ${values.tillfalle}`
  }

  #count(municipality: string, month: string): void {
    const year = Number(month.slice(0, 4))
    const key = `${municipality} ${year}`
    const part = this.#parts.get(key) ?? { municipality, year, rows: 0, months: new Set<string>() }
    part.rows += 1
    part.months.add(month)
    this.#parts.set(key, part)
  }

  /** Baselines that the vault holds of other years than the extract's: those of the same years it will replace. */
  async #addStoredBaselines(vault: DuckDBConnection): Promise<void> {
    if (!this.#pairs) return
    for (const municipality of new Set(Array.from(this.#parts.values(), (part) => part.municipality))) {
      const stored = await rowsOf<{ id: string; month: string; year: number }>(
        vault,
        `SELECT pseudo_id AS id, month, year FROM asi WHERE municipality = $1 AND intervju = 'grund' ORDER BY month`,
        [municipality],
      )
      for (const { id, month, year } of stored) {
        if (this.#parts.has(`${municipality} ${year}`)) continue
        this.#episodes.add({ person: `${municipality} ${id}`, month, sort: BASELINE, row: STORED, file: 0 })
      }
    }
  }

  /** Months that are stored of a year which the extract replaces, and that it does not hold. */
  async #lostMonths(vault: DuckDBConnection): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const { municipality, year, months } of this.#parts.values()) {
      const stored = await rowsOf<{ month: string }>(
        vault,
        `SELECT DISTINCT month FROM ${identifier(this.#instrument.id)}
         WHERE municipality = $1 AND year = $2 ORDER BY month`,
        [municipality, year],
      )
      const lost = stored.map(({ month }) => month).filter((month) => !months.has(month))
      const text = `${municipality}: ${lost.join(', ')}`
      if (lost.length > 0) problems.push({ rule: 'replaces-other-months', about: { sv: text, en: text } })
    }
    return problems
  }

  #tell(problem: Problem, file?: number): void {
    const which = file !== undefined && this.#files.length > 1 ? file + 1 : undefined
    this.#findings.add(told(problem, which))
  }

  #refuse(error: RefusedFile, file: number): void {
    const which = this.#files.length > 1 ? { file: file + 1 } : {}
    const message = say(error.sv, error.en)
    this.#findings.add({ row: null, column: null, rule: error.rule, severity: 'error', message, ...which })
  }
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { ExtractMapping } from '../../data/model/extract-mapping.ts'
import type { Group } from '../../data/model/group.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { type Survey, surveyId } from '../../data/model/survey.ts'
import type { Mapping } from '../../data/model/workbook-mapping.ts'
import type { Figure, FigureSource } from '../../data/store/figure.ts'
import type { TakenSet } from '../../data/store/stage.ts'
import type { Unit, UnitFigure } from '../../data/store/units.ts'
import { type Finding, refuseEndless } from '../check/report.ts'
import { say } from '../language.ts'
import { type Limits, RefusedFile } from '../read/refused.ts'
import type { PublishedIndicator, Reading } from '../sources/reading.ts'
import type { Sets } from '../sources/sets.ts'
import type { IdentifiedFile } from './identify.ts'
import { refusal } from './refusal.ts'

export type FigureFile = IdentifiedFile & { source: FigureSource }

/** Receives each believed figure; `file` is the file's index. */
export type TakeFigure = (figure: Figure, source: FigureSource, file: number) => void

/** A database in which the figures of a file can be checked, and a taker of those that are believed. */
export type FigureSets = {
  connect(): Promise<DuckDBConnection>
  take(set: TakenSet, source: FigureSource, file: number): Promise<void>
}

/** Reads one file, or whatever stands for one. */
export type ReadFile = (reading: Reading) => Promise<void>

const ROWS_BETWEEN_TOLD = 5000

/** What came with the figures of some files; the figures themselves go straight to their taker. */
export class Gathering implements Omit<Reading, 'take' | 'counted' | 'found' | 'sets'> {
  readonly declared = new Map<string, Indicator>()
  readonly described: PublishedIndicator[] = []
  readonly groups: Group[] = []
  readonly surveys = new Map<string, Survey>()
  readonly units = new Map<string, Unit>()
  readonly #unitFigures = new Map<string, UnitFigure>()
  /** How the workbooks of Öppna jämförelser were read, and extracts with headings of their own could be, by file name. */
  readonly mappings: Record<string, Mapping | ExtractMapping> = {}
  readonly limits: Limits
  readonly admitsUndescribed: boolean
  readonly #sets: FigureSets | null
  readonly #before: ReadonlyMap<string, Indicator>
  readonly #found: (finding: Finding) => void
  readonly #take: TakeFigure

  /** @param before every indicator known so far; @param options.admitsUndescribed takes Kolada's ids that nobody describes; sets: where figures are taken many at a time */
  constructor(
    limits: Limits,
    before: ReadonlyMap<string, Indicator>,
    found: (finding: Finding) => void,
    take: TakeFigure,
    { admitsUndescribed = false, sets = null }: { admitsUndescribed?: boolean; sets?: FigureSets | null } = {},
  ) {
    this.#sets = sets
    this.admitsUndescribed = admitsUndescribed
    this.limits = limits
    this.#before = before
    this.#found = found
    this.#take = take
  }

  known(id: string): Indicator | undefined {
    return this.#before.get(id) ?? this.declared.get(id)
  }

  *everyKnown(): Generator<Indicator> {
    yield* this.#before.values()
    for (const [id, indicator] of this.declared) if (!this.#before.has(id)) yield indicator
  }

  declare(indicator: Indicator): void {
    this.declared.set(indicator.id, indicator)
  }

  describe(indicator: PublishedIndicator): void {
    this.described.push(indicator)
  }

  group(group: Group): void {
    this.groups.push(group)
  }

  survey(survey: Survey): void {
    this.surveys.set(surveyId(survey), survey)
  }

  unit(unit: Unit): void {
    this.units.set(unit.id, unit)
  }

  get unitFigures(): UnitFigure[] {
    return [...this.#unitFigures.values()]
  }

  takeOfUnit(figure: UnitFigure): boolean {
    const key = `${figure.indicator} ${figure.sex} ${figure.period} ${figure.unit}`
    if (this.#unitFigures.has(key)) return false
    this.#unitFigures.set(key, figure)
    return true
  }

  #setsOf({ source, index }: FigureFile): Sets | null {
    const sets = this.#sets
    return sets && { connect: sets.connect, take: (set) => sets.take(set, source, index) }
  }

  /** Reads and checks one file; what is wrong with it is found, never thrown. @returns its rows */
  async read(file: FigureFile, how: ReadFile, progress: (rows: number) => void): Promise<number> {
    let rows = 0
    let errors = 0
    const reading: Reading = {
      limits: this.limits,
      admitsUndescribed: this.admitsUndescribed,
      known: (id) => this.known(id),
      everyKnown: () => this.everyKnown(),
      sets: this.#setsOf(file),
      declare: (indicator) => this.declare(indicator),
      describe: (indicator) => this.describe(indicator),
      group: (group) => this.group(group),
      survey: (survey) => this.survey(survey),
      units: this.units,
      unit: (unit) => this.unit(unit),
      takeOfUnit: (figure) => this.takeOfUnit(figure),
      found: (finding) => {
        if (finding.severity === 'error') errors += 1
        this.#found({ ...finding, ...file.numbered })
      },
      take: (figure) => this.#take(figure, file.source, file.index),
      counted: (more = 1) => {
        rows += more
        refuseEndless(errors)
        if (more > 1 || rows % ROWS_BETWEEN_TOLD === 0) progress(rows)
      },
    }
    try {
      await how(reading)
      if (rows === 0 && errors === 0) reading.found(noRows())
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      reading.found(refusal(error))
    }
    return rows
  }
}

const noRows = (): Finding => ({
  row: null,
  column: null,
  rule: 'file-empty',
  severity: 'error',
  message: say('Filen har ingen rad med uppgifter.', 'The file has no row with data.'),
})

import { catalogue } from '../../data/catalogue/index.ts'
import type { ExtractMapping } from '../../data/model/extract-mapping.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { WorkbookMapping } from '../../data/model/workbook-mapping.ts'
import type { Settings } from '../../data/settings.ts'
import { shownName } from '../check/file-name.ts'
import { type Finding, Findings, type Report } from '../check/report.ts'
import { isRemembered, type Remembered } from '../mapping/remembered.ts'
import { whileCounting } from '../progress.ts'
import { type Limits, RefusedFile } from '../read/refused.ts'
import { isJson } from '../sources/kolada/pages.ts'
import type { GivenFor, Understanding } from '../sources/oj/index.ts'
import { inYearsOf } from '../sources/oj/shape.ts'
import type { Reading } from '../sources/reading.ts'
import type { Source } from '../sources/sources.ts'
import { type FigureFile, type FigureSets, Gathering, type ReadFile, type TakeFigure } from './gather.ts'
import { type IdentifiedFile, identify } from './identify.ts'
import { refusal } from './refusal.ts'

/** The instruments; what reads their extracts is fetched where there is one, as with every other source. */
export const INSTRUMENTS = { asi: () => import('../sources/asi.ts'), ubu: () => import('../sources/ubu.ts') }
export type InstrumentId = keyof typeof INSTRUMENTS

export type DeliveryOptions = {
  source?: Source
  mapping?: string
  /** The mapping of workbooks itself, where it is in no file. */
  workbook?: WorkbookMapping
  /** What the files are called, where that is not the names under which they lie. */
  name?: string
  /** Takes Kolada's indicators that nobody describes any more, under their ids. */
  undescribed?: boolean
}

/** Broken where a file's headings are not those of the format. */
const HEADING_RULES = ['undeclared-column', 'column-missing']

/** Files that are checked together, and stored all or none. */
export class Delivery {
  readonly findings = new Findings()
  readonly limits: Limits
  readonly gathering: Gathering
  readonly rows = new Map<string, number>()
  files: IdentifiedFile[] = []
  /** Names of all that was given, also of what could not be read. */
  names: string[] = []
  /** How the extracts' own headings and codes are read, where a mapping file says it. */
  mapping: ExtractMapping | null = null
  /** How workbooks were read, by the names of their files. */
  readonly understandings = new Map<string, Understanding>()
  readonly #options: DeliveryOptions
  readonly #remembered: readonly Remembered[]

  /**
   * @param declared indicators that came with earlier files
   * @param remembered the mappings that earlier workbooks were read with
   * @param sets where figures are checked many at a time, if anywhere
   */
  constructor(
    settings: Settings,
    options: DeliveryOptions,
    declared: Iterable<Indicator>,
    take: TakeFigure,
    remembered: readonly Remembered[] = [],
    sets: FigureSets | null = null,
  ) {
    this.#remembered = remembered
    this.limits = { maxBytes: settings.JAMSIDES_MAX_FILE_MB * 1024 * 1024 }
    this.#options = options
    const { indicators, bases } = catalogue()
    const known = new Map([...indicators, ...bases, ...declared].map((one) => [one.id, one]))
    const found = (finding: Finding) => this.findings.add(finding)
    this.gathering = new Gathering(this.limits, known, found, take, {
      admitsUndescribed: options.undescribed ?? false,
      sets,
    })
  }

  /** Tells what the files are. Comes first. */
  async open(paths: string[]): Promise<void> {
    this.names = paths.map((path) => shownName(path))
    await this.#readMapping()
    const { source = this.mapping?.instrument, name } = this.#options
    const found = await identify(paths, source, this.limits, (finding) => this.findings.add(finding))
    this.files = name === undefined ? found : found.map((file) => ({ ...file, file: name }))
  }

  async #readMapping(): Promise<void> {
    const { mapping } = this.#options
    if (mapping === undefined || this.#remembered.some(({ shape }) => shape.id === mapping)) return
    const { readExtractMapping } = await import('../mapping/read-mapping.ts')
    try {
      this.mapping = readExtractMapping(mapping)
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      this.findings.add(refusal(error))
    }
  }

  get instruments(): InstrumentId[] {
    const all = Object.keys(INSTRUMENTS) as InstrumentId[]
    return all.filter((id) => this.extractFiles(id).length > 0)
  }

  get figureFiles(): FigureFile[] {
    return this.files.filter((file): file is FigureFile => !(file.source in INSTRUMENTS))
  }

  extractFiles(instrument: InstrumentId): IdentifiedFile[] {
    return this.files.filter(({ source }) => source === instrument)
  }

  /** Reads and checks the files of indicator values. */
  async readFigures(): Promise<void> {
    for (const file of await this.#describedFirst())
      await this.#readCounting(file, (reading) => this.#readFile(file, reading))
  }

  /** Kolada's pages may describe what its tables hold. */
  async #describedFirst(): Promise<FigureFile[]> {
    const pages: FigureFile[] = []
    const others: FigureFile[] = []
    for (const file of this.figureFiles) {
      const isPage = file.source === 'kolada' && (await isJson(file.path, this.limits))
      ;(isPage ? pages : others).push(file)
    }
    return [...pages, ...others]
  }

  /** Reads and checks what came from a web address instead of a file. */
  async readAs(address: string, how: ReadFile): Promise<void> {
    const file = { path: address, file: address, source: 'kolada', index: 0, numbered: {} } as const
    this.files = [file]
    this.names = [address]
    await this.#readCounting(file, how)
  }

  async #readCounting(file: FigureFile, how: ReadFile): Promise<void> {
    this.rows.set(file.path, await whileCounting(file.file, (at) => this.gathering.read(file, how, at)))
  }

  async #readFile({ path, file, source }: FigureFile, reading: Reading): Promise<void> {
    if (source === 'kolada') await (await import('../sources/kolada/index.ts')).readKolada(path, reading)
    if (source === 'indicators') await (await import('../sources/indicators/index.ts')).readIndicators(path, reading)
    if (source === 'oj') await this.#readWorkbook(path, file, reading)
  }

  async #readWorkbook(path: string, file: string, reading: Reading): Promise<void> {
    const { readOj } = await import('../sources/oj/index.ts')
    this.#understood(file, await readOj(path, reading, { file, givenFor: await this.#givenFor() }))
  }

  /** Whether it was said how the files are to be read. */
  get isMapped(): boolean {
    return this.#options.mapping !== undefined || this.#options.workbook !== undefined
  }

  /** The mapping that was named: a file, or what is remembered of a file of the same shape. */
  async #givenFor(): Promise<GivenFor | undefined> {
    const { mapping, workbook } = this.#options
    if (workbook) return () => workbook
    if (mapping === undefined) return undefined
    const kept = this.#remembered.find(({ shape }) => shape.id === mapping)
    if (!kept) {
      const { readMapping } = await import('../sources/oj/mapping.ts')
      const given = readMapping(mapping)
      return () => given
    }
    return (shape) => inYearsOf(kept.mapping, kept.shape, shape)
  }

  #understood(file: string, understanding: Understanding): void {
    this.gathering.mappings[file] = understanding
    this.understandings.set(file, understanding)
    const kept = this.#remembered.find(({ shape }) => shape.id === understanding.shape.id)
    if (kept && !this.isMapped) this.findings.add(isRemembered(kept))
  }

  /** Takes in what was said of an instrument's extract. */
  addExtract(instrument: InstrumentId, report: Report): void {
    const files = this.extractFiles(instrument)
    for (const finding of report.findings) {
      this.findings.add({ ...finding, ...files[(finding.file ?? 1) - 1]?.numbered })
    }
    this.#addUnlisted(report)
    this.rows.set(files[0]!.path, report.rows)
  }

  /** What `check` and `load` hold an instrument's files to. */
  extractOptions(instrument: InstrumentId): { limits: Limits; mapping?: ExtractMapping } {
    const { limits, mapping } = this
    return mapping?.instrument === instrument ? { limits, mapping } : { limits }
  }

  /** Where an extract has headings of its own: how it could be read. */
  async proposeMappings(instrument: InstrumentId, { counts }: Report): Promise<void> {
    if (!HEADING_RULES.some((rule) => counts[rule])) return
    const { proposeMapping } = await import('../mapping/propose.ts')
    const { instrument: definition } = await INSTRUMENTS[instrument]()
    const earlier = this.mapping ? [this.mapping] : []
    for (const { path, file } of this.extractFiles(instrument)) {
      const options = { limits: this.limits, earlier }
      const proposal = await proposeMapping(path, definition, options)
      if (proposal && Object.keys(proposal.mapping.columns).length > 0) this.gathering.mappings[file] = proposal.mapping
    }
  }

  /** Findings beyond those that the report lists still count. */
  #addUnlisted({ findings, counts }: Report): void {
    for (const [rule, count] of Object.entries(counts)) {
      const listed = findings.filter((finding) => finding.rule === rule).length
      this.findings.counts[rule] = (this.findings.counts[rule] ?? 0) + count - listed
    }
  }

  report(): Report {
    const sources = [...new Set(this.files.map(({ source }) => source))]
    const rows = [...this.rows.values()].reduce((sum, count) => sum + count, 0)
    return this.findings.report(sources.join(',') || (this.#options.source ?? 'unknown'), rows)
  }
}

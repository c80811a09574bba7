import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { koladaIdSchema } from '../../../data/model/indicator.ts'
import { placeFile } from '../../../data/store/atomic.ts'
import { dropOld, fetchedBefore, noteFetched } from './fetched.ts'
import { type DataQuestion, dataQuestions, pagesExpected, segments } from './questions.ts'
import { type ByUnit, byUnitIn, unitQuestions } from './unit-questions.ts'
import { KoladaWeb, type WebPage } from './web.ts'

/** What is to be fetched of Kolada. */
export type Question = {
  /** Address of the web API. */
  url: string
  /** `all`: every indicator that Kolada describes. */
  indicators: readonly string[] | 'all'
  from: number
  to: number
  /** Only what has changed since the last successful fetch. */
  changed: boolean
  /** Codes of the municipalities whose units are wanted; empty for the values of all municipalities. */
  units: readonly string[]
}

/** What is said on the way: how many pages may come, then how many of them have. */
export type Telling = { expected(pages: number): void; at(pages: number): void }

/** Pages that have been fetched, in files: an interrupted fetch goes on where it was. */
export class KoladaFetch {
  readonly #root: string
  readonly #folder: string
  readonly #question: Question
  readonly #web: KoladaWeb
  readonly #begun = new Date().toISOString().slice(0, 10)
  #indicators: readonly string[] = []
  /** How many pages were asked for over the net. */
  fetched = 0
  /** What there is by unit, where that was asked for. */
  byUnit: ByUnit | null = null

  /** @param root folder of all fetches of a home */
  constructor(root: string, question: Question) {
    this.#root = root
    this.#question = question
    this.#web = new KoladaWeb(question.url)
    const key = JSON.stringify([question, question.changed ? fetchedBefore(root) : null])
    this.#folder = join(root, createHash('sha256').update(key).digest('hex').slice(0, 16))
  }

  /** Fetches every page that is not there yet. @throws KoladaUnreachable */
  async run(telling: Telling): Promise<void> {
    dropOld(this.#root)
    mkdirSync(this.#folder, { recursive: true })
    const described = this.#descriptions()
    const pages: WebPage[] = []
    for (const [number, first] of described.entries())
      for await (const page of this.#pagesOf(number, first)) pages.push(page)
    this.#indicators = this.#question.indicators === 'all' ? idsIn(pages) : this.#question.indicators
    if (this.municipalities.length > 0) this.byUnit = byUnitIn(pages, this.municipalities)
    await this.#values(described.length, pages.length, telling)
  }

  /** Codes of the municipalities whose units are wanted. */
  get municipalities(): readonly string[] {
    return this.#question.units
  }

  /** The pages in order, read from their files one at a time. */
  *pages(of: 'descriptions' | 'values'): Generator<WebPage> {
    for (const file of this.files(of)) yield JSON.parse(readFileSync(file, 'utf8'))
  }

  /** The files that hold them. */
  files(of: 'descriptions' | 'values'): string[] {
    const first = this.#file(this.#descriptions().length, 0)
    const all = readdirSync(this.#folder)
      .sort()
      .map((name) => join(this.#folder, name))
    return all.filter((file) => file < first === (of === 'descriptions'))
  }

  /** Notes when each indicator was fetched, and lets the pages go. */
  done(): void {
    if (this.byUnit === null) noteFetched(this.#root, this.#indicators, this.#question, this.#begun)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** @param begin number of the first question of values; @param described pages that came before it */
  async #values(begin: number, described: number, { expected, at }: Telling): Promise<void> {
    const questions = this.byUnit
      ? unitQuestions(this.byUnit, this.#question)
      : dataQuestions(this.#indicators, this.#question, fetchedBefore(this.#root))
    const sizes = questions.map(pagesExpected)
    expected(described + sizes.reduce((sum, pages) => sum + pages, 0))
    let asked = described
    for (const [index, question] of questions.entries()) {
      const size = sizes[index]!
      let came = 0
      for await (const _ of this.#pagesOf(begin + index, this.#addressOf(question))) at(asked + Math.min(++came, size))
      // What has fewer pages than it could have brings the end nearer.
      asked += size
      at(asked)
    }
  }

  /** The pages of a question, one after the other. */
  async *#pagesOf(question: number, first: string): AsyncGenerator<WebPage> {
    let address: string | null = first
    for (let page = 0; address !== null; page++) {
      const found: WebPage = await this.#keep(this.#file(question, page), address)
      address = found.next_url
      yield found
    }
  }

  #file(question: number, page: number): string {
    return join(this.#folder, `${String(question).padStart(5, '0')}-${String(page).padStart(5, '0')}.json`)
  }

  async #keep(file: string, address: string): Promise<WebPage> {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
    const page = await this.#web.page(address)
    this.fetched++
    placeFile(file, JSON.stringify(page))
    return page
  }

  #descriptions(): string[] {
    const { indicators } = this.#question
    const paths = indicators === 'all' ? ['kpi'] : segments(indicators).map((ids) => `kpi/${ids.join(',')}`)
    const described = paths.map((path) => this.#web.address(path))
    if (this.municipalities.length === 0) return [...described, this.#web.address('municipality_groups')]
    return [...described, ...this.municipalities.map((municipality) => this.#web.address('ou', { municipality }))]
  }

  #addressOf({ indicators, years, since, units }: DataQuestion): string {
    const [data, ofUnits] = units ? ['oudata', `/ou/${units.join(',')}`] : ['data', '']
    const path = `${data}/kpi/${indicators.join(',')}${ofUnits}/year/${years.join(',')}`
    return this.#web.address(path, since ? { from_date: since } : {})
  }
}

/** Ids of the indicators that the pages describe, each once, ascending. */
function idsIn(pages: readonly WebPage[]): string[] {
  const ids = pages.flatMap(({ values }) => values.map((value) => (value as { id?: unknown }).id))
  return [...new Set(ids.filter((id) => koladaIdSchema.safeParse(id).success) as string[])].sort()
}

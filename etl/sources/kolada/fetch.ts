import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { placeFile } from '../../../data/store/atomic.ts'
import { KoladaWeb, type WebPage } from './web.ts'

/** What is to be fetched of Kolada. */
export type Question = {
  /** Address of the web API. */
  url: string
  indicators: readonly string[]
  from: number
  to: number
  /** Only what has changed since the last successful fetch. */
  changed: boolean
}

const SEGMENT = 25
const KEPT_HOURS = 24

/** Pages that have been fetched, in files: an interrupted fetch goes on where it was. */
export class KoladaFetch {
  readonly #root: string
  readonly #folder: string
  readonly #question: Question
  readonly #web: KoladaWeb
  readonly #begun = new Date().toISOString().slice(0, 10)
  /** How many pages were asked for over the net. */
  fetched = 0

  /** @param root folder of all fetches of a home */
  constructor(root: string, question: Question) {
    this.#root = root
    this.#question = question
    this.#web = new KoladaWeb(question.url)
    const key = JSON.stringify([question, this.#dataQuestions()])
    this.#folder = join(root, createHash('sha256').update(key).digest('hex').slice(0, 16))
  }

  /** Fetches every page that is not there yet. @throws KoladaUnreachable */
  async run(progress: (pages: number) => void): Promise<void> {
    dropOld(this.#root)
    mkdirSync(this.#folder, { recursive: true })
    const questions = [...this.#metadata(), ...this.#dataQuestions()]
    let pages = 0
    for (const [number, first] of questions.entries()) {
      let address: string | null = first
      for (let page = 0; address !== null; page++) {
        address = (await this.#keep(this.#file(number, page), address)).next_url
        progress(++pages)
      }
    }
  }

  /** The pages in order, read from their files one at a time. */
  *pages(): Generator<WebPage> {
    for (const name of readdirSync(this.#folder).sort())
      yield JSON.parse(readFileSync(join(this.#folder, name), 'utf8'))
  }

  /** Notes when each indicator was fetched, and lets the pages go. */
  done(): void {
    const { indicators, from, url } = this.#question
    const before = fetchedBefore(this.#root)
    for (const id of indicators)
      before[id] = { date: this.#begun, from: Math.min(from, before[id]?.url === url ? before[id].from : from), url }
    placeFile(noteOf(this.#root), `${JSON.stringify(before)}\n`)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #file(question: number, page: number): string {
    return join(this.#folder, `${String(question).padStart(4, '0')}-${String(page).padStart(5, '0')}.json`)
  }

  async #keep(file: string, address: string): Promise<WebPage> {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
    const page = await this.#web.page(address)
    this.fetched++
    placeFile(file, JSON.stringify(page))
    return page
  }

  #metadata(): string[] {
    const indicators = segments(this.#question.indicators).map((ids) => this.#web.address(`kpi/${ids.join(',')}`))
    return [...indicators, this.#web.address('municipality_groups')]
  }

  /** At most 25 indicators by 25 years a question; those fetched before, where asked, only from the day they were. */
  #dataQuestions(): string[] {
    const { from, to } = this.#question
    const years = segments(Array.from({ length: to - from + 1 }, (_, i) => String(from + i)))
    return this.#since().flatMap(({ date, indicators }) =>
      segments(indicators).flatMap((ids) =>
        years.map((some) =>
          this.#web.address(`data/kpi/${ids.join(',')}/year/${some.join(',')}`, date ? { from_date: date } : {}),
        ),
      ),
    )
  }

  /** The indicators by the day from which their changes are wanted; null for everything. */
  #since(): { date: string | null; indicators: string[] }[] {
    const before = this.#question.changed ? fetchedBefore(this.#root) : {}
    const byDate = new Map<string | null, string[]>()
    for (const id of this.#question.indicators) {
      const note = before[id]
      const date = note && note.url === this.#question.url && note.from <= this.#question.from ? note.date : null
      byDate.set(date, [...(byDate.get(date) ?? []), id])
    }
    return Array.from(byDate, ([date, indicators]) => ({ date, indicators }))
  }
}

type Notes = Record<string, { date: string; from: number; url: string }>

const noteOf = (root: string) => join(root, 'fetched.json')

function fetchedBefore(root: string): Notes {
  return existsSync(noteOf(root)) ? JSON.parse(readFileSync(noteOf(root), 'utf8')) : {}
}

/** What was fetched yesterday may be out of date: it is not gone on with. */
function dropOld(root: string): void {
  if (!existsSync(root)) return
  const oldest = Date.now() - KEPT_HOURS * 3_600_000
  for (const name of readdirSync(root)) {
    const path = join(root, name)
    if (statSync(path).isDirectory() && statSync(path).mtimeMs < oldest) rmSync(path, { recursive: true, force: true })
  }
}

function segments<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / SEGMENT) }, (_, i) => all.slice(i * SEGMENT, (i + 1) * SEGMENT))
}

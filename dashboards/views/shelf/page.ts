import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { KeptSource, ShelfAnswer, SourceAnswer } from '../../../data/model/answers/shelf.ts'
import { keepSource, type Outcome, type Written } from '../../meetings/keep-source.ts'
import { newId } from '../../meetings/new-id.ts'
import { isDone, reasonOf, request } from '../../meetings/request.ts'
import type { Context } from '../../page/view.ts'
import { type ShelfTexts, shelfIn } from '../../text/shelf/index.ts'
import { chooser, line, written } from '../meetings/room-parts.ts'
import { sourceForm } from './form.ts'
import { sourceItem } from './item.ts'

type Shown = { shelf: ShelfAnswer; mayKeep: boolean; context: Context }

/** The shelf: what was found, and a place to put more. */
class Shelf extends LitElement {
  static override properties = {
    shown: { attribute: false },
    theme: { state: true },
    editing: { state: true },
    said: { state: true },
  }
  declare shown: Shown
  declare theme: string
  /** The source that is written: one that stands there, or `new`; null for none. */
  declare editing: SourceAnswer | 'new' | null
  declare said: string

  constructor() {
    super()
    this.theme = ''
    this.editing = null
    this.said = ''
  }

  override createRenderRoot() {
    return this
  }

  get #words(): ShelfTexts {
    return shelfIn(this.shown.context.lang)
  }

  override render() {
    const words = this.#words
    const { shelf, mayKeep, context } = this.shown
    const { sources } = shelf
    const isEmpty = shelf.found === 0 && context.state.find === '' && this.theme === ''
    return html`${this.#search()}
      <p role="status">${this.said}</p>
      ${mayKeep ? this.#place() : nothing}
      <h2>${words.found(shelf.found)}</h2>
      ${shelf.found > shelf.sources.length ? html`<p class="quiet">${words.more(shelf.sources.length)}</p>` : nothing}
      ${sources.length === 0 ? html`<p class="notice">${isEmpty ? words.empty : words.none}</p>` : nothing}
      <ul class="sources-found">${sources.map((one) => sourceItem(one, { context, words, mayKeep, acts: this.#acts }))}</ul>`
  }

  #search(): TemplateResult {
    const words = this.#words
    const { context, shelf } = this.shown
    const themes = [['', words.allThemes] as const, ...shelf.themes.map((one) => [one, one] as const)]
    const find = (event: Event) => context.go({ find: written(event).text('find') })
    return html`<form class="shelf-search" role="search" @submit=${find}>
      ${line(words.search, { name: 'find', type: 'search', value: context.state.find, max: 60, hint: words.searchHint })}
      ${chooser(words.theme, this.theme, themes, (theme) => {
        this.theme = theme
        void this.#again()
      })}
      <p class="buttons"><button class="button">${words.find}</button></p>
    </form>`
  }

  #place(): TemplateResult {
    const words = this.#words
    const { editing } = this
    if (editing === null)
      return html`<p class="buttons"><button class="button quiet" @click=${() => this.#edit('new')}>${words.add}</button></p>`
    return sourceForm(editing === 'new' ? null : editing, words, {
      save: (given) => void this.#keep(given, editing === 'new' ? null : editing),
      stop: () => this.#edit(null),
    })
  }

  #edit(what: SourceAnswer | 'new' | null) {
    this.editing = what
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.source-form input')?.focus())
  }

  async #keep(given: Written, before: KeptSource | null) {
    const { lang } = this.shown.context
    const outcome = await keepSource(before?.id ?? newId(), given, before, lang)
    this.said = this.#told(outcome, given.source.title)
    if (outcome.state === 'refused') return
    this.editing = null
    await this.#again()
  }

  #told({ state, reason }: Outcome, title: string): string {
    const words = this.#words
    if (state === 'kept') return words.saved(title)
    return state === 'partly' ? words.partly(title, reason) : reason || words.failed
  }

  readonly #acts = {
    read: async (id: string): Promise<SourceAnswer | null> => {
      const reply = await request('GET', `shelf/${id}`, this.shown.context.lang)
      if (isDone(reply)) return reply.body as unknown as SourceAnswer
      this.said = reasonOf(reply)
      return null
    },
    change: async (id: string) => {
      const source = await this.#acts.read(id)
      if (source) this.#edit(source)
    },
    remove: async ({ id, title }: KeptSource) => {
      if (!confirm(this.#words.removeSure(title))) return
      const reply = await request('DELETE', `shelf/${id}`, this.shown.context.lang)
      this.said = isDone(reply) ? this.#words.removed(title) : reasonOf(reply)
      await this.#again()
    },
    say: (words: string) => {
      this.said = words
    },
  }

  /** What stands there now. */
  async #again() {
    const { context } = this.shown
    const asked = new URLSearchParams({ q: context.state.find, ...(this.theme && { theme: this.theme }) })
    const reply = await request('GET', `shelf?${asked}`, context.lang)
    if (isDone(reply)) this.shown = { ...this.shown, shelf: reply.body as unknown as ShelfAnswer }
  }
}

customElements.define('js-shelf', Shelf)

export const shelfPage = (shown: Shown): TemplateResult => html`<js-shelf .shown=${shown}></js-shelf>`

import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Texts } from '../text/index.ts'
import { type Option, searchAmong, together } from './found-options.ts'

/** Hits that are shown where nothing else is said; how many there are is told. */
const MOST_SHOWN = 60
/** Elsewhere is asked once the hand rests, and not for less. */
const REST_MS = 200
const SHORTEST_BEYOND = 3

/** A list to search in by typing (ARIA pattern: editable combobox with list autocomplete). */
class Combobox extends LitElement {
  static override properties = {
    label: {},
    name: {},
    options: { attribute: false },
    begin: { attribute: false },
    most: { type: Number },
    value: {},
    texts: { attribute: false },
    choose: { attribute: false },
    beyond: { attribute: false },
    more: { state: true },
    open: { state: true },
    query: { state: true },
    active: { state: true },
  }
  declare label: string
  declare name: string
  declare options: readonly Option[]
  /** Shown before anything is searched for; all of them where nothing is said. */
  declare begin: readonly Option[] | undefined
  declare most: number
  declare value: string
  declare texts: Texts
  declare choose: (value: string) => void
  /** Asks elsewhere for what else answers a question; shown below the options that do. */
  declare beyond: ((query: string) => Promise<readonly Option[]>) | undefined
  declare more: { query: string; options: readonly Option[] }
  declare open: boolean
  declare query: string
  declare active: number
  #resting: ReturnType<typeof setTimeout> | undefined
  /** Made when something is first searched for among these options. */
  #search: ((query: string) => Option[]) | undefined

  constructor() {
    super()
    this.options = []
    this.most = MOST_SHOWN
    this.more = { query: '', options: [] }
    this.open = false
    this.query = ''
    this.active = 0
  }

  override createRenderRoot() {
    return this
  }

  get #found(): Option[] {
    if (this.query.trim() === '') return [...(this.begin ?? this.options)]
    this.#search ??= searchAmong(this.options)
    const found = this.#search(this.query).filter(({ asked }) => !asked || asked.test(this.query))
    return this.more.query === this.query ? together(this.query, found.slice(0, this.most), this.more.options) : found
  }

  #shownOf(found: Option[]): Option[] {
    return this.query.trim() === '' ? found : found.slice(0, this.most + this.more.options.length)
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!
  }

  override render() {
    const found = this.open ? this.#found : []
    const chosen = this.options.find((option) => option.value === this.value)
    return html`<label for=${this.name}>${this.label}</label>
      <input
        id=${this.name}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${this.open}
        aria-controls=${`${this.name}-list`}
        aria-activedescendant=${this.open && found.length > 0 ? this.#optionId(this.active) : nothing}
        placeholder=${this.texts.choose.search}
        title=${chosen?.label ?? ''}
        .value=${this.open ? this.query : (chosen?.label ?? '')}
        @focus=${this.#focused}
        @click=${this.#show}
        @input=${this.#typed}
        @keydown=${this.#pressed}
        @blur=${this.#close}
      />
      <ul id=${`${this.name}-list`} role="listbox" aria-label=${this.label} ?hidden=${!this.open || found.length === 0}>
        ${this.#shownOf(found).map((option, index) => this.#row(option, index))}
      </ul>
      <p class=${this.open && found.length === 0 ? 'nothing' : 'visually-hidden'} role="status">
        ${this.open ? this.#count(found.length) : ''}
      </p>`
  }

  #count(count: number): string {
    if (count === 0) return this.texts.choose.nothingFound
    return this.query === '' ? '' : this.texts.choose.found(count)
  }

  #row(option: Option, index: number) {
    return html`<li
      id=${this.#optionId(index)}
      role="option"
      aria-selected=${index === this.active}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#take(option)}
    >
      <span>${option.label}</span>${option.note ? html`<small>${option.note}</small>` : nothing}
    </li>`
  }

  #optionId(index: number): string {
    return `${this.name}-option-${index}`
  }

  #focused = () => this.#input.select()

  #show = () => {
    if (this.open) return
    this.query = ''
    this.open = true
    this.active = Math.max(
      0,
      this.options.findIndex((option) => option.value === this.value),
    )
    queueMicrotask(() => this.#input.select())
  }

  #close = () => {
    this.open = false
  }

  #typed = () => {
    this.query = this.#input.value
    this.active = 0
    this.open = true
    clearTimeout(this.#resting)
    if (this.beyond && this.query.trim().length >= SHORTEST_BEYOND)
      this.#resting = setTimeout(() => void this.#askBeyond(this.query), REST_MS)
  }

  /** What comes for a question that is no longer asked is left. */
  async #askBeyond(query: string) {
    const options = await this.beyond!(query).catch(() => [])
    if (this.query === query) this.more = { query, options }
  }

  #pressed = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      PageDown: () => this.#move(10),
      PageUp: () => this.#move(-10),
      Enter: () => this.#takeActive(),
      Escape: this.#close,
    }
    const act = moves[event.key]
    if (!act || (event.key === 'Escape' && !this.open)) return
    event.preventDefault()
    act()
  }

  #move(step: number) {
    if (!this.open) return this.#show()
    this.active = Math.min(this.#shownOf(this.#found).length - 1, Math.max(0, this.active + step))
  }

  #takeActive() {
    const option = this.#shownOf(this.#found)[this.active]
    if (this.open && option) this.#take(option)
    else this.#show()
  }

  #take(option: Option) {
    this.open = false
    this.choose(option.value)
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('options')) this.#search = undefined
  }

  protected override updated(changed: PropertyValues) {
    if (this.open && (changed.has('active') || changed.has('open')))
      this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }
}

customElements.define('js-combobox', Combobox)

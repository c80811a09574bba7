import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { ShelfAnswer, SourceAnswer } from '../../../data/model/answers/shelf.ts'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import { isDone, reasonOf, request } from '../../meetings/request.ts'
import { cardOfSource } from '../../parts/add-to-meeting.ts'
import { shelfIn } from '../../text/shelf/index.ts'

type Chosen = { title: string; content: Content }

const PAUSE_MS = 300

/** Finds a source on the knowledge shelf for a card. */
class FromShelf extends LitElement {
  static override properties = {
    lang: {},
    chosen: { attribute: false },
    found: { state: true },
    said: { state: true },
  }
  declare lang: Lang
  declare chosen: (source: Chosen) => void
  declare found: ShelfAnswer['sources'] | null
  declare said: string
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.found = null
    this.said = ''
  }

  override createRenderRoot() {
    return this
  }

  override render() {
    const words = shelfIn(this.lang)
    return html`<div class="field">
      <label><span>${words.fromShelf}</span><input type="search" autocomplete="off" @input=${this.#typed} @keydown=${stay} /></label>
      <p role="status" class="quiet">${this.said}</p>
      ${this.found?.length ? html`<ul class="from-shelf">${this.found.map((one) => html`<li><button type="button" class="button quiet" @click=${() => void this.#take(one.id)}>${one.title}</button></li>`)}</ul>` : nothing}
    </div>`
  }

  #typed = (event: Event) => {
    const asked = (event.target as HTMLInputElement).value.trim()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#find(asked), PAUSE_MS)
  }

  async #find(asked: string) {
    const reply = await request('GET', `shelf?q=${encodeURIComponent(asked)}`, this.lang)
    const words = shelfIn(this.lang)
    this.found = isDone(reply) ? (reply.body as unknown as ShelfAnswer).sources.slice(0, 8) : []
    this.said = isDone(reply) ? words.found(this.found.length) : reasonOf(reply) || words.failed
  }

  async #take(id: string) {
    const reply = await request('GET', `shelf/${id}`, this.lang)
    if (!isDone(reply)) return
    const source = reply.body as unknown as SourceAnswer
    this.found = null
    this.said = source.title
    this.chosen({ title: source.title, content: cardOfSource(source) })
  }
}

/** Enter searches; it does not save the card around. */
function stay(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

customElements.define('js-from-shelf', FromShelf)

export const fromShelf = (lang: Lang, chosen: (source: Chosen) => void): TemplateResult =>
  html`<js-from-shelf .lang=${lang} .chosen=${chosen}></js-from-shelf>`

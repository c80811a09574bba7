import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { SourceAnswer } from '../../../data/model/answers/shelf.ts'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { isDone } from '../../meetings/request.ts'
import { shelfIn } from '../../text/shelf/index.ts'
import type { Room } from './room-parts.ts'

type Source = Extract<Content, { kind: 'source' }>

/** A source as its card tells it: where it is, how its words begin, and the whole of it from the shelf. */
class SourceCard extends LitElement {
  static override properties = {
    card: { attribute: false },
    content: { attribute: false },
    room: { attribute: false },
    whole: { state: true },
  }
  declare card: string
  declare content: Source
  declare room: Room
  declare whole: SourceAnswer | null
  #asked: string | null = null

  constructor() {
    super()
    this.whole = null
  }

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    const { source } = this.content
    if (source === this.#asked) return
    this.#asked = source
    this.whole = null
    if (source !== null) void this.#fetch()
  }

  async #fetch() {
    const reply = await this.room.live.ask('GET', `cards/${this.card}/source`)
    if (isDone(reply)) this.whole = reply.body as unknown as SourceAnswer
  }

  override render() {
    const { text, url, theme, year } = this.content
    const about = [theme, year].filter(Boolean).join(', ')
    return html`<div class="card-text">
      ${about ? html`<p class="quiet">${about}</p>` : nothing} ${paragraphs(text)}
      ${url ? html`<p><a href=${url} rel="noreferrer noopener" target="_blank">${url}</a></p>` : nothing}
      ${this.whole ? this.#fromShelf(this.whole) : nothing}
    </div>`
  }

  #fromShelf({ letters, bytes, text }: SourceAnswer) {
    const words = shelfIn(this.room.context.lang)
    const address = `/api/v1/analysis-sessions/${this.room.live.id}/cards/${this.card}/source.pdf`
    return html`${bytes === null ? nothing : html`<p><a href=${address} download>${words.download}</a></p>`}
      ${letters > this.content.text.length ? html`<details><summary>${words.read}</summary>${paragraphs(text)}</details>` : nothing}`
  }
}

const paragraphs = (text: string) => text.split(/\n+/).map((one) => html`<p>${one}</p>`)

customElements.define('js-source-card', SourceCard)

export const sourceCard = (card: PartOf<'card'>, content: Source, room: Room): TemplateResult =>
  html`<js-source-card .card=${card.id} .content=${content} .room=${room}></js-source-card>`

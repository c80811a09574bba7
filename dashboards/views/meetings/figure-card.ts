import { html, LitElement, type TemplateResult } from 'lit'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import type { PickedFigure } from '../../basket/picked-figure.ts'
import { figure } from '../../parts/figure.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import { cardFigure, type Figure } from './card-figure.ts'
import type { Room } from './room-parts.ts'

/** A figure of another page, drawn where it is wanted: live, in the session's release. */
class FigureCard extends LitElement {
  static override properties = {
    card: {},
    content: { attribute: false },
    room: { attribute: false },
    found: { state: true },
  }
  declare card: string
  declare content: Figure
  declare room: Room
  declare found: PickedFigure | null | undefined
  #asked = ''

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    const { query, figure: kind, asks } = this.content
    const shown = `${this.card} ${kind} ${query} ${this.room.context.lang}`
    const wanted = [shown, ...asks].join(' ')
    if (wanted === this.#asked) return
    const isSame = this.found && this.#asked.startsWith(shown)
    this.#asked = wanted
    if (isSame) return
    this.found = undefined
    void cardFigure(this.card, this.content, this.room).then((found) => this.#show(shown, found))
  }

  #show(shown: string, found: PickedFigure | null) {
    if (this.#asked.startsWith(shown)) this.found = found
  }

  override render() {
    const { card, missingRelease } = meetingsIn(this.room.context.lang)
    if (this.found === undefined) return html`<p class="quiet" aria-busy="true">${card.loading}</p>`
    if (this.found === null && this.room.context.lists.isServed) return html`<p class="notice">${missingRelease}</p>`
    if (this.found === null)
      return html`<p class="notice">${this.room.live.isLeader ? card.noFigure : card.notShown}</p>`
    const { spec, context } = this.found
    return figure({ ...spec, name: `f-${this.card}-${spec.name}`, pickable: false }, context)
  }
}

customElements.define('js-figure-card', FigureCard)

export const figureCard = (card: PartOf<'card'>, content: Figure, room: Room): TemplateResult =>
  html`<js-figure-card .card=${card.id} .content=${content} .room=${room}></js-figure-card>`

import { html, LitElement, type TemplateResult } from 'lit'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { questionsOf } from '../../api-client/ask.ts'
import { type PickedFigure, pickedFigure } from '../../basket/picked-figure.ts'
import { figure } from '../../parts/figure.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import type { Room } from './room-parts.ts'

type Figure = Extract<Content, { kind: 'figure' }>

/** Figures that guests see only through the card that shows them. */
const PROTECTED = /^(aggregate|adjusted)\?/

let drawn: Promise<unknown> = Promise.resolve()

/** One figure is fetched at a time, so that it is known which questions are whose. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = drawn.then(work, work)
  drawn = mine.catch(() => {})
  return mine
}

/** A figure of another page, drawn where it is wanted: live, in the session's release. */
class FigureCard extends LitElement {
  static override properties = {
    card: { attribute: false },
    content: { attribute: false },
    room: { attribute: false },
    found: { state: true },
  }
  declare card: PartOf<'card'>
  declare content: Figure
  declare room: Room
  declare found: PickedFigure | null | undefined
  #asked = ''

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    const { query, figure: kind, asks } = this.content
    const wanted = [kind, query, this.room.context.lang, ...asks].join(' ')
    if (wanted === this.#asked) return
    this.#asked = wanted
    this.found = undefined
    void inTurn(() => this.#fetch(query, kind)).then((found) => this.#show(wanted, found))
  }

  async #fetch(query: string, kind: string): Promise<PickedFigure | null> {
    const picked = { query, figure: kind, comment: '' }
    try {
      const { made, questions } = await questionsOf(() => pickedFigure(picked, this.room.context))
      if (made) this.#openTo(questions.filter((one) => PROTECTED.test(one)))
      return made
    } catch {
      return null
    }
  }

  /** What the one who leads sees of protected figures on a card, the others see too: the card says what it asks. */
  #openTo(questions: readonly string[]) {
    const { live } = this.room
    const card = live.part(this.card.id, 'card')
    if (!live.isLeader || card?.body.content.kind !== 'figure') return
    const { asks } = card.body.content
    if (questions.every((one) => asks.includes(one))) return
    live.change(card, { content: { ...card.body.content, asks: [...questions] } })
  }

  #show(wanted: string, found: PickedFigure | null) {
    if (wanted === this.#asked) this.found = found
  }

  override render() {
    const { card } = meetingsIn(this.room.context.lang)
    if (this.found === undefined) return html`<p class="quiet" aria-busy="true">${card.loading}</p>`
    if (this.found === null)
      return html`<p class="notice">${this.room.live.isLeader ? card.noFigure : card.notShown}</p>`
    const { spec, context } = this.found
    return figure({ ...spec, name: `f-${this.card.id}-${spec.name}`, pickable: false }, context)
  }
}

customElements.define('js-figure-card', FigureCard)

export const figureCard = (card: PartOf<'card'>, content: Figure, room: Room): TemplateResult =>
  html`<js-figure-card .card=${card} .content=${content} .room=${room}></js-figure-card>`

import { html, nothing, type TemplateResult } from 'lit'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { cardBody, titleOf } from './card-body.ts'
import { notes } from './notes.ts'
import { chooser, RoomElement } from './room-parts.ts'

/** The session as one who takes part in it: follows the one who leads, unless one is writing or has gone elsewhere. */
class Part extends RoomElement {
  static override properties = { ...RoomElement.properties, follows: { state: true }, at: { state: true } }
  declare follows: boolean
  declare at: string | null

  constructor() {
    super()
    this.follows = true
    this.at = null
  }

  override willUpdate() {
    super.willUpdate()
    const there = this.live.meeting.place?.card ?? null
    if (this.follows && there !== null && !this.#isWriting()) this.at = there
  }

  /** Whoever is typing is never moved. */
  #isWriting(): boolean {
    const box = document.activeElement
    const isBox = box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement
    return isBox && this.contains(box) && box.type !== 'checkbox' && box.value !== ''
  }

  override render() {
    const { words, live, room } = this
    const { cards } = live
    const card = cards.find(({ id }) => id === this.at) ?? cards[0]
    if (!card) return html`<p class="notice">${words.part.notYet}</p>`
    const there = cards.find(({ id }) => id === live.meeting.place?.card)
    const choices = cards.map((one, at) => [one.id, `${at + 1}. ${titleOf(one, room)}`] as const)
    return html`<div class="part-bar">
        ${chooser(words.part.choose, card.id, choices, (id) => {
          this.at = id
          this.follows = false
        })}
        <label class="tick"><input type="checkbox" .checked=${this.follows} @change=${(event: Event) => {
          this.follows = (event.target as HTMLInputElement).checked
        }} /> <span>${words.part.follow}</span></label>
      </div>
      ${there && there.id !== card.id ? this.#elsewhere(there) : nothing}
      <article class="card-now">
        <h2>${titleOf(card, room)}</h2>
        ${cardBody(card, room)}
      </article>
      ${notes(card.id, this)}`
  }

  #elsewhere(there: PartOf<'card'>) {
    const { words, room } = this
    return html`<p class="notice" role="status">${words.part.leaderIs(titleOf(there, room))}
      <button class="button quiet" @click=${() => {
        this.at = there.id
        this.follows = true
      }}>${words.part.goThere}</button></p>`
  }
}

customElements.define('js-part', Part)

export const part = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-part .live=${live} .context=${context}></js-part>`

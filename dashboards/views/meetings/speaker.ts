import { html, nothing, type TemplateResult } from 'lit'
import { titleOf } from './card-body.ts'
import { clockOf } from './clock.ts'
import { notes } from './notes.ts'
import { RoomElement } from './room-parts.ts'

/** What the one who leads wants to remember, with the clock, in a window of its own beside the projector's. */
class Speaker extends RoomElement {
  static override properties = { ...RoomElement.properties, now: { state: true } }
  declare now: number
  #tick: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.now = Date.now()
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#tick = setInterval(() => {
      this.now = Date.now()
    }, 1000)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.#tick)
  }

  override render() {
    const { live, room, words } = this
    const { cards, meeting } = live
    const at = Math.max(
      0,
      cards.findIndex(({ id }) => id === meeting.place?.card),
    )
    const [card, next] = [cards[at], cards[at + 1]]
    if (!card) return html`<p class="notice">${words.card.none}</p>`
    return html`<div class="speaker">
      <p><span class="quiet">${words.lead.of(at + 1, cards.length)}, ${card.body.minutes} min</span>
        <strong class="clock" role="timer">${clockOf(meeting, cards, words, this.now)}</strong></p>
      <h1 tabindex="-1">${titleOf(card, room)}</h1>
      ${card.body.speaker ? card.body.speaker.split(/\n+/).map((one) => html`<p>${one}</p>`) : nothing}
      <h2 class="next-card">${next ? `${words.lead.next}: ${titleOf(next, room)}` : words.lead.ended}</h2>
      ${notes(card.id, this)}
    </div>`
  }
}

customElements.define('js-speaker', Speaker)

export const speakerNotes = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-speaker .live=${live} .context=${context}></js-speaker>`

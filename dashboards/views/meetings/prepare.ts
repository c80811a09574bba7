import { html, nothing, type TemplateResult } from 'lit'
import type { Card, CardKind } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { shelved } from '../../meetings/keep-source.ts'
import { newId } from '../../meetings/new-id.ts'
import { titleOf } from './card-body.ts'
import { cardEditor, contentOf } from './card-editor.ts'
import { draftedPart, dropDraft } from './draft.ts'
import { history } from './history.ts'
import { people } from './people.ts'
import { chooseThen, RoomElement } from './room-parts.ts'
import { settings } from './settings.ts'

const GAP = 1000

/** The agenda, its cards, what the session is, and who takes part. */
class Prepare extends RoomElement {
  static override properties = { ...RoomElement.properties, editing: { state: true }, said: { state: true } }
  declare editing: string | null
  declare said: string

  constructor() {
    super()
    this.editing = null
    this.said = ''
  }

  override firstUpdated() {
    this.editing = draftedPart(this.#draft)
  }

  get #draft() {
    return { session: this.live.id, kind: 'card' } as const
  }

  /** Which card is written; whatever was written of another and not saved is let go. */
  #turnTo(card: string | null) {
    dropDraft(this.#draft)
    this.editing = card
  }

  override render() {
    const { words, live, room } = this
    const { cards } = live
    const minutes = cards.reduce((sum, { body }) => sum + body.minutes, 0)
    return html`<div class="prepare">
      <section aria-labelledby="agenda-title">
        <h2 id="agenda-title">${words.card.agenda} <small>${words.card.total(minutes)}</small></h2>
        ${cards.length === 0 ? html`<p class="notice">${words.card.none}</p>` : nothing}
        <ol class="agenda">${cards.map((card, at) => this.#row(card, at, cards))}</ol>
        ${chooseThen(words.card.add, kinds(words.cardKinds), words.card.addThis, (kind) => this.#add(kind as CardKind))}
        <p role="status" class="quiet">${this.said}</p>
      </section>
      <div>${settings(room)} ${people(this)}</div>
    </div>`
  }

  #row(card: PartOf<'card'>, at: number, cards: readonly PartOf<'card'>[]): TemplateResult {
    const { words, live, room } = this
    const title = titleOf(card, room)
    const isOpen = this.editing === card.id
    return html`<li>
      <div class="agenda-row">
        <span class="clock">${clockAt(live.meeting.start, cards, at) || at + 1}</span>
        <span class="about-card"><strong>${title}</strong>
        <span class="quiet">${words.cardKinds[card.body.content.kind]}, ${card.body.minutes} min${card.body.visibility === 'leaders' ? `, ${words.card.leaders}` : ''}</span></span>
        <span class="note-buttons">
          <button aria-label=${words.card.up(title)} ?disabled=${at === 0} @click=${() => this.#swap(cards, at, at - 1)}>↑</button>
          <button aria-label=${words.card.down(title)} ?disabled=${at === cards.length - 1} @click=${() => this.#swap(cards, at, at + 1)}>↓</button>
          <button aria-expanded=${isOpen} @click=${() => {
            this.#turnTo(isOpen ? null : card.id)
          }}>${words.card.edit}<span class="visually-hidden"> ${title}</span></button>
          <button @click=${() => live.remove('card', card.id)}>${words.card.remove}<span class="visually-hidden"> ${title}</span></button>
          ${isOpen ? history('card', card.id, this) : nothing}
        </span>
      </div>
      ${card.body.news ? html`<p class="card-news"><strong>${words.card.news}</strong> ${card.body.news}</p>` : nothing}
      ${isOpen ? cardEditor(card, room, (body) => void this.#save(card.id, body)) : nothing}
    </li>`
  }

  async #save(id: string, body: Card) {
    const { live, words, context } = this
    live.save('card', id, await shelved(body, context.lang))
    this.#turnTo(null)
    this.said = words.card.saved
  }

  /** Two cards change places; where their weights are equal, all are numbered anew. */
  #swap(cards: readonly PartOf<'card'>[], from: number, to: number) {
    const order = [...cards]
    const [moved] = order.splice(from, 1)
    order.splice(to, 0, moved!)
    for (const [at, card] of order.entries()) {
      const weight = (at + 1) * GAP
      if (card.body.weight !== weight) this.live.change(card, { weight })
    }
  }

  #add(kind: CardKind) {
    const { live, context } = this
    const id = newId()
    const last = live.cards.at(-1)?.body.weight ?? 0
    const card: Card = {
      title: '',
      weight: last + GAP,
      minutes: 10,
      speaker: '',
      visibility: 'all',
      news: '',
      content: contentOf(kind, live, context),
    }
    live.save('card', id, card)
    this.#turnTo(id)
  }
}

customElements.define('js-prepare', Prepare)

const kinds = (names: Record<CardKind, string>) => Object.entries(names) as [CardKind, string][]

/** When a card begins, by the minutes of those before it; empty where the session has no time. */
function clockAt(start: string | null, cards: readonly PartOf<'card'>[], at: number): string {
  if (start === null) return ''
  const [hours, minutes] = start.split(':').map(Number)
  const whole = hours! * 60 + minutes! + cards.slice(0, at).reduce((sum, { body }) => sum + body.minutes, 0)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(whole / 60) % 24)}:${two(whole % 60)}`
}

export const prepare = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-prepare .live=${live} .context=${context}></js-prepare>`

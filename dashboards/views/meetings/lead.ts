import { html, nothing, type TemplateResult } from 'lit'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { store, stored } from '../../browser-storage/stored.ts'
import { cardBody, titleOf } from './card-body.ts'
import { fetchAhead } from './card-figure.ts'
import { clockOf, MINUTE } from './clock.ts'
import { notes } from './notes.ts'
import { RoomElement } from './room-parts.ts'

const LOOKS = 'jamsides-stage'
const SIZES = [1, 1.25, 1.5, 1.8] as const

type Looks = { size: number; contrast: boolean; notes: boolean }

/** The session on the projector: one card at a time, by key or remote control; nothing advances by itself. */
class Stage extends RoomElement {
  static override properties = {
    ...RoomElement.properties,
    at: { state: true },
    looks: { state: true },
    now: { state: true },
    isFetched: { state: true },
  }
  declare at: string | null
  declare looks: Looks
  declare now: number
  declare isFetched: boolean
  #tick: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.at = null
    this.now = Date.now()
    this.isFetched = false
    this.looks = { size: 0, contrast: false, notes: true, ...(stored(LOOKS) as Partial<Looks> | null) }
  }

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('keydown', this.#key)
    this.#tick = setInterval(() => {
      this.now = Date.now()
    }, 1000)
  }

  override firstUpdated() {
    void this.#fetchAhead()
  }

  /** From then on the session goes on where the network is lost. */
  async #fetchAhead(): Promise<void> {
    await fetchAhead(this.room)
    this.isFetched = true
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.#key)
    clearInterval(this.#tick)
  }

  get #index(): number {
    const { cards, meeting } = this.live
    const at = cards.findIndex(({ id }) => id === (this.at ?? meeting.place?.card))
    return Math.max(0, at)
  }

  #key = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (
      target.closest('input, textarea, select, [role=combobox], .plate, dialog') ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return
    const act = this.#acts()[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  /** Arrows and Page Up and Down are what remote controls send. */
  #acts(): Record<string, () => void> {
    const [next, previous] = [() => this.#step(1), () => this.#step(-1)]
    return {
      ArrowRight: next,
      PageDown: next,
      ArrowLeft: previous,
      PageUp: previous,
      f: this.#full,
      '+': () => this.#resize(1),
      '-': () => this.#resize(-1),
      k: () => this.#look({ contrast: !this.looks.contrast }),
      n: () => this.#look({ notes: !this.looks.notes }),
      t: this.#time,
    }
  }

  #step(by: number) {
    const card = this.live.cards[this.#index + by]
    if (card) this.#show(card)
  }

  /** The host's pointer: the others may follow it, and the minutes know what was shown when. */
  #show(card: PartOf<'card'>) {
    this.at = card.id
    const part = this.live.part(this.live.id, 'meeting')!
    this.live.change(part, { place: { card: card.id, since: new Date().toISOString() } })
  }

  #resize = (by: number) => this.#look({ size: Math.max(0, Math.min(SIZES.length - 1, this.looks.size + by)) })

  #look(change: Partial<Looks>) {
    this.looks = { ...this.looks, ...change }
    store(LOOKS, this.looks)
  }

  #full = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else
      void this.querySelector('.stage')
        ?.requestFullscreen()
        .catch(() => {})
  }

  #time = () => {
    const part = this.live.part(this.live.id, 'meeting')!
    const card = this.live.cards[this.#index]
    const until = new Date(Date.now() + (card?.body.minutes ?? 10) * MINUTE).toISOString()
    this.live.change(part, { timer: part.body.timer ? null : { card: card?.id ?? null, until } })
  }

  override render() {
    const { words, live, room, looks } = this
    const { cards } = live
    const card = cards[this.#index]
    if (!card) return html`<p class="notice">${words.card.none}</p>`
    const classes = ['stage', looks.contrast ? 'stage-contrast' : '', looks.notes ? 'stage-notes' : ''].join(' ')
    return html`<div class=${classes} style=${`font-size: ${SIZES[looks.size] ?? 1}rem; --stage-size: ${SIZES[looks.size] ?? 1}`}>
      ${this.#bar(card)}
      <div class="stage-body">
        <article class="card-now" aria-live="polite">
          <h2>${titleOf(card, room)}</h2>
          ${card.body.news ? html`<p class="card-news"><strong>${words.card.news}</strong> ${card.body.news}</p>` : nothing}
          ${cardBody(card, room)}
        </article>
        ${looks.notes ? html`<aside>${notes(card.id, this)}</aside>` : nothing}
      </div>
      <p class="quiet on-screen keys">${words.lead.keys} ${this.isFetched ? html`<span class="fetched">${words.lead.fetched}.</span>` : nothing}</p>
    </div>`
  }

  #bar(card: PartOf<'card'>) {
    const { words, live, looks } = this
    const index = this.#index
    const isShown = live.meeting.place?.card === card.id
    const button = (label: string, act: () => void, pressed?: boolean) =>
      html`<button aria-pressed=${pressed ?? nothing} @click=${act}>${label}</button>`
    const size = (sign: string, label: string, by: number) =>
      html`<button aria-label=${label} title=${label} @click=${() => this.#resize(by)}>A${sign}</button>`
    return html`<div class="stage-bar">
      <button ?disabled=${index === 0} @click=${() => this.#step(-1)}>← ${words.lead.previous}</button>
      <span>${words.lead.of(index + 1, live.cards.length)}</span>
      <button ?disabled=${index === live.cards.length - 1} @click=${() => this.#step(1)}>${words.lead.next} →</button>
      ${isShown ? html`<span class="quiet">${words.lead.shown}</span>` : button(words.lead.here, () => this.#show(card))}
      <span class="clock" role="timer">${clockOf(live.meeting, live.cards, words, this.now)}</span>
      ${button(live.meeting.timer ? words.lead.stop : words.lead.timer, this.#time)} ${button(words.lead.full, this.#full)}
      ${size('+', words.lead.bigger, 1)} ${size('−', words.lead.smaller, -1)}
      ${button(words.lead.contrast, () => this.#look({ contrast: !looks.contrast }), looks.contrast)}
      ${button(words.lead.notes, () => this.#look({ notes: !looks.notes }), looks.notes)}
      ${button(words.lead.speaker, this.#speaker)}
    </div>`
  }

  #speaker = () => {
    window.open(this.context.href({ mode: 'speaker' }), 'jamsides-speaker', 'width=700,height=800')
  }
}

customElements.define('js-stage', Stage)

export const lead = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-stage .live=${live} .context=${context}></js-stage>`

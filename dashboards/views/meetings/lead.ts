import { html, nothing, type TemplateResult } from 'lit'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { store, stored } from '../../browser-storage/stored.ts'
import { cardBody, titleOf } from './card-body.ts'
import { fetchAhead } from './card-figure.ts'
import { notes } from './notes.ts'
import { RoomElement } from './room-parts.ts'

const LOOKS = 'jamsides-stage'
const SIZES = [1, 1.25, 1.5, 1.8] as const
const MINUTE = 60_000

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
      '+': () => this.#look({ size: Math.min(SIZES.length - 1, this.looks.size + 1) }),
      '-': () => this.#look({ size: Math.max(0, this.looks.size - 1) }),
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
      <p class="quiet on-screen">${words.lead.keys}</p>
    </div>`
  }

  #bar(card: PartOf<'card'>) {
    const { words, live, looks } = this
    const index = this.#index
    const isShown = live.meeting.place?.card === card.id
    const button = (label: string, act: () => void, pressed?: boolean) =>
      html`<button aria-pressed=${pressed ?? nothing} @click=${act}>${label}</button>`
    return html`<div class="stage-bar">
      <button ?disabled=${index === 0} @click=${() => this.#step(-1)}>← ${words.lead.previous}</button>
      <span>${words.lead.of(index + 1, live.cards.length)}</span>
      <button ?disabled=${index === live.cards.length - 1} @click=${() => this.#step(1)}>${words.lead.next} →</button>
      ${isShown ? html`<span class="quiet">${words.lead.shown}</span>` : button(words.lead.here, () => this.#show(card))}
      <span class="clock" role="timer">${this.#clock()}</span>
      ${this.isFetched ? html`<span class="quiet fetched">${words.lead.fetched}</span>` : nothing}
      ${button(live.meeting.timer ? words.lead.stop : words.lead.timer, this.#time)} ${button(words.lead.full, this.#full)}
      ${button(words.lead.bigger, () => this.#look({ size: Math.min(SIZES.length - 1, looks.size + 1) }))}
      ${button(words.lead.smaller, () => this.#look({ size: Math.max(0, looks.size - 1) }))}
      ${button(words.lead.contrast, () => this.#look({ contrast: !looks.contrast }), looks.contrast)}
      ${button(words.lead.notes, () => this.#look({ notes: !looks.notes }), looks.notes)}
      ${button(words.lead.speaker, this.#speaker)}
    </div>`
  }

  #speaker = () => {
    window.open(this.context.href({ mode: 'speaker' }), 'jamsides-speaker', 'width=700,height=800')
  }

  /** What is left of the card's time, and of the agenda's. */
  #clock(): string {
    const { words, live } = this
    const { timer, start, date } = live.meeting
    const left = timer ? Date.parse(timer.until) - this.now : null
    const card =
      left === null
        ? ''
        : left >= 0
          ? words.lead.left(minutesAndSeconds(left))
          : words.lead.over(minutesAndSeconds(-left))
    if (!start || date !== dayOf(this.now)) return card
    const minutes = live.cards.reduce((sum, { body }) => sum + body.minutes, 0)
    const end = new Date(`${date}T${start}:00`).getTime() + minutes * MINUTE
    return [card, words.lead.agendaLeft(Math.round((end - this.now) / MINUTE))].filter(Boolean).join(' · ')
  }
}

customElements.define('js-stage', Stage)

const dayOf = (time: number): string => new Date(time).toLocaleDateString('sv-SE')

function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const lead = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-stage .live=${live} .context=${context}></js-stage>`

/** What the one who leads wants to remember, in a window of its own beside the projector's. */
export function speakerNotes({ live, context, words }: RoomElement['room']): TemplateResult {
  const { cards, meeting } = live
  const at = Math.max(
    0,
    cards.findIndex(({ id }) => id === meeting.place?.card),
  )
  const [card, next] = [cards[at], cards[at + 1]]
  if (!card) return html`<p class="notice">${words.card.none}</p>`
  return html`<div class="speaker">
    <p class="quiet">${words.lead.of(at + 1, cards.length)}, ${card.body.minutes} min</p>
    <h2>${titleOf(card, { words })}</h2>
    ${card.body.speaker.split(/\n+/).map((one) => html`<p>${one}</p>`)}
    <h3>${words.lead.next}: ${next ? titleOf(next, { words }) : words.lead.ended}</h3>
    ${notes(card.id, { live, context })}
  </div>`
}

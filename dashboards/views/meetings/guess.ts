import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { answer, answersAt, ownAnswer, turn } from './answering.ts'
import { line, placeName, type Room, written } from './room-parts.ts'

type Guess = Extract<Content, { kind: 'guess' }>
type Guessed = { who: string; municipality: string | null; value: number }

/** Participants place their own municipality; guesses and answer are shown together. */
class GuessCard extends LitElement {
  static override properties = {
    card: { attribute: false },
    content: { attribute: false },
    room: { attribute: false },
    known: { state: true },
  }
  declare card: PartOf<'card'>
  declare content: Guess
  declare room: Room
  declare known: CompareAnswer | undefined
  #asked = ''

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    const { live, context } = this.room
    const { indicator, period } = this.content
    const wanted = `${indicator} ${period}`
    if (wanted === this.#asked) return
    this.#asked = wanted
    const group = live.meeting.municipalities.join(',')
    ask<CompareAnswer>('compare', { indicator, period, group, reference: live.meeting.group }, context.lang).then(
      (known) => {
        this.known = known
      },
      () => {},
    )
  }

  override render() {
    const { room, card, content } = this
    const { words, live } = room
    const count = answersAt(card.id, room).length
    return html`${this.#asking()}
      <p class="quiet">${words.guess.count(count)}</p>
      ${content.shown ? this.#shown() : nothing}
      ${live.isLeader ? html`<button class="button quiet" @click=${turn(card, content, room)}>${content.shown ? words.guess.hide : words.guess.show}</button>` : nothing}`
  }

  #write = (value: number) => (this.known ? writeValue(value, this.known.about, this.room.context.lang) : String(value))

  #asking() {
    const { room, card, content, known } = this
    const { words, live } = room
    const own = live.self?.body.municipality ?? null
    const mine = ownAnswer(card.id, room)?.body.value
    const who = own === null ? words.guess.median : placeName(room, own)
    const about = known ? `${known.about.short} (${known.about.unit})` : content.indicator
    if (!live.self) return nothing
    return html`<form class="guess" @submit=${this.#guess}>
      <p>${words.guess.question(who, about, content.period)} ${own === null ? words.guess.choose : ''}</p>
      ${line(about, { name: 'guess', type: 'number', step: 'any', required: true })}
      <button class="button quiet" ?disabled=${content.shown}>${words.guess.send}</button>
      ${mine && 'guess' in mine ? html`<p role="status">${words.guess.mine(this.#write(mine.guess))}</p>` : nothing}
    </form>`
  }

  #guess = (event: Event) => {
    const guess = Number(written(event).text('guess').replace(',', '.'))
    if (Number.isFinite(guess)) answer(this.card.id, { guess }, this.room)
  }

  #shown() {
    const guesses = answersAt(this.card.id, this.room).flatMap((one) => this.#guessed(one))
    return html`<table class="guesses">
      <tbody>
        ${guesses.map(
          ({ who, municipality, value }) => html`<tr>
            <th scope="row">${who}</th>
            <td class="number">${this.#write(value)}</td>
            <td>${this.#answerFor(municipality)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  #guessed({ author, body }: PartOf<'answer'>): Guessed[] {
    if (!body.value || !('guess' in body.value)) return []
    const { live, words } = this.room
    const municipality = live.part(author, 'participant')?.body.municipality ?? null
    return [{ who: live.nameOf(author) || words.note.anonymous, municipality, value: body.value.guess }]
  }

  #answerFor(municipality: string | null): string {
    const { guess } = this.room.words
    const value =
      municipality === null
        ? this.known?.reference.median
        : this.known?.rows.find((row) => row.municipality === municipality)?.value
    return value == null ? '' : guess.answer(this.#write(value))
  }
}

customElements.define('js-guess-card', GuessCard)

export const guessCard = (card: PartOf<'card'>, content: Guess, room: Room): TemplateResult =>
  html`<js-guess-card .card=${card} .content=${content} .room=${room}></js-guess-card>`

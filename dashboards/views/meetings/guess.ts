import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { answer, answersAt, ownAnswer, turn } from './answering.ts'
import { line, numberIn, placeName, type Room, written } from './room-parts.ts'

type Guess = Extract<Content, { kind: 'guess' }>
type Guessed = { who: string; municipality: string | null; value: number }

/** The figures that are guessed at, within the session's municipalities. @throws AskError */
const askFigures = ({ indicator, period }: Guess, { live, context }: Room): Promise<CompareAnswer> => {
  const group = live.meeting.municipalities.join(',')
  return ask<CompareAnswer>('compare', { indicator, period, group, reference: live.meeting.group }, context.lang)
}

/** What was guessed and what is so, a line each: nothing before it is shown to all. */
export async function guessesTold(card: PartOf<'card'>, content: Guess, room: Room): Promise<string[]> {
  const guesses = content.shown ? guessesAt(card, room) : []
  if (guesses.length === 0) return []
  const known = await askFigures(content, room).catch(() => undefined)
  return guesses.map(({ who, municipality, value }) =>
    [`${who}: ${writeGuess(value, known, room)}`, answerFor(municipality, known, room)].filter(Boolean).join(' – '),
  )
}

const guessesAt = (card: PartOf<'card'>, room: Room): Guessed[] =>
  answersAt(card.id, room).flatMap(({ author, body }) => {
    if (!body.value || !('guess' in body.value)) return []
    const municipality = room.live.part(author, 'participant')?.body.municipality ?? null
    return [{ who: room.live.nameOf(author) || room.words.note.anonymous, municipality, value: body.value.guess }]
  })

const writeGuess = (value: number, known: CompareAnswer | undefined, { context }: Room): string =>
  known ? writeValue(value, known.about, context.lang) : String(value)

/** What the figure is, of a municipality or in the middle; empty where there is none. */
function answerFor(municipality: string | null, known: CompareAnswer | undefined, room: Room): string {
  const value =
    municipality === null
      ? known?.reference.median
      : known?.rows.find((row) => row.municipality === municipality)?.value
  return value == null ? '' : room.words.guess.answer(writeGuess(value, known, room))
}

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
    const { indicator, period } = this.content
    const wanted = `${indicator} ${period}`
    if (wanted === this.#asked) return
    this.#asked = wanted
    askFigures(this.content, this.room).then(
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
      ${line(about, { name: 'guess', number: words.number, required: true })}
      <button class="button quiet" ?disabled=${content.shown}>${words.guess.send}</button>
      ${mine && 'guess' in mine ? html`<p role="status">${words.guess.mine(writeGuess(mine.guess, known, room))}</p>` : nothing}
    </form>`
  }

  #guess = (event: Event) => {
    const guess = numberIn(written(event).text('guess'))
    if (Number.isFinite(guess)) answer(this.card.id, { guess }, this.room)
  }

  #shown() {
    const { card, room, known } = this
    return html`<table class="guesses">
      <tbody>
        ${guessesAt(card, room).map(
          ({ who, municipality, value }) => html`<tr>
            <th scope="row">${who}</th>
            <td class="number">${writeGuess(value, known, room)}</td>
            <td>${answerFor(municipality, known, room)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }
}

customElements.define('js-guess-card', GuessCard)

export const guessCard = (card: PartOf<'card'>, content: Guess, room: Room): TemplateResult =>
  html`<js-guess-card .card=${card} .content=${content} .room=${room}></js-guess-card>`

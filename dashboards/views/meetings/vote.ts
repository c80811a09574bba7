import { html, nothing, type TemplateResult } from 'lit'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { answer, answersAt, ownAnswer, turn } from './answering.ts'
import type { Room } from './room-parts.ts'

type Vote = Extract<Content, { kind: 'vote' }>

/** Where to put our effort: so many dots each, hidden until they are shown. */
export function voteCard(card: PartOf<'card'>, content: Vote, room: Room): TemplateResult {
  const { words, live } = room
  const own = dotsOf(ownAnswer(card.id, room), content)
  const left = content.dots - own.reduce((sum, one) => sum + one, 0)
  const all = answersAt(card.id, room)
  const totals = dotsOn(card, content, room)
  const put = (at: number, more: number) => () =>
    answer(card.id, { dots: own.map((dots, index) => (index === at ? dots + more : dots)) }, room)
  return html`<p class="card-question">${content.text}</p>
    ${live.self ? html`<p role="status">${words.vote.left(left)}</p>` : nothing}
    <ul class="vote">
      ${content.options.map(
        (option, at) => html`<li>
          <span>${option}</span>
          ${
            live.self
              ? html`<span class="dots">
                  <button ?disabled=${own[at] === 0} aria-label=${words.vote.less(option)} @click=${put(at, -1)}>−</button>
                  <span aria-hidden="true">${'●'.repeat(own[at]!)}</span>
                  <button ?disabled=${left === 0} aria-label=${words.vote.more(option)} @click=${put(at, 1)}>+</button>
                </span>`
              : nothing
          }
          ${content.shown ? html`<span class="dots all"><span aria-hidden="true">${'●'.repeat(totals[at]!)}</span> ${words.vote.dots(totals[at]!)}</span>` : nothing}
        </li>`,
      )}
    </ul>
    <p class="quiet">${words.vote.count(all.length)}</p>
    ${live.isLeader ? html`<button class="button quiet" @click=${turn(card, content, room)}>${content.shown ? words.vote.hide : words.vote.show}</button>` : nothing}`
}

/** Everybody's dots on each option. */
function dotsOn(card: PartOf<'card'>, content: Vote, room: Room): number[] {
  const all = answersAt(card.id, room).map((one) => dotsOf(one, content))
  return content.options.map((_, at) => all.reduce((sum, dots) => sum + (dots[at] ?? 0), 0))
}

/** What was voted, a line an option, those without a dot as well. */
export const votesTold = (card: PartOf<'card'>, content: Vote, room: Room): string[] =>
  dotsOn(card, content, room).map((dots, at) => `${content.options[at]}: ${room.words.vote.dots(dots)}`)

function dotsOf(given: PartOf<'answer'> | undefined, { options }: Vote): number[] {
  const value = given?.body.value
  const dots = value && 'dots' in value ? value.dots : []
  return options.map((_, at) => dots[at] ?? 0)
}

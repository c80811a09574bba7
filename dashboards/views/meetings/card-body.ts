import { html, type TemplateResult } from 'lit'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { judgedList } from './action-list.ts'
import { betterCard } from './better.ts'
import { figureCard } from './figure-card.ts'
import { gradeCard } from './grade.ts'
import { guessCard } from './guess.ts'
import type { Room } from './room-parts.ts'
import { sourceCard } from './source.ts'
import { voteCard } from './vote.ts'

/** What a card shows and lets one do, whoever looks. */
export function cardBody(card: PartOf<'card'>, room: Room): TemplateResult {
  const { content } = card.body
  const { live } = room
  switch (content.kind) {
    case 'figure':
      return figureCard(card, content, room)
    case 'text':
      return html`<div class="card-text">${paragraphs(live.filled[card.id] ?? content.text)}</div>`
    case 'question':
      return html`<p class="card-question">${content.text}</p>`
    case 'source':
      return sourceCard(card, content, room)
    case 'guess':
      return guessCard(card, content, room)
    case 'vote':
      return voteCard(card, content, room)
    case 'grade':
      return gradeCard(card, content, room)
    case 'better':
      return betterCard(content, room)
    case 'actions':
      return judgedList(content.of, room)
  }
}

const paragraphs = (text: string) => text.split(/\n+/).map((one) => html`<p>${one}</p>`)

/** What a card is called on the agenda. */
export const titleOf = ({ body }: PartOf<'card'>, { words }: Pick<Room, 'words'>): string =>
  body.title || words.cardKinds[body.content.kind]

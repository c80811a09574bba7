import { html, type TemplateResult } from 'lit'
import type { Content } from '../../../data/model/meetings/card.ts'
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
      return content.text === titleOf(card, room) ? html`` : html`<p class="card-question">${content.text}</p>`
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

/** What a card is called on the agenda: its own title, else what it asks or is about. */
export const titleOf = ({ body }: PartOf<'card'>, room: Pick<Room, 'words' | 'context'>): string =>
  body.title || aboutOf(body.content, room) || room.words.cardKinds[body.content.kind]

function aboutOf(content: Content, { context }: Pick<Room, 'context'>): string {
  if (content.kind === 'question' || content.kind === 'vote' || content.kind === 'grade') return content.text
  return context.lists.indicators.get(indicatorOf(content))?.short ?? ''
}

/** The indicator that a card is about; empty where it is about none. */
export function indicatorOf(content: Content): string {
  if (content.kind === 'figure') return new URLSearchParams(content.query).get('indicator') ?? ''
  return content.kind === 'guess' ? content.indicator : ''
}

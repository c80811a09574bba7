import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { questionsOf } from '../../api-client/ask.ts'
import { type PickedFigure, pickedFigure } from '../../basket/picked-figure.ts'
import type { Room } from './room-parts.ts'

export type Figure = Extract<Content, { kind: 'figure' }>

/** Figures that guests see only through the card that shows them. */
const PROTECTED = /^(aggregate|adjusted)\?/

let drawn: Promise<unknown> = Promise.resolve()

/** One figure is fetched at a time, so that it is known which questions are whose. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = drawn.then(work, work)
  drawn = mine.catch(() => {})
  return mine
}

/** The figure that a card shows; null where it cannot be had. */
export const cardFigure = (card: string, content: Figure, room: Room): Promise<PickedFigure | null> =>
  inTurn(async () => {
    const picked = { query: content.query, figure: content.figure, comment: '' }
    const { made, questions } = await questionsOf(() => pickedFigure(picked, room.context).catch(() => null))
    const isProtected = questions.filter((one) => PROTECTED.test(one))
    if (made) openTo(card, isProtected, room)
    return made
  })

/** What the one who leads sees of protected figures on a card, the others see too: the card says what it asks. */
function openTo(id: string, questions: readonly string[], { live }: Room): void {
  const card = live.part(id, 'card')
  if (!live.isLeader || card?.body.content.kind !== 'figure') return
  const { content } = card.body
  if (questions.every((one) => content.asks.includes(one))) return
  // Not a change of its writer's: nothing to take back.
  live.outbox.put('card', id, card.version, { ...card.body, content: { ...content, asks: [...questions] } })
}

const isFigure = (card: PartOf<'card'>): card is PartOf<'card'> & { body: { content: Figure } } =>
  card.body.content.kind === 'figure'

/** Fetches what every card shows, so that the session goes on where the network is lost. */
export async function fetchAhead(room: Room): Promise<void> {
  await room.live.ask('GET', 'judged-actions')
  for (const card of room.live.cards.filter(isFigure)) await cardFigure(card.id, card.body.content, room)
}

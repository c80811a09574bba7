import type { Answer } from '../../../data/model/meetings/answer.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { newId } from '../../meetings/new-id.ts'
import type { Room } from './room-parts.ts'

type Shown = Extract<PartOf<'card'>['body']['content'], { shown: boolean }>

/** Everybody's answers at a card; the values of others are null until it is shown. */
export const answersAt = (card: string, { live }: Room): PartOf<'answer'>[] =>
  live.all('answer').filter(({ body }) => body.card === card)

export const ownAnswer = (card: string, room: Room): PartOf<'answer'> | undefined =>
  answersAt(card, room).find(({ author }) => author === room.live.me)

export function answer(card: string, value: NonNullable<Answer['value']>, room: Room): void {
  const id = ownAnswer(card, room)?.id ?? newId()
  room.live.save('answer', id, { card, value })
}

/** Shows the answers to everybody, or hides them again. */
export const turn = (card: PartOf<'card'>, content: Shown, room: Room) => () =>
  room.live.change(card, { content: { ...content, shown: !content.shown } })

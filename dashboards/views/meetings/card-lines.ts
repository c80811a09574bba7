import type { PartOf } from '../../../data/model/meetings/part.ts'
import { betterTold } from './better.ts'
import { gradesTold } from './grade.ts'
import { guessesTold } from './guess.ts'
import { judgedLine, type Told } from './minutes.ts'
import type { Room } from './room-parts.ts'
import { votesTold } from './vote.ts'

/**
 * What a card shows besides its text and its figure, a line each, for who carries the session away: answers only once
 * everybody was shown them.
 */
export async function linesOf(
  card: PartOf<'card'>,
  room: Room,
  actions: Pick<Told, 'previous' | 'own'>,
): Promise<string[]> {
  const { content } = card.body
  switch (content.kind) {
    case 'vote':
      return content.shown ? votesTold(card, content, room) : []
    case 'grade':
      return content.shown ? gradesTold(card, room) : []
    case 'guess':
      return guessesTold(card, content, room)
    case 'better':
      return betterTold(content, room)
    case 'actions':
      return judgedLines(content.of, room, actions)
    default:
      return []
  }
}

function judgedLines(of: 'previous' | 'this', { words }: Room, { previous, own }: Pick<Told, 'previous' | 'own'>) {
  const actions = of === 'previous' ? previous : own
  return actions.length > 0 ? actions.map((one) => judgedLine(one, words)) : [words.decide.none]
}

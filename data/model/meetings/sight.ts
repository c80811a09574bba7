import type { BodyOf, Part, PartOf } from './part.ts'
import type { Participant } from './participant.ts'
import { leads } from './rules.ts'

/** Who looks: a participant, or somebody who has not said yet who they are in the session. */
export type Viewer = { id: string; role: Participant['role'] } | null

/** What must be known of a session to say who sees what in it. */
export type Scene = {
  named: boolean
  /** By card: whether everybody sees it, and whether its answers are shown. */
  cards: ReadonlyMap<string, { open: boolean; shown: boolean }>
}

/** Stands for the writer of a note where the session shows no names. */
const ANONYMOUS = 'anonymous'

export function sceneOf(parts: Iterable<Part>): Scene {
  const cards = new Map<string, { open: boolean; shown: boolean }>()
  let named = true
  for (const part of parts) {
    if (part.kind === 'meeting') named = part.body.named
    if (part.kind === 'card')
      cards.set(part.id, { open: part.body.visibility === 'all', shown: isShown(part.body.content) })
  }
  return { named, cards }
}

const isShown = (content: BodyOf<'card'>['content']): boolean => 'shown' in content && content.shown

/**
 * A part as a viewer may see it; null where they may not see it at all. Speaker notes are for those who lead; a hidden note for
 * them and its writer; an answer for its writer, its value for others only once the card is shown; names of writers for those
 * who lead, and for all where the session shows them.
 */
export function seenBy(viewer: Viewer, part: Part, scene: Scene): Part | null {
  if (part.kind === 'card') return seenCard(viewer, part)
  if (part.kind === 'note') return seenNote(viewer, part, scene)
  return part.kind === 'answer' ? seenAnswer(viewer, part, scene) : part
}

const isLeader = (viewer: Viewer): boolean => viewer !== null && leads(viewer)

function seenCard(viewer: Viewer, card: PartOf<'card'>): Part | null {
  if (isLeader(viewer)) return card
  return card.body.visibility === 'all' ? { ...card, body: { ...card.body, speaker: '' } } : null
}

function seenNote(viewer: Viewer, note: PartOf<'note'>, scene: Scene): Part | null {
  const own = viewer?.id === note.author
  if (isLeader(viewer) || own) return note
  const closed = note.body.card !== null && scene.cards.get(note.body.card)?.open === false
  return note.body.hidden || closed ? null : withName(note, scene)
}

function seenAnswer(viewer: Viewer, answer: PartOf<'answer'>, scene: Scene): Part | null {
  if (viewer?.id === answer.author) return answer
  const shown = scene.cards.get(answer.body.card)?.shown === true
  const named = isLeader(viewer) ? answer : withName(answer, scene)
  return shown ? named : { ...withName(answer, { ...scene, named: false }), body: { ...answer.body, value: null } }
}

/** Without a name the id tells nothing either: an answer's is made of its writer's. */
const withName = <P extends PartOf<'note'> | PartOf<'answer'>>(part: P, { named }: Scene): P =>
  named ? part : { ...part, author: ANONYMOUS, by: ANONYMOUS }

import type { Part } from '../../data/model/meetings/part.ts'
import { sceneOf, seenBy } from '../../data/model/meetings/sight.ts'
import { partsIn } from '../../data/workspace/meetings/parts.ts'
import type { Reading } from '../../data/workspace/workspace.ts'
import { type Seat, viewerOf } from './seat.ts'

/** A part of the session as it is seen from a seat; null where it is not there, or not seen. */
export async function seenPart(read: Reading, seat: Seat, id: string): Promise<Part | null> {
  const parts = await partsIn(read, seat.meeting.id)
  const part = parts.find((one) => one.id === id)
  return part ? seenBy(viewerOf(seat), part, sceneOf(parts)) : null
}

import { z } from 'zod'
import type { KeptSource } from '../../../data/model/answers/shelf.ts'
import { partId } from '../../../data/model/meetings/fields.ts'
import { sourceOf } from '../../../data/workspace/shelf/sources.ts'
import type { Reading } from '../../../data/workspace/workspace.ts'
import { Problem } from '../../problem.ts'

export const onShelf = z.object({ source: partId.describe('Id of a source') })

/** @throws Problem `not-found` */
export async function theSource(read: Reading, id: string): Promise<KeptSource> {
  const found = await sourceOf(read, id)
  if (found) return found
  throw new Problem('not-found', {
    sv: 'Källan finns inte på hyllan. Den kan ha tagits bort.',
    en: 'The source is not on the shelf. It may have been taken away.',
  })
}

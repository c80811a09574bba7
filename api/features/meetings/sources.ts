import { z } from 'zod'
import { SourceAnswer } from '../../../data/model/answers/shelf.ts'
import { textOf } from '../../../data/workspace/shelf/sources.ts'
import { askerOf } from '../../meetings/asker.ts'
import { seatOf } from '../../meetings/seat.ts'
import { seenPart } from '../../meetings/seen-part.ts'
import type { Asked } from '../feature.ts'
import { feature } from '../feature.ts'
import { pdfOf, sendPdf } from '../shelf/files.ts'
import { theSource } from '../shelf/on-shelf.ts'
import { ofPart } from './address.ts'

/** The source on the shelf that a card shows, for whoever sees the card: guests too. @throws Problem `not-found` */
async function shownSource({ question: { id, part }, ...asked }: Asked<{ id: string; part: string }>) {
  const { read } = await asked.workspace()
  const seat = await seatOf(read, askerOf(asked), id)
  const seen = await seenPart(read, seat, part)
  const source = seen?.kind === 'card' && seen.body.content.kind === 'source' ? seen.body.content.source : null
  return theSource(read, source ?? '')
}

export const cardSource = feature({
  path: '/analysis-sessions/{id}/cards/{part}/source',
  right: 'meetings.take-part',
  summary: {
    sv: 'Källan som ett kort visar, med hela sin text',
    en: 'The source that a card shows, with its whole text',
  },
  parameters: ofPart,
  answer: SourceAnswer,
  respond: async (asked): Promise<SourceAnswer> => {
    const source = await shownSource(asked)
    return { ...source, text: await textOf((await asked.workspace()).read, source.id) }
  },
})

export const cardSourceFile = feature({
  path: '/analysis-sessions/{id}/cards/{part}/source.pdf',
  right: 'meetings.take-part',
  summary: { sv: 'PDF:en för källan som ett kort visar', en: 'The PDF of the source that a card shows' },
  parameters: ofPart,
  answer: z.unknown() as z.ZodType<Buffer>,
  respond: async (asked) => pdfOf((await asked.workspace()).read, (await shownSource(asked)).id),
  deliver: { mediaType: 'application/pdf', send: (file, response) => sendPdf(file, response) },
})

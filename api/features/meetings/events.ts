import type { Request, Response } from 'express'
import { z } from 'zod'
import { letGo } from '../../../data/workspace/meetings/holds.ts'
import { cursorOf } from '../../../data/workspace/meetings/parts.ts'
import { askerOf } from '../../meetings/asker.ts'
import { feedOf } from '../../meetings/feed.ts'
import { seatOf } from '../../meetings/seat.ts'
import { feature } from '../feature.ts'
import { inMeeting } from './address.ts'

const HEARTBEAT_MS = 15_000

/** How a stream of events begins, given the answer that it is sent on. */
type Stream = (request: Request, response: Response) => void

/** What happens in a session, as it happens, from where the reader was (`Last-Event-ID`, or `cursor`). */
export const events = feature({
  path: '/analysis-sessions/{id}/events',
  right: 'meetings.take-part',
  summary: {
    sv: 'Det som händer i mötet, allteftersom (server-sent events)',
    en: 'What happens in the session, as it happens (server-sent events)',
  },
  parameters: inMeeting.extend({
    cursor: z
      .string()
      .regex(/^\d{1,15}$/, 'count')
      .transform(Number)
      .optional()
      .describe('The last change that was seen; `Last-Event-ID` goes before it'),
  }),
  answer: z.unknown() as z.ZodType<Stream>,
  respond: async (asked): Promise<Stream> => {
    const { id, cursor } = asked.question
    const workspace = await asked.workspace()
    const seat = await seatOf(workspace.read, askerOf(asked), id)
    const me = seat.participant?.id ?? null
    const from = lastEventId(asked.http.request) ?? cursor ?? (await cursorOf(workspace.read, id))
    return (request, response) => {
      begin(response)
      const beat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS)
      const stop = feedOf(workspace).follow({
        meeting: id,
        participant: me,
        cursor: from,
        send: (event, data, seq) =>
          void response.write(
            `${seq === null ? '' : `id: ${seq}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
          ),
        end: () => void response.end(),
      })
      request.on('close', () => {
        clearInterval(beat)
        stop()
        if (me) void workspace.write((transaction) => letGo(transaction, id, me)).catch(() => {})
      })
    }
  },
  deliver: {
    mediaType: 'text/event-stream',
    send: (stream, response) => stream(response.req, response),
  },
})

function lastEventId(request: Request): number | null {
  const given = request.get('Last-Event-ID') ?? ''
  return /^\d{1,15}$/.test(given) ? Number(given) : null
}

/** Nothing may hold the events back or change them: no compression, no buffering proxy. */
function begin(response: Response): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  response.write('retry: 1000\n\n')
}

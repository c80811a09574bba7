import { z } from 'zod'
import { leads } from '../../../data/model/meetings/rules.ts'
import { hold, letGo } from '../../../data/workspace/meetings/holds.ts'
import { askerOf } from '../../meetings/asker.ts'
import { penOf, seatOf } from '../../meetings/seat.ts'
import { feature } from '../feature.ts'
import { ofPart } from './address.ts'

const Held = z.object({ part: z.string(), participant: z.string(), until: z.string(), mine: z.boolean() })

/** Ten seconds in which only the asker writes in a common text; the one who leads may take it over. */
export const take = feature({
  path: '/analysis-sessions/{id}/holds/{part}',
  method: 'put',
  right: 'meetings.take-part',
  audit: null,
  summary: { sv: 'Håller en gemensam text i tio sekunder', en: 'Holds a common text for ten seconds' },
  parameters: ofPart,
  body: z.strictObject({ force: z.boolean() }),
  answer: Held,
  respond: async (asked) => {
    const { id, part } = asked.question
    return (await asked.workspace()).write(async (transaction) => {
      const pen = penOf(await seatOf(transaction, askerOf(asked), id))
      const held = await hold(transaction, id, part, pen.id, asked.body.force && leads(pen))
      return { ...held, mine: held.participant === pen.id }
    })
  },
})

export const release = feature({
  path: '/analysis-sessions/{id}/holds/{part}',
  method: 'delete',
  right: 'meetings.take-part',
  audit: null,
  summary: { sv: 'Släpper en gemensam text', en: 'Lets go of a common text' },
  parameters: ofPart,
  answer: z.object({ released: z.literal(true) }),
  respond: async (asked) => {
    const { id, part } = asked.question
    await (await asked.workspace()).write(async (transaction) => {
      const pen = penOf(await seatOf(transaction, askerOf(asked), id))
      await letGo(transaction, id, pen.id, part)
    })
    return { released: true as const }
  },
})

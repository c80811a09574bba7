import { z } from 'zod'
import { FilledAnswer } from '../../../data/model/answers/meetings.ts'
import { text } from '../../../data/model/meetings/fields.ts'
import { membersOf } from '../../figures/members.ts'
import { askerOf } from '../../meetings/asker.ts'
import { filled } from '../../meetings/filled.ts'
import { inItsRelease } from '../../meetings/frozen.ts'
import { seatOf } from '../../meetings/seat.ts'
import { feature } from '../feature.ts'
import { inMeeting } from './address.ts'

/** What a text becomes while it is written: each token filled, and each mistake with the nearest that is known. */
export const filling = feature({
  path: '/analysis-sessions/{id}/filled-text',
  method: 'post',
  right: 'meetings.take-part',
  audit: null,
  summary: { sv: 'Fyller en texts klamrar ur mötets utgåva', en: "Fills a text's braces from the session's release" },
  parameters: inMeeting,
  body: z.strictObject({ text: text(4000) }),
  answer: FilledAnswer,
  respond: async (asked): Promise<FilledAnswer> => {
    const { question, body, language, keeper } = asked
    const seat = await seatOf((await asked.workspace()).read, askerOf(asked), question.id)
    return inItsRelease(keeper, seat, async (release) => {
      const members = membersOf(release, [seat.meeting.body.group], language, 'group')
      const made = await filled(release, body.text, members, language)
      return { text: made.text, mistakes: made.mistakes.map((one) => ({ ...one, message: one.message[language] })) }
    })
  },
})

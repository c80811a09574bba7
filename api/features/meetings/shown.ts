import { z } from 'zod'
import { askerOf } from '../../meetings/asker.ts'
import { refuseUnasked } from '../../meetings/asks.ts'
import { inItsRelease } from '../../meetings/frozen.ts'
import { seatOf } from '../../meetings/seat.ts'
import { seenPart } from '../../meetings/seen-part.ts'
import { Problem } from '../../problem.ts'
import { readQuestion } from '../../question/read-question.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { adjusted } from '../aggregate/adjusted.ts'
import { aggregate } from '../aggregate/aggregate.ts'
import { type Asked, type Feature, feature } from '../feature.ts'
import { ofPart } from './address.ts'

/** Protected resources that a card's figure may ask, by the word that its questions begin with. */
const RESOURCES: Readonly<Record<string, Feature>> = {
  aggregate: aggregate as unknown as Feature,
  adjusted: adjusted as unknown as Feature,
}

/** What a guest sees of ASI and UBU: the answers to what the session's own cards ask, in its frozen release. */
export const cardAnswer = feature({
  path: '/analysis-sessions/{id}/cards/{part}/answer',
  right: 'meetings.take-part',
  summary: {
    sv: 'Svaret på en av frågorna som ett korts skyddade figur ställer',
    en: 'The answer to one of the questions that the protected figure of a card asks',
  },
  parameters: ofPart.extend({
    ask: z.string().max(4000).describe('The question as the card has it: aggregate?instrument=asi&…'),
  }),
  answer: z.looseObject({}).describe('As the resource itself answers'),
  respond: async (asked) => {
    const { id, part, ask } = asked.question
    const { read } = await asked.workspace()
    const seat = await seatOf(read, askerOf(asked), id)
    refuseUnasked(await seenPart(read, seat, part), ask)
    return inItsRelease(asked.keeper, seat, (release) => answerTo(ask, release, asked))
  },
})

/** The answer to a card's question out of the session's release, as the resource itself would answer. */
async function answerTo(ask: string, release: OpenRelease, asked: Asked<unknown>) {
  const [word = '', query = ''] = ask.split(/\?(.*)/s)
  const resource = RESOURCES[word]
  if (!resource) throw new Problem('not-found', NO_SUCH)
  try {
    const { asked: question } = readQuestion(resource, new URLSearchParams(query), asked.language)
    const within = { question: { value: question }, release: { value: release } }
    return (await resource.respond(Object.create(asked, within) as Asked<Record<string, unknown>>)) as object as Record<
      string,
      unknown
    >
  } catch (error) {
    if (error instanceof Problem && error.status === 400) throw new Problem('invalid-question', resource.refusal!)
    throw error
  }
}

const NO_SUCH = { sv: 'Det finns ingen sådan fråga.', en: 'There is no such question.' }

import { z } from 'zod'
import type { Localized } from '../../../data/model/localized.ts'
import type { Body } from '../../../data/model/meetings/part.ts'
import { BODIES, Part, type PartKind } from '../../../data/model/meetings/part.ts'
import type { Saved } from '../../../data/workspace/meetings/parts.ts'
import { meetingPart } from '../../../data/workspace/meetings/parts.ts'
import { askerOf } from '../../meetings/asker.ts'
import { readied } from '../../meetings/readying.ts'
import { carryOut } from '../../meetings/saving.ts'
import { Problem } from '../../problem.ts'
import { wholeNumber } from '../../question/parameters.ts'
import { type Feature, feature } from '../feature.ts'
import { ofPart } from './address.ts'

const NAMES = {
  meeting: { segment: 'settings', sv: 'mötets uppgifter', en: 'what the session is' },
  participant: { segment: 'participants', sv: 'en deltagare', en: 'a participant' },
  card: { segment: 'cards', sv: 'ett kort på agendan', en: 'a card of the agenda' },
  note: { segment: 'notes', sv: 'en anteckning', en: 'a note' },
  answer: { segment: 'answers', sv: 'ett svar: gissning, prickar eller grad', en: 'an answer: guess, dots or grade' },
  action: { segment: 'actions', sv: 'en åtgärd', en: 'an action' },
} as const satisfies Record<PartKind, { segment: string } & Localized>

const Kept = z.object({ state: z.enum(['saved', 'same']), part: Part })

/** A way to save a part, and one to take it away. A stale save is answered 409 with the text that was first. */
function features(kind: PartKind): Feature[] {
  const { segment, sv, en } = NAMES[kind]
  const common = {
    path: `/analysis-sessions/{id}/${segment}/{part}` as const,
    right: 'meetings.take-part',
    audit: null,
    answer: Kept,
  } as const
  return [
    feature({
      ...common,
      method: 'put',
      summary: { sv: `Sparar ${sv}`, en: `Saves ${en}` },
      parameters: ofPart,
      body: z.strictObject({ base: z.number().int().min(0), body: BODIES[kind] as z.ZodType<Body> }),
      respond: async (asked) => {
        const { id, part } = asked.question
        const workspace = await asked.workspace()
        const meeting = await meetingPart(workspace.read, id)
        const body = meeting
          ? await readied(kind, asked.body.body, meeting, asked.keeper, asked.language)
          : asked.body.body
        const wish = { meeting: id, kind, id: part, base: asked.body.base, body }
        return kept(await carryOut(workspace, askerOf(asked), wish))
      },
    }) as unknown as Feature,
    feature({
      ...common,
      method: 'delete',
      summary: { sv: `Tar bort ${sv}; historiken finns kvar`, en: `Takes away ${en}; its history stays` },
      parameters: ofPart.extend({ base: wholeNumber('The version that was seen', 1, 999_999) }),
      respond: async (asked) => {
        const { id, part, base } = asked.question
        const wish = { meeting: id, kind, id: part, base, body: null }
        return kept(await carryOut(await asked.workspace(), askerOf(asked), wish))
      },
    }) as unknown as Feature,
  ]
}

function kept(saved: Saved): z.infer<typeof Kept> {
  if (saved.state !== 'stale') return saved
  throw new Problem(
    'conflict',
    {
      sv: 'Någon annan hann före. Båda texterna visas: ingenting har skrivits över.',
      en: 'Somebody else was first. Both texts are shown: nothing has been overwritten.',
    },
    [],
    { current: saved.part, version: saved.version },
  )
}

/** Every kind of part that a session is made of. */
export const partFeatures: readonly Feature[] = (Object.keys(NAMES) as PartKind[]).flatMap(features)

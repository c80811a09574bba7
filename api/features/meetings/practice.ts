import { z } from 'zod'
import { Action } from '../../../data/model/meetings/action.ts'
import { Note } from '../../../data/model/meetings/note.ts'
import type { Part } from '../../../data/model/meetings/part.ts'
import { municipalityOf } from '../../figures/lookup.ts'
import { idSet } from '../../question/parameters.ts'
import { feature } from '../feature.ts'

const Practice = z.object({
  notes: z.array(z.object({ municipality: z.string(), note: Note.pick({ kind: true, text: true }), at: z.string() })),
  actions: z.array(
    z.object({
      municipality: z.string(),
      action: Action.pick({ goal: true, text: true, owner: true, status: true, because: true }),
      at: z.string(),
    }),
  ),
})

/** What municipalities have written and done in their own sessions and chosen to share with others who look for examples. */
export const practice = feature({
  path: '/shared-practice',
  right: 'meetings.read',
  summary: { sv: 'Vad kommuner gör och har valt att dela', en: 'What municipalities do and have chosen to share' },
  parameters: z.object({ municipalities: idSet('Whose') }),
  answer: Practice,
  respond: async (asked) => {
    const codes = asked.question.municipalities.map((one) => municipalityOf(asked.release, one, 'municipalities').code)
    const { read } = await asked.workspace()
    const rows = await read
      .selectFrom('meeting_part')
      .select(['kind', 'body', 'saved_at'])
      .where('kind', 'in', ['note', 'action'])
      .orderBy('saved_at', 'desc')
      .orderBy('id')
      .execute()
    const parts = rows.map(({ kind, body, saved_at }) => ({ kind, body: JSON.parse(body), at: saved_at }) as Shared)
    const shared = parts.filter(({ body }) => body.shared && codes.includes(body.municipality ?? ''))
    return { notes: shared.flatMap(asNote), actions: shared.flatMap(asAction) }
  },
})

type Shared = Extract<Pick<Part, 'kind' | 'body'>, object> & {
  body: { shared: boolean; municipality: string | null }
  at: string
}

const asNote = ({ kind, body, at }: Shared): z.infer<typeof Practice>['notes'] => {
  if (kind !== 'note') return []
  const note = body as unknown as Note
  return note.hidden ? [] : [{ municipality: note.municipality!, note: { kind: note.kind, text: note.text }, at }]
}

const asAction = ({ kind, body, at }: Shared): z.infer<typeof Practice>['actions'] => {
  if (kind !== 'action') return []
  const { municipality, goal, text, owner, status, because } = body as unknown as Action
  return [{ municipality, action: { goal, text, owner, status, because }, at }]
}

import { z } from 'zod'
import { ActionsAnswer, type JudgedAction } from '../../../data/model/answers/meetings.ts'
import { calendar } from '../../../data/model/meetings/calendar.ts'
import { code } from '../../../data/model/meetings/fields.ts'
import { partsOf } from '../../../data/model/meetings/part.ts'
import { meetingPart, partsIn } from '../../../data/workspace/meetings/parts.ts'
import { meetingsFor } from '../../../data/workspace/meetings/people.ts'
import type { Reading } from '../../../data/workspace/workspace.ts'
import { column, columns } from '../../formats/columns.ts'
import { type Decided, judgedActions, summaryOf } from '../../meetings/actions.ts'
import { askerOf } from '../../meetings/asker.ts'
import { inItsOrServedRelease } from '../../meetings/frozen.ts'
import { seatOf } from '../../meetings/seat.ts'
import { feature } from '../feature.ts'
import { inMeeting } from './address.ts'

const answerOf = (actions: JudgedAction[], { about }: { about: { id: string; sample: boolean } }): ActionsAnswer => ({
  actions,
  summary: summaryOf(actions, new Date().toISOString().slice(0, 10)),
  release: about.id,
  sample: about.sample,
})

const decidedIn = async (read: Reading, id: string): Promise<Decided[]> => {
  const parts = await partsIn(read, id)
  const [meeting] = partsOf(parts, 'meeting')
  return meeting ? partsOf(parts, 'action').map((action) => ({ meeting, action })) : []
}

const ACTION_COLUMNS = [
  column('goal', 'text', 'Utvecklingsmål', 'Development goal'),
  column('action', 'text', 'Åtgärd', 'Action'),
  column('owner', 'text', 'Ansvarig roll', 'Responsible role'),
  column('due', 'text', 'Klart senast', 'Done by'),
  column('actionStatus', 'text', 'Läge', 'Status'),
  ...columns('indicator', 'title'),
  column('from', 'integer', 'Från år', 'From year'),
  column('baseline', 'number', 'Utgångsläge', 'Starting value'),
  column('period', 'integer', 'Till år', 'To year'),
  column('expected', 'text', 'Väntas', 'Expected'),
  column('size', 'number', 'Med minst', 'By at least'),
  column('because', 'text', 'Därför', 'Because'),
  column('verdict', 'text', 'Bedömning', 'Verdict'),
  column('explanation', 'text', 'Förklaring', 'Explanation'),
  column('meeting', 'text', 'Möte', 'Session'),
]

/** All that the asker's sessions have decided, judged by the release in service. */
export const actions = feature({
  path: '/actions',
  right: 'meetings.read',
  summary: {
    sv: 'Åtgärder från ens möten, bedömda efter den nuvarande utgåvan',
    en: "Actions of one's sessions, judged by the release in service",
  },
  parameters: z.object({ municipality: code.optional().describe('Only those of this municipality') }),
  answer: ActionsAnswer,
  respond: async (asked): Promise<ActionsAnswer> => {
    const { question, release, language } = asked
    const { read } = await asked.workspace()
    const account = askerOf(asked).account!
    const ids = await meetingsFor(read, account.id, account.municipalities)
    const all = (await Promise.all(ids.map((id) => decidedIn(read, id)))).flat()
    const wanted = all.filter(({ action }) => [undefined, action.body.municipality].includes(question.municipality))
    return answerOf(await judgedActions(release, wanted, language), release)
  },
  table: ({ actions: rows, release, sample }) => ({
    name: ['actions'],
    columns: [...columns('municipality', 'name'), ...ACTION_COLUMNS, ...columns('release', 'sample')],
    rows: rows.map(({ action, ...row }) => ({
      municipality: action.municipality,
      name: row.name,
      goal: action.goal,
      action: action.text,
      owner: action.owner,
      due: action.due,
      actionStatus: action.status,
      indicator: action.expectation?.indicator ?? null,
      title: row.about?.title ?? null,
      from: action.expectation?.from ?? null,
      baseline: action.expectation?.baseline ?? null,
      period: action.expectation?.period ?? null,
      expected: action.expectation?.direction ?? null,
      size: action.expectation?.size ?? null,
      because: action.because,
      verdict: row.word,
      explanation: row.sentence,
      meeting: row.meetingTitle,
      release,
      sample,
    })),
  }),
})

/** The session's own actions, and those of the session before, judged by the session's release. */
export const meetingActions = feature({
  path: '/analysis-sessions/{id}/judged-actions',
  right: 'meetings.take-part',
  summary: {
    sv: 'Mötets åtgärder och det förra mötets, bedömda efter mötets utgåva',
    en: "The session's actions and those of the session before, judged by the session's release",
  },
  parameters: inMeeting,
  answer: z.object({ previous: ActionsAnswer, own: ActionsAnswer }),
  respond: async (asked) => {
    const { read } = await asked.workspace()
    const { meeting } = await seatOf(read, askerOf(asked), asked.question.id)
    return inItsOrServedRelease(asked.keeper, { meeting }, async (release) => {
      const before = meeting.body.previous ? await decidedIn(read, meeting.body.previous) : []
      const invited = before.filter(({ action }) => meeting.body.municipalities.includes(action.body.municipality))
      const [previous, own] = await Promise.all(
        [invited, await decidedIn(read, meeting.id)].map((one) => judgedActions(release, one, asked.language)),
      )
      return { previous: answerOf(previous!, release), own: answerOf(own!, release) }
    })
  },
})

/** The days of a session's actions for a calendar program, each with a reminder two weeks before. */
export const actionCalendar = feature({
  path: '/analysis-sessions/{id}/actions.ics',
  right: 'meetings.take-part',
  summary: { sv: 'Åtgärdernas dagar som iCalendar', en: 'The days of the actions as iCalendar' },
  parameters: inMeeting,
  answer: z.string(),
  respond: async (asked) => {
    const { read } = await asked.workspace()
    const { meeting } = await seatOf(read, askerOf(asked), asked.question.id)
    const decided = await decidedIn(read, meeting.id)
    const events = decided.flatMap(({ action: { id, body } }) =>
      body.due === null || body.status === 'dropped'
        ? []
        : [{ uid: id, date: body.due, summary: body.text.slice(0, 120), description: `${body.owner}\n${body.goal}` }],
    )
    return calendar(events, (await meetingPart(read, meeting.id))!.body.title, new Date().toISOString())
  },
  deliver: {
    mediaType: 'text/calendar',
    send: (text, response) =>
      void response
        .set('Content-Disposition', 'attachment; filename="atgarder.ics"')
        .set('Content-Type', 'text/calendar; charset=utf-8')
        .send(text),
  },
})

import { z } from 'zod'
import { AuditAnswer } from '../../../data/model/answers/audit.ts'
import { lastAnchor } from '../../../data/workspace/audit.ts'
import { actionsIn, type Found, searchAudit } from '../../../data/workspace/audit-search.ts'
import { columns } from '../../formats/columns.ts'
import type { Column } from '../../formats/table.ts'
import { wholeNumber } from '../../question/parameters.ts'
import { feature } from '../feature.ts'

const MOST = 10_000
const day = (about: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'day')
    .describe(about)
    .optional()

const text = (key: string, sv: string, en: string): Column => ({ key, type: 'text', title: { sv, en } })

export const audit = feature({
  path: '/audit',
  right: 'audit.read',
  summary: { sv: 'Händelseloggen, det senaste först', en: 'The audit log, the latest first' },
  parameters: z.object({
    action: z.string().max(60).optional().describe('A kind of deed, such as sign-in.failed'),
    who: z.string().max(60).optional().describe('Id of an account'),
    q: z.string().max(100).optional().describe('A word anywhere'),
    from: day('First day'),
    to: day('Last day'),
    before: z
      .string()
      .regex(/^\d{1,15}$/, 'count')
      .transform(Number)
      .optional()
      .describe('Only lines before this one'),
    limit: wholeNumber('Lines at most', 1, MOST).prefault('100'),
  }),
  answer: AuditAnswer,
  async respond({ workspace, question }): Promise<AuditAnswer> {
    const { q, limit, ...search } = question
    const { read } = await workspace()
    const rows = await searchAudit(read, { ...search, word: q }, limit + 1)
    const shown = rows.slice(0, limit)
    return {
      lines: shown.map(lineOf),
      before: rows.length > limit ? shown.at(-1)!.seq : null,
      actions: await actionsIn(read),
      end: await lastAnchor(read),
    }
  },
  table: ({ lines }) => ({
    name: ['audit'],
    columns: [
      { key: 'seq', type: 'integer', title: { sv: 'Nummer', en: 'Number' } },
      text('time', 'Tid', 'Time'),
      text('actor', 'Konto', 'Account'),
      ...columns('name'),
      text('action', 'Händelse', 'Deed'),
      text('object', 'Vad', 'What'),
      text('about', 'Vem det gäller', 'Whom it is about'),
      text('body', 'Uppgifter', 'Particulars'),
    ],
    rows: lines.map(({ body, ...line }) => ({ ...line, body: body && JSON.stringify(body) })),
  }),
})

const lineOf = ({ seq, time, actor, name, action, object, about, body }: Found) => ({
  seq,
  time,
  actor,
  name,
  action,
  object,
  about,
  body: body === null ? null : JSON.parse(body),
})

import { z } from 'zod'
import { wholeIndicatorId } from '../indicator-id.ts'
import { code, partId, text } from './fields.ts'

export const actionStatuses = ['planned', 'under-way', 'done', 'dropped'] as const
/** What was decided when it had been judged: keep on, change, or end. */
export const decisions = ['adopt', 'adapt', 'abandon'] as const

const period = z.number().int().min(1900).max(2100)

/** What the action will be judged by: a figure, from one year to another, and what it is expected to do. */
const Expectation = z.strictObject({
  indicator: z.string().regex(wholeIndicatorId),
  sex: z.enum(['T', 'K', 'M']),
  from: period,
  /** The value at the start, as the session's release had it; null where there was none. */
  baseline: z.number().finite().nullable(),
  period,
  direction: z.enum(['up', 'down']),
  /** Smallest change that was predicted, in the indicator's unit; null where only the direction was. */
  size: z.number().positive().finite().nullable(),
})

/** What a municipality has decided to do, and how it will be known whether it helped. */
export const Action = z.strictObject({
  municipality: code,
  /** The development goal that it serves. */
  goal: text(500),
  text: text(1000).min(1),
  /** Who sees to it: a role, never a person's name. */
  owner: text(120),
  due: z.iso.date().nullable(),
  /** Null where nothing that is measured can tell. */
  expectation: Expectation.nullable(),
  /** Why it should help. */
  because: text(1000),
  /** Notes that it rests on. */
  notes: z.array(partId).max(50),
  status: z.enum(actionStatuses),
  decided: z.enum(decisions).nullable(),
  /** Others who look for good examples may read it. */
  shared: z.boolean(),
})
export type Action = z.infer<typeof Action>

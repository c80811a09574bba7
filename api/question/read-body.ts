import type { Request } from 'express'
import { z } from 'zod'
import type { Localized } from '../../data/model/localized.ts'
import { invalidBody, type Mistake, Problem } from '../problem.ts'
import { forms } from './parameters.ts'

const MOST_MISTAKES = 20

/**
 * Reads the JSON that was sent by the feature's schema; nothing for a feature that takes none.
 * @throws Problem that names every mistake by its field, never with the value that was sent
 */
export function readBody({ body: schema }: { body?: z.ZodType }, request: Request): unknown {
  if (!schema) return undefined
  if (!request.is('application/json')) throw notJson
  const read = schema.safeParse(parsed(request.body))
  if (read.success) return read.data
  throw invalidBody(read.error.issues.slice(0, MOST_MISTAKES).flatMap(mistakesOf))
}

function parsed(sent: unknown): unknown {
  try {
    return JSON.parse((sent as Buffer).toString('utf8'))
  } catch {
    throw invalidBody([{ path: '', message: UNREADABLE }])
  }
}

function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: key.slice(0, 40), message: UNKNOWN }))
  return [{ path: issue.path.join('.'), message: messageOf(issue) }]
}

function messageOf(issue: z.core.$ZodIssue): Localized {
  const own = forms[issue.message]
  if (own) return own
  if (issue.code === 'invalid_value') {
    const known = issue.values.join(', ')
    return { sv: `Här går ${known}.`, en: `Here one may write ${known}.` }
  }
  if (issue.code === 'too_big') return { sv: `Högst ${issue.maximum}.`, en: `At most ${issue.maximum}.` }
  if (issue.code === 'too_small') return { sv: `Minst ${issue.minimum}.`, en: `At least ${issue.minimum}.` }
  return { sv: 'Saknas eller går inte att läsa.', en: 'Missing or cannot be read.' }
}

const UNREADABLE: Localized = { sv: 'Det som skickades är inte JSON.', en: 'What was sent is not JSON.' }
const UNKNOWN: Localized = { sv: 'Fältet finns inte.', en: 'There is no such field.' }

const notJson = new Problem('wrong-media-type', {
  sv: 'Skicka uppgifterna som JSON med Content-Type: application/json.',
  en: 'Send the data as JSON with Content-Type: application/json.',
})

/** A schema of a body that knows every field that it may have. */
export const fields = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape)

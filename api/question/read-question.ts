import { z } from 'zod'
import type { Localized } from '../../data/model/localized.ts'
import { nearest } from '../../data/model/nearest.ts'
import { type Format, formats } from '../formats/index.ts'
import { type Language, languages } from '../language.ts'
import { invalidQuestion, type Mistake } from '../problem.ts'
import { forms } from './parameters.ts'

export type Question = { asked: Record<string, unknown>; language: Language; format: Format }

const LONGEST_ECHO = 40
const MOST_MISTAKES = 20

/** What of a feature says how it may be asked. */
type Askable = { parameters: z.ZodObject; right?: string; table?: (...answer: never[]) => unknown }

export const RELEASE_ID = /^[A-Za-z0-9-]{1,60}$/

/** Whether an answer comes out of a release alone: then it can be had of an earlier one. */
export const readsRelease = ({ right }: Pick<Askable, 'right'>): boolean =>
  right === 'open' || right === 'followup.read'

/** Parameters that every resource takes. */
const everywhere = (feature: Askable) => ({
  lang: z.enum(languages).optional().describe('Language of texts; goes before Accept-Language'),
  format: z
    .enum(feature.table ? formats : ['json'])
    .default('json')
    .describe('json, or the same answer as a table'),
  ...(readsRelease(feature) && { release: z.string().regex(RELEASE_ID, 'word').optional().describe(EARLIER) }),
})

const EARLIER = 'Id of an earlier release to answer from, as an analysis session does; without it the one in service'

/** The feature's own parameters and those that every resource takes. */
const shapeFor = (feature: Askable) => z.object({ ...feature.parameters.shape, ...everywhere(feature) })

/** Made once: a schema is compiled when it first reads. */
const shapes = new WeakMap<Askable, ReturnType<typeof shapeFor>>()

/** How a feature may be asked. */
export function shapeOf(feature: Askable): ReturnType<typeof shapeFor> {
  const shape = shapes.get(feature) ?? shapeFor(feature)
  shapes.set(feature, shape)
  return shape
}

/**
 * Reads the address's parameters by the feature's schema.
 * @throws Problem that names every unknown, repeated or malformed parameter, with what is known and the nearest
 */
export function readQuestion(
  feature: Askable,
  search: URLSearchParams,
  preferred: Language,
  inPath: Record<string, unknown> = {},
): Question {
  const shape = shapeOf(feature)
  const known = Object.keys(shape.shape).filter((name) => !(name in inPath))
  const names = [...new Set(search.keys())]
  const asText = Object.fromEntries(names.map((name) => [name, search.get(name) || undefined]))
  const given = { ...asText, ...(inPath as Record<string, string>) }
  const read = shape.safeParse(given)
  const mistakes = [
    ...names.filter((name) => !known.includes(name)).map((name) => unknownParameter(name, known)),
    ...names.filter((name) => search.getAll(name).length > 1).map(repeatedParameter),
    ...(read.error?.issues ?? []).map((issue) => mistakeOf(issue, given)),
  ]
  if (mistakes.length > 0 || !read.success) throw invalidQuestion(mistakes.slice(0, MOST_MISTAKES))
  const { lang, format, release: _, ...asked } = read.data
  return { asked, language: lang ?? preferred, format }
}

function unknownParameter(name: string, known: string[]): Mistake {
  const closest = nearest(name.slice(0, LONGEST_ECHO), known)
  return {
    path: name.slice(0, LONGEST_ECHO),
    message: {
      sv: `Parametern finns inte; menade du ${closest}? Här finns ${known.join(', ')}.`,
      en: `There is no such parameter; did you mean ${closest}? Here are ${known.join(', ')}.`,
    },
  }
}

const repeatedParameter = (path: string): Mistake => ({
  path: path.slice(0, LONGEST_ECHO),
  message: {
    sv: 'Parametern står mer än en gång; skriv flera värden med kommatecken emellan där det går.',
    en: 'The parameter stands more than once; write several values with commas between them where that is possible.',
  },
})

function mistakeOf(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): Mistake {
  const path = String(issue.path[0] ?? '')
  return { path, message: messageOf(issue, given[path]) }
}

function messageOf(issue: z.core.$ZodIssue, value: string | undefined): Localized {
  if (value === undefined) return { sv: 'Parametern saknas.', en: 'The parameter is missing.' }
  if (issue.code === 'invalid_value') return notAmong(value, issue.values.map(String))
  if (issue.code === 'too_big') {
    return { sv: `Högst ${issue.maximum} tecken.`, en: `At most ${issue.maximum} characters.` }
  }
  return forms[issue.message] ?? { sv: 'Värdet går inte att läsa.', en: 'The value cannot be read.' }
}

/** Says that a value is not known, what is, and the nearest: by spelling, unless said. Long lists are told by where they stand. */
export function notAmong(
  value: string,
  known: readonly string[],
  where?: Localized,
  closest = nearest(value.slice(0, LONGEST_ECHO), known),
): Localized {
  const shown = value.slice(0, LONGEST_ECHO)
  const list = (more: string | undefined) => (known.length <= 12 || !more ? known.join(', ') : more)
  return {
    sv: `${shown} finns inte; menade du ${closest}? Här finns ${list(where?.sv)}.`,
    en: `${shown} is not known; did you mean ${closest}? Known are ${list(where?.en)}.`,
  }
}

import { z } from 'zod'
import { wholeIndicatorId } from './indicator-id.ts'

/** Who has answered a local survey. Clients, and those close to them, are protected like the follow-up figures. */
const answerers = ['managers', 'staff', 'others', 'clients'] as const
export type Answerers = (typeof answerers)[number]
/** Those whose answers are shown as they are counted. */
export const openAnswerers = ['managers', 'staff', 'others'] as const satisfies readonly Answerers[]
export type OpenAnswerers = (typeof openAnswerers)[number]

/** Up to so many answerers are shown one by one, as a dot each. */
export const MOST_DOTS = 60
/** Fewer of the staff than this are not told apart: everybody would know who said what. Managers answer for their municipality. */
export const FEWEST_STAFF = 5

/** How one group of people has answered one question on a scale of grades. */
export const Survey = z.strictObject({
  question: z.string().regex(wholeIndicatorId),
  title: z.string().min(1),
  answerers: z.enum(answerers),
  period: z.number().int(),
  /** Null where the answers are of all municipalities together. */
  municipality: z.string().nullable(),
  /** From the lowest; a grade without a name is its number. */
  grades: z.array(z.strictObject({ value: z.number().int(), name: z.string().nullable() })).min(2),
  /** How many have chosen each of the grades, in their order. */
  counts: z.array(z.number().int().nonnegative()),
  /** How many were asked; null where the file does not say. */
  asked: z.number().int().nullable(),
})
export type Survey = z.infer<typeof Survey>

/** What tells a survey from another: question, year and municipality. */
export const surveyId = ({ question, period, municipality }: Survey): string =>
  [question, period, municipality ?? 'alla'].join(' ')

/** A run of grades that is told as one, and how many percent of the answers lie in it. */
const ProtectedBar = z.strictObject({ from: z.number().int(), to: z.number().int(), percent: z.number().int() })

/** How a group of clients has answered, protected: nothing in it is a count of anybody. */
export const ProtectedSurvey = z.strictObject({
  ...Survey.pick({ question: true, title: true, period: true, municipality: true, grades: true }).shape,
  answerers: z.literal('clients'),
  /** Protected, to the nearest five; never below ten. */
  answered: z.number().int(),
  /** Percent of those asked, to the nearest five; null where the file does not say how many were asked. */
  responseRate: z.number().int().nullable(),
  /** From the lowest grade; empty where too few are apart for any division to be told. */
  bars: z.array(ProtectedBar),
})
export type ProtectedSurvey = z.infer<typeof ProtectedSurvey>

/** What the answers of clients to surveys are called beside the instruments, where years wait at the release gate. */
export const CLIENT_SURVEYS = 'enkät'

import { z } from 'zod'
import { openAnswerers } from '../survey.ts'
import { provenance } from './figure.ts'

const Answers = z.object({
  municipality: z.string().nullable().describe('Null for all municipalities together'),
  name: z.string(),
  asked: z.number().int().nullable(),
  answered: z.number().int(),
  counts: z.array(z.number().int()).describe('How many have chosen each grade, in the order of the grades'),
})

export const SurveyQuestion = z.object({
  question: z.string(),
  title: z.string(),
  answerers: z.enum(openAnswerers).describe('Who has answered; clients’ answers are another resource'),
  period: z.number().int(),
  periods: z.array(z.number().int()).describe('Every year that the question was asked'),
  grades: z.array(z.object({ value: z.number().int(), name: z.string() })).describe('From the lowest'),
  groups: z.array(Answers),
})
export type SurveyQuestion = z.infer<typeof SurveyQuestion>

export const SurveysAnswer = z.object({ questions: z.array(SurveyQuestion), ...provenance })
export type SurveysAnswer = z.infer<typeof SurveysAnswer>

const ProtectedAnswers = z.object({
  municipality: z.string().nullable().describe('Null for all municipalities together'),
  name: z.string(),
  answered: z.number().int().describe('Protected, to the nearest five'),
  responseRate: z.number().int().nullable().describe('Percent of those asked, to the nearest five'),
  bars: z
    .array(z.object({ from: z.number().int(), to: z.number().int(), percent: z.number().int() }))
    .describe('Runs of grades; empty where none can be told apart'),
})

export const ClientQuestion = z.object({
  question: z.string(),
  title: z.string(),
  period: z.number().int(),
  periods: z.array(z.number().int()).describe('Every year that it is shown for'),
  grades: z.array(z.object({ value: z.number().int(), name: z.string() })).describe('From the lowest'),
  groups: z.array(ProtectedAnswers),
})
export type ClientQuestion = z.infer<typeof ClientQuestion>

/** How clients have answered local surveys: all of it protected. */
export const ClientSurveysAnswer = z.object({ questions: z.array(ClientQuestion), ...provenance })
export type ClientSurveysAnswer = z.infer<typeof ClientSurveysAnswer>

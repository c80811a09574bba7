import { z } from 'zod'
import { answerers } from '../survey.ts'
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
  answerers: z.enum(answerers).describe('Who has answered; never clients'),
  period: z.number().int(),
  periods: z.array(z.number().int()).describe('Every year that the question was asked'),
  grades: z.array(z.object({ value: z.number().int(), name: z.string() })).describe('From the lowest'),
  groups: z.array(Answers),
})
export type SurveyQuestion = z.infer<typeof SurveyQuestion>

export const SurveysAnswer = z.object({ questions: z.array(SurveyQuestion), ...provenance })
export type SurveysAnswer = z.infer<typeof SurveysAnswer>

import type { Survey } from '../../data/model/survey.ts'
import { FEWEST_CHANGED, isOftenChanged } from './gate.ts'
import { answeredIn } from './survey.ts'

/** What the last release shows of a group's answers to a question rests on. */
export interface ReleasedSurvey {
  survey: Survey
  signature: string
  /** When it changed, ISO. */
  changes: string[]
}

/** What comes of a group's answers at the gate: what to show, and whether newer ones wait. */
export interface Passed {
  /** Null where nothing may be shown. */
  released: ReleasedSurvey | null
  waits: 'fewer-than-ten' | 'four-changes' | 'stricter' | null
}

/**
 * The release gate for answers of clients (disclosure rule 11): they change only where at least ten persons were added,
 * removed or altered, and at most four times in a year. Nobody is known one by one here, so the fewest that can have
 * changed count.
 */
export function surveyGate(
  survey: Survey,
  before: ReleasedSurvey | null,
  { signature, builtAt, sample }: { signature: string; builtAt: Date; sample: boolean },
): Passed {
  const first = before === null
  const changed = first ? answeredIn(survey) : fewestChanged(before.survey, survey)
  const passes = (changes: string[]): Passed => ({ released: { survey, signature, changes }, waits: null })
  if (first) return changed < FEWEST_CHANGED ? { released: null, waits: null } : passes([])
  if (changed === 0) return passes(before.changes)
  const isOften = isOftenChanged(before.changes, builtAt) && !sample
  if (changed >= FEWEST_CHANGED && !isOften) return passes([...before.changes, builtAt.toISOString()])
  if (before.signature !== signature) return { released: null, waits: 'stricter' }
  return { released: before, waits: changed < FEWEST_CHANGED ? 'fewer-than-ten' : 'four-changes' }
}

/** The fewest persons that can have been added, removed or have answered otherwise between the two. */
export function fewestChanged(before: Survey, after: Survey): number {
  const grades = new Set([...before.grades, ...after.grades].map(({ value }) => value))
  const differences = [...grades].map((grade) => countAt(after, grade) - countAt(before, grade))
  const more = differences.reduce((sum, one) => sum + Math.max(0, one), 0)
  const fewer = differences.reduce((sum, one) => sum + Math.max(0, -one), 0)
  const asked = Math.abs((after.asked ?? 0) - (before.asked ?? 0))
  return Math.max(more, fewer, asked)
}

const countAt = ({ grades, counts }: Survey, grade: number): number =>
  counts[grades.findIndex(({ value }) => value === grade)] ?? 0

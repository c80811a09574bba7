import { type State, writeState } from '../address/state.ts'

/** What stays the same of a figure's name when the year or the municipality changes: `rang` of `rang-N31807-2024-0184`. */
export const kindOf = (name: string): string => name.split('-')[0]!

/**
 * The page that shows a figure, as a basket writes it: its address without the reader's language and basket. A figure of
 * the latest year is picked with that year, so that next year's publication does not change it under its comment.
 */
export function pickedQuery(state: State, { data }: { data: { question: { period?: unknown } } }): string {
  const period = typeof data.question.period === 'number' ? String(data.question.period) : state.period
  return writeState({ ...state, period, lang: 'sv', basket: '' }).replace(/^[/?]/, '')
}

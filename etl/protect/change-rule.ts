import type { InterviewKind } from '../../data/instruments/definition.ts'
import type { YearPersons } from './persons.ts'
import { membersOf } from './persons.ts'
import type { KindPlan, Plan } from './plan.ts'
import type { ShownSet } from './sets.ts'

/** Which cells of a kind are shown at all, and of which of them the means: of a change those are its two ends. */
export interface ChangeRule {
  isShown(set: ShownSet): boolean
  hasEnds(set: ShownSet): boolean
}

/**
 * A change repeats what the baseline told, of nearly the same persons. So it is shown for all and by sex only. Before and
 * after (and the mean change between them) further need that those of the baseline cell who were not followed up are none
 * or at least k (disclosure rule 3), in each of the cells that hold the same persons. Other kinds are shown as they are.
 */
export function changeRule({ kind }: KindPlan, plan: Plan, persons: YearPersons, k: number): ChangeRule {
  if (kind !== 'change') return { isShown: () => true, hasEnds: () => true }
  const sizeIn = (of: InterviewKind, cell: number): number => {
    const ofKind = persons.get(of)
    return ofKind ? membersOf(ofKind, plan.cells[cell]!).length : 0
  }
  const hasRest = (cell: number): boolean => {
    const rest = sizeIn('baseline', cell) - sizeIn('change', cell)
    return rest === 0 || rest >= k
  }
  const sex = plan.instrument.dimensions.findIndex(({ id }) => id === 'kon')
  const isWide = (cell: number): boolean => plan.cells[cell]!.every(([dimension], at) => at === 0 && dimension === sex)
  return {
    isShown: ({ cells }) => cells.some(isWide),
    hasEnds: ({ cells }) => cells.every(hasRest),
  }
}

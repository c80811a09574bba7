import type { InterviewKind, Measure } from '../../data/instruments/definition.ts'
import { type Answers, noAnswers } from './answers.ts'
import { type Drawing, type Figure, figureOf } from './figures.ts'
import { personKey } from './keys.ts'
import { membersOf, type Persons } from './persons.ts'
import type { KindPlan, Plan, Strictness } from './plan.ts'
import { type ShownSet, shownSets } from './sets.ts'
import { shownCount } from './shown.ts'
import { emptyTally, type Tally } from './tally.ts'
import { noteMoments, noteNonResponse } from './whole.ts'

/** The persons of a municipality's year, by kind; a kind without anyone is absent. */
export type YearPersons = Map<InterviewKind, Persons>

export interface MunicipalityYear {
  municipality: string
  year: number
  salt: string
}

/** Everything of an instrument that may be shown of a municipality's year (disclosure rules 1–3 and 5–9). */
export function answersOf(
  plan: Plan,
  persons: YearPersons,
  { municipality, year, salt }: MunicipalityYear,
  secret: string,
  strictness: Strictness,
): Answers {
  const answers = noAnswers()
  for (const kind of plan.kinds) {
    const ofKind = persons.get(kind.kind)
    if (!ofKind) continue
    const keys = Uint32Array.from(ofKind.ids, (id) => personKey(secret, municipality, year, salt, id))
    const drawing = { persons: ofKind, keys, secret, strictness }
    addKind(plan, kind, drawing, changeRule(plan, persons, strictness.k), answers)
  }
  return answers
}

/** Why a measure of a change may not be shown of a set; null where it may. */
type ChangeRule = (measure: Measure, set: ShownSet) => 'notFollowedUp' | 'tooNarrow' | null

/**
 * A change repeats what the baseline told, of nearly the same persons and with noise of its own. So it is shown for all
 * and by sex, and before and after for all only: with more of them the red team's attackers came above what they may
 * reach. Before and after further need that those of the baseline cell who were not followed up are none or at least k
 * (disclosure rule 3), in each of the cells that hold the same persons.
 */
function changeRule({ cells, instrument }: Plan, persons: YearPersons, k: number): ChangeRule {
  const sizeIn = (kind: InterviewKind, cell: number): number => {
    const ofKind = persons.get(kind)
    return ofKind ? membersOf(ofKind, cells[cell]!).length : 0
  }
  const hasRest = (cell: number): boolean => {
    const rest = sizeIn('baseline', cell) - sizeIn('change', cell)
    return rest === 0 || rest >= k
  }
  const sex = instrument.dimensions.findIndex(({ id }) => id === 'kon')
  const isWide = (cell: Plan['cells'][number], isEnd: boolean): boolean =>
    cell.length === 0 || (!isEnd && cell.length === 1 && cell[0]![0] === sex)
  return ({ interview, derivation }, set) => {
    if (interview !== 'change') return null
    const isEnd = !derivation.minus
    if (!set.cells.some((cell) => isWide(cells[cell]!, isEnd))) return 'tooNarrow'
    return isEnd && !set.cells.every(hasRest) ? 'notFollowedUp' : null
  }
}

function addKind(plan: Plan, kind: KindPlan, drawing: Drawing, hides: ChangeRule, answers: Answers): void {
  const tally = emptyTally()
  const members = plan.cells.map((cell) => membersOf(drawing.persons, cell))
  const sets = shownSets(members, drawing.keys, drawing.strictness, tally)
  for (const set of sets) {
    for (const [at, { number, measure }] of kind.measures.entries()) {
      const figure = hides(measure, set) ?? figureOf(measure, at, set, drawing)
      count(tally, figure, set.cells.length)
      if (typeof figure === 'object') add(figure, number, set, answers)
    }
  }
  if (sets.some(({ cells }) => cells.includes(0))) noteNonResponse(kind, members[0]!, drawing, answers)
  noteMoments(kind, drawing.persons, answers)
  answers.tally[kind.kind] = tally
}

function count(
  { figures }: Tally,
  figure: Figure | Exclude<keyof Tally['figures'], 'considered' | 'shown'>,
  cells: number,
) {
  figures.considered += cells
  figures[typeof figure === 'object' ? 'shown' : figure] += cells
}

function add(figure: Figure, measure: number, set: ShownSet, { figures, steps }: Answers): void {
  for (const cell of set.cells) {
    figures.measure.push(measure)
    figures.cell.push(cell)
    figures.count.push(shownCount(set.protectedCount))
    figures.value.push(figure.value)
    figures.bound.push(figure.bound === 'under' ? -1 : figure.bound === 'over' ? 1 : 0)
    if (!('steps' in figure)) continue
    for (const step of figure.steps) {
      steps.measure.push(measure)
      steps.cell.push(cell)
      steps.first.push(step.first)
      steps.last.push(step.last)
      steps.count.push(step.count)
    }
  }
}

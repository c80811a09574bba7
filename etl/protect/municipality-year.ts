import type { Family } from '../../data/instruments/cells.ts'
import { type Answers, noAnswers } from './answers.ts'
import { type ChangeRule, changeRule } from './change-rule.ts'
import { shownCounts } from './counts.ts'
import { familiesAmong } from './families.ts'
import { type Drawing, exactly, type Figure, figureOfMean, figuresOfItem, type Hidden } from './figures.ts'
import { personKey } from './keys.ts'
import { membersOf, type YearPersons } from './persons.ts'
import type { KindPlan, Plan, PlannedMeasure, Strictness } from './plan.ts'
import { type ShownSet, shownSets } from './sets.ts'
import { emptyTally, type Tally } from './tally.ts'
import { noteMoments, noteNonResponse } from './whole.ts'

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
    addKind(plan, kind, persons, { persons: ofKind, keys, secret, strictness }, answers)
  }
  return answers
}

function addKind(plan: Plan, kind: KindPlan, persons: YearPersons, drawing: Drawing, answers: Answers): void {
  const tally = emptyTally()
  const members = plan.cells.map((cell) => membersOf(drawing.persons, cell))
  const rule = changeRule(kind, plan, persons, drawing.strictness.k)
  const passing = shownSets(members, drawing.keys, drawing.strictness, tally)
  const sets = passing.filter((set) => rule.isShown(set))
  const families = familiesAmong(plan.families, sets)
  const counts = shownCounts(sets, families, drawing.strictness)
  for (const { planned, at, figure } of figuresOf(kind, sets, families, drawing, counts, rule)) {
    const set = sets[at]!
    count(tally, figure, set.cells.length)
    if (typeof figure === 'object') addFigure(figure, planned.number, set, counts[at]!, answers)
  }
  countNarrow(tally, passing, sets, kind)
  if (sets.some(({ cells }) => cells.includes(0))) noteNonResponse(kind, members[0]!, drawing, answers)
  noteMoments(kind, drawing.persons, answers)
  answers.tally[kind.kind] = tally
}

/** A measure's figure in the shown set at a place, or why there is none. */
interface Found {
  planned: PlannedMeasure
  at: number
  figure: Figure | Why
}

function* figuresOf(
  { counts: counting, items, means }: KindPlan,
  sets: readonly ShownSet[],
  families: readonly Family[],
  drawing: Drawing,
  counts: readonly number[],
  rule: ChangeRule,
): Generator<Found> {
  for (const planned of counting) {
    for (const [at, shown] of counts.entries()) yield { planned, at, figure: exactly(shown) }
  }
  for (const item of items) {
    for (const [at, figures] of figuresOfItem(item, sets, families, drawing).entries()) {
      for (const [i, planned] of item.measures.entries()) yield { planned, at, figure: figures[i]! }
    }
  }
  const withEnds = sets.map((set) => rule.hasEnds(set))
  for (const planned of means) {
    for (const [at, set] of sets.entries()) {
      yield { planned, at, figure: withEnds[at] ? figureOfMean(planned, set, drawing) : 'notFollowedUp' }
    }
  }
}

type Why = Hidden | 'notFollowedUp'

function count({ figures }: Tally, figure: Figure | Why, cells: number): void {
  figures.considered += cells
  figures[typeof figure === 'object' ? 'shown' : figure] += cells
}

/** Cells that pass every other rule, of a kind that is shown for all and by sex only. */
function countNarrow(
  { figures }: Tally,
  passing: readonly ShownSet[],
  shown: readonly ShownSet[],
  { counts, items, means }: KindPlan,
): void {
  const cells = passing.filter((set) => !shown.includes(set)).reduce((sum, set) => sum + set.cells.length, 0)
  const ofEach = counts.length + means.length + items.reduce((sum, { measures }) => sum + measures.length, 0)
  figures.considered += cells * ofEach
  figures.tooNarrow += cells * ofEach
}

function addFigure(figure: Figure, measure: number, set: ShownSet, count: number, { figures, bars }: Answers): void {
  const known = 'bars' in figure ? { low: null, high: null } : figure
  for (const cell of set.cells) {
    figures.measure.push(measure)
    figures.cell.push(cell)
    figures.count.push(count)
    figures.low.push(known.low)
    figures.high.push(known.high)
    if (!('bars' in figure)) continue
    for (const bar of figure.bars) {
      bars.measure.push(measure)
      bars.cell.push(cell)
      bars.first.push(bar.first)
      bars.last.push(bar.last)
      bars.percent.push(bar.percent)
    }
  }
}

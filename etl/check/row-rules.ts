import { AREAS } from '../../data/instruments/asi-columns.ts'
import { type CompositeScores, compositeScores, type Items, SCORE_OF_AREA } from '../../data/instruments/asi-scores.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import { ANSWERING_AGES, CHILD_ANSWERS } from '../../data/instruments/ubu-columns.ts'
import type { Localized } from '../../data/model/localized.ts'
import type { ExtractRow } from './rows.ts'
import type { Problem } from './rules.ts'

/** What is wrong with a row whose cells are each right. */
export function rowProblems(instrument: Instrument, row: ExtractRow): Problem[] {
  return instrument.id === 'asi' ? asiProblems(row) : ubuProblems(row)
}

/** The composite scores of an interview by the vault's column names, rounded to six decimals. */
export function scoresOf({ values, notApplicable }: ExtractRow): Record<string, number | null> {
  const items: Record<string, unknown> = notApplicable.length === 0 ? values : { ...values }
  for (const id of notApplicable) items[id] = 'N'
  const scores: CompositeScores = compositeScores(items as Items)
  return Object.fromEntries(AREAS.map(({ id }) => [`${id}_sammanvagt`, rounded(scores[SCORE_OF_AREA[id]])]))
}

const rounded = (score: number | null): number | null => (score === null ? null : Math.round(score * 1e6) / 1e6)

function asiProblems(row: ExtractRow): Problem[] {
  const beyond = Object.entries(scoresOf(row))
    .filter(([, score]) => score !== null && (score < 0 || score > 1))
    .map(([column]): Problem => ({ rule: 'score-beyond-scale', row: row.row, column }))
  const { alkohol_berusning_dagar: drunk, alkohol_anvandning_dagar: used } = row.values
  const unlikely = typeof drunk === 'number' && typeof used === 'number' && drunk > used
  return unlikely ? [...beyond, unlikelyBeside(row, 'alkohol_berusning_dagar', 'alkohol_anvandning_dagar')] : beyond
}

function ubuProblems(row: ExtractRow): Problem[] {
  return [...childProblems(row), ...endingProblems(row)]
}

function childProblems({ row, values }: ExtractRow): Problem[] {
  const age = values.aldersgrupp
  if (typeof age !== 'string' || ANSWERING_AGES.includes(age)) return []
  return CHILD_ANSWERS.filter((column) => values[column] != null).map((column) => ({
    rule: 'child-under-seven',
    row,
    column,
  }))
}

function endingProblems(row: ExtractRow): Problem[] {
  const { tillfalle, avslut_sort: ending } = row.values
  if (ending == null || (tillfalle === 'avslut') === (ending !== 'pagar')) return []
  return [unlikelyBeside(row, 'avslut_sort', 'tillfalle')]
}

function unlikelyBeside({ row }: ExtractRow, column: string, other: string): Problem {
  const about: Localized = { sv: other, en: other }
  return { rule: 'unlikely-combination', row, column, about }
}

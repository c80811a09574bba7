import type { AggregateAnswer, AggregateCell } from '../../../data/model/answers/aggregate.ts'
import type { CatalogueMeasure } from '../../../data/model/answers/instruments.ts'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { answeredAs, placesQuestion, type Spot } from './spots.ts'

/** A question to the protected figures: measures of places in one period, whole or broken down. */
export type CellsQuestion = {
  instrument: string
  measures: readonly string[]
  spots: readonly Spot[]
  period: string
  by?: string
  where?: string
}

type Categories = Readonly<Record<string, string>>

/** What was answered, by measure, place and category. */
export type Cells = {
  cell(measure: string, spot: Spot, categories?: Categories): AggregateCell | undefined
  figure(measure: string, spot: Spot, categories?: Categories): ProtectedFigure
  measure(id: string): CatalogueMeasure | undefined
  /** Everything that is shown of some measures, in all categories; of one place or of all. */
  shown(measures: readonly string[], spot?: Spot): AggregateCell[]
  /** How the figures are protected, in words for their reader. */
  protection: string
  source: string
  processing: string
  sample: boolean
  /** The question as the API was asked it, for saving the same figures as a file. */
  asked: Record<string, string>
}

/** @throws AskError */
export async function askCells(question: CellsQuestion, lang: Lang): Promise<Cells> {
  const asked = {
    instrument: question.instrument,
    measure: question.measures.join(','),
    ...placesQuestion(question.spots),
    periods: question.period,
    by: question.by ?? '',
    where: question.where ?? '',
  }
  return cellsOf(await ask<AggregateAnswer>('aggregate', asked, lang), asked)
}

function cellsOf(answer: AggregateAnswer, asked: Record<string, string>): Cells {
  const cells = new Map(answer.cells.map((cell) => [keyOf(cell.measure, cell.place, cell.categories), cell]))
  const measures = new Map(answer.measures.map((measure) => [measure.id, measure]))
  const cell: Cells['cell'] = (measure, spot, categories = {}) =>
    cells.get(keyOf(measure, answeredAs(spot), { ...whereOf(asked), ...categories }))
  const { protection, source, processing, sample } = answer
  return {
    cell,
    figure: (...at) => figureOf(cell(...at), measures.get(at[0])),
    measure: (id) => measures.get(id),
    shown: (wanted, spot) =>
      answer.cells.filter(
        (one) => one.shown && wanted.includes(one.measure) && (!spot || one.place === answeredAs(spot)),
      ),
    ...{ protection, source, processing, sample, asked },
  }
}

/** What was chosen for all cells stands in each of them too. */
function whereOf({ where = '' }: Record<string, string>): Categories {
  return Object.fromEntries(where === '' ? [] : where.split(',').map((choice) => choice.split(':')))
}

const keyOf = (measure: string, place: string, categories: Categories): string =>
  [measure, place, ...Object.entries(categories).map(String).sort()].join('|')

function figureOf(cell: AggregateCell | undefined, measure: CatalogueMeasure | undefined): ProtectedFigure {
  if (!cell?.shown) return HIDDEN
  const { value, bound, lower, upper, count } = cell
  const decimals = measure?.kind === 'mean' ? { decimals: measure.decimals } : {}
  return { value, bound: bound ?? null, lower, upper, count, ...decimals }
}

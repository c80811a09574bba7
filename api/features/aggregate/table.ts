import type { AggregateAnswer } from '../../../data/model/answers/aggregate.ts'
import { column, columns, provenanceColumns } from '../../formats/columns.ts'
import type { Column, Table } from '../../formats/table.ts'

const COLUMNS: Column[] = [
  column('instrument', 'text', 'Instrument', 'Instrument'),
  column('measure', 'text', 'Mått', 'Measure'),
  column('title', 'text', 'Måttets namn', 'Title of the measure'),
  column('place', 'text', 'Kommun eller grupp', 'Municipality or group'),
  column('placeName', 'text', 'Namn', 'Name'),
  column('period', 'text', 'År', 'Year'),
  column('categories', 'text', 'Indelning', 'Categories'),
  column('value', 'number', 'Värde', 'Value'),
  column('bound', 'text', 'Under, över eller mellan', 'Under, over or between'),
  column('unit', 'text', 'Enhet', 'Unit'),
  column('count', 'integer', 'Antal (skyddat)', 'Count (protected)'),
  column('coverage', 'text', 'Täckning', 'Coverage'),
  ...columns('lower', 'upper', 'status'),
  column('followUp', 'number', 'Uppföljda, procent', 'Followed up, per cent'),
  column('followUpBound', 'text', 'Uppföljda: under, över eller mellan', 'Followed up: under, over or between'),
  column('followUpLower', 'number', 'Uppföljda: nedre gräns', 'Followed up: lower limit'),
  column('followUpUpper', 'number', 'Uppföljda: övre gräns', 'Followed up: upper limit'),
  column('nonResponse', 'number', 'Bortfall, procent', 'Non-response, per cent'),
  column('stepFrom', 'number', 'Steg från', 'Step from'),
  column('stepTo', 'number', 'Steg till', 'Step to'),
  column('stepShare', 'number', 'Andel i steget, procent', 'Share in the step, per cent'),
  ...provenanceColumns,
]

const NO_STEP = { stepFrom: null, stepTo: null, stepShare: null }

/** One row a cell; of a distribution one row a bar. */
export function tableOf(answer: AggregateAnswer): Table {
  const { instrument, measures, source, processing, release, sample } = answer
  const whole = { instrument, source, processing, release, sample }
  const about = new Map(measures.map((measure) => [measure.id, { title: measure.title, unit: measure.unit }]))
  return {
    name: ['aggregate', instrument, ...(measures.length === 1 ? [measures[0]!.id] : [])],
    columns: COLUMNS,
    rows: answer.cells.flatMap((cell) =>
      stepsOf(cell).map((step) => ({ ...whole, ...about.get(cell.measure), ...rowOf(cell), ...step })),
    ),
  }
}

type Cell = AggregateAnswer['cells'][number]

function rowOf({ measure, place, name, period, value, count, lower, upper, status, ...cell }: Cell) {
  return {
    measure,
    place,
    placeName: name,
    period: String(period),
    categories: Object.entries(cell.categories)
      .map(([dimension, category]) => `${dimension}:${category}`)
      .join(', '),
    value,
    bound: cell.bound ?? null,
    count,
    coverage: cell.coverage?.text ?? null,
    lower,
    upper,
    status,
    followUp: cell.followUp?.value ?? null,
    followUpBound: cell.followUp?.bound ?? null,
    followUpLower: cell.followUp?.lower ?? null,
    followUpUpper: cell.followUp?.upper ?? null,
    nonResponse: cell.nonResponse,
  }
}

function stepsOf({ distribution }: Cell) {
  if (!distribution) return [NO_STEP]
  return distribution.map(({ from, to, share }) => ({
    stepFrom: from,
    stepTo: to,
    stepShare: share,
  }))
}

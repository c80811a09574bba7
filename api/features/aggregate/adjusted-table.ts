import type { AdjustedAnswer } from '../../../data/model/answers/adjusted.ts'
import { column, columns, provenanceColumns } from '../../formats/columns.ts'
import type { Column, Table } from '../../formats/table.ts'

const COLUMNS: Column[] = [
  column('instrument', 'text', 'Instrument', 'Instrument'),
  column('measure', 'text', 'Mått', 'Measure'),
  ...columns('title', 'municipality', 'name'),
  column('period', 'text', 'År', 'Year'),
  column('reference', 'text', 'Jämfört med', 'Compared with'),
  column('value', 'number', 'Justerad andel, procent', 'Adjusted share, per cent'),
  column('ratio', 'number', 'Kvot mot förväntat', 'Ratio to expected'),
  ...columns('lower', 'upper'),
  column('observed', 'number', 'Observerade', 'Observed'),
  column('expected', 'number', 'Förväntade', 'Expected'),
  column('covered', 'number', 'Täckning, procent', 'Covered, per cent'),
  ...columns('comparison', 'status'),
  ...provenanceColumns,
]

/** One row a municipality. */
export function adjustedTable(answer: AdjustedAnswer): Table {
  const { instrument, about, period, reference, source, processing, release, sample } = answer
  const whole = { instrument, measure: about.id, title: about.title, period: String(period), reference: reference.name }
  return {
    name: ['adjusted', instrument, about.id, String(period)],
    columns: COLUMNS,
    rows: answer.rows.map((row) => ({ ...whole, ...row, source, processing, release, sample })),
  }
}

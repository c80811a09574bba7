import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'
import { writeBare } from '../../../data/model/numbers.ts'
import { bandWord } from '../../charts/bands.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'

type Row = MatrixAnswer['rows'][number]

/** The overview as a table: a column a municipality, and last what is said of the own one. */
export function overviewTable({ columns, names, rows }: MatrixAnswer, context: Context): Table {
  const { texts, state } = context
  const own = columns.indexOf(state.municipality)
  const judged =
    own === -1 ? [] : [texts.matrix.bandOf(names[own]!), texts.columns.uncertainty, texts.matrix.trendOf(names[own]!)]
  return {
    columns: [
      { label: texts.columns.indicator },
      { label: texts.columns.unit },
      { label: texts.columns.year },
      ...names.map((label) => ({ label, numeric: true })),
      ...judged.map((label) => ({ label })),
    ],
    rows: rows.map((row) => [
      row.about.short,
      row.about.unit,
      row.period === null ? '' : String(row.period),
      ...row.cells.map((cell) => writtenValue(cell, row, context)),
      ...(own === -1 ? [] : judgement(row.cells[own]!, row, context)),
    ]),
  }
}

const writtenValue = ({ value, status }: Row['cells'][number], { about }: Row, { lang }: Context): string =>
  value === null ? missingWord(status, lang) : writeBare(value, about, lang)

function judgement({ band, value, trend, uncertainty }: Row['cells'][number], row: Row, { texts }: Context): string[] {
  return [
    band === null ? '' : bandWord(placeOf(band, row), value, texts),
    value === null ? '' : texts.restWords[uncertainty],
    trend === null || trend === 'none' ? '' : texts.matrix.trends[trend],
  ]
}

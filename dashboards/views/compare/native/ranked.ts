import type { CompareAnswer, CompareRow } from '../../../../data/model/answers/compare.ts'
import { missingWord } from '../../../../data/model/findings/missing.ts'
import { type Place, placeOf } from '../../../../data/model/findings/quarters.ts'
import { writeBare, writeValue } from '../../../../data/model/numbers.ts'
import { markOf, placeMarks } from '../../../native-charts/band.ts'
import type { Rows } from '../../../native-charts/chart.ts'
import type { Context } from '../../../page/view.ts'
import { nativeIn } from '../../../text/native/index.ts'

/** The group's rows, over the country's spread. */
type Ranked = { rows: readonly CompareRow[]; group: CompareAnswer; reference: CompareAnswer['reference'] }

/** The ranked municipalities as dots with intervals, over the middle half and the median of the country. */
export function rankedNative({ rows, group, reference }: Ranked, { state, texts, lang }: Context): Rows {
  const { q1, q3, median } = reference
  const { about } = group
  const words = nativeIn(lang)
  const unit = [about.short, about.unit].filter(Boolean).join(', ')
  return {
    ...{ kind: 'rows', unit, decimals: about.decimals, scale: null, numbered: true, legend: false },
    marks: [...placeMarks(texts), { mark: 'ringed', name: words.own }],
    rows: rows.map((row) => ({
      name: row.name,
      own: row.municipality === state.municipality,
      beside: row.value === null ? missingWord(row.status, lang) : writeBare(row.value, about, lang),
      dots: dotsOf(row, placeOf(row.band, group), state.municipality),
    })),
    zones: q1 === null || q3 === null ? [] : [{ from: q1, to: q3, name: words.middle, as: 'field' }],
    lines: median === null ? [] : [{ at: median, name: texts.compare.medianLabel(writeValue(median, about, lang)) }],
  }
}

/** The dot of the place with its interval; the own one ringed. */
function dotsOf(
  { municipality, value, lower, upper }: CompareRow,
  place: Place,
  own: string,
): Rows['rows'][number]['dots'] {
  const dot = { mark: markOf(place), value, lower, upper }
  return municipality === own ? [dot, { mark: 'ringed', value, lower: null, upper: null }] : [dot]
}

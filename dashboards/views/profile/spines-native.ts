import type { ProfileRow } from '../../../data/model/answers/profile.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'
import type { SpineRow } from '../../charts/spine.ts'
import { markOf, placeMarks } from '../../native-charts/band.ts'
import type { Rows } from '../../native-charts/chart.ts'
import type { Context } from '../../page/view.ts'
import { nativeIn } from '../../text/native/index.ts'
import { endsOf, hasDirection } from './ends.ts'

/** The answer's numbers, and what is drawn of them. */
type Row = { numbers: ProfileRow; drawn: SpineRow }

/**
 * A row an indicator: where the municipality stands from the worst to the best, and the median of its group. The workbook
 * has the values beside the places, which alone are drawn.
 */
export function spinesNative(
  rows: readonly Row[],
  medians: ReadonlyMap<string, number | null>,
  group: string,
  { texts, lang }: Context,
): Rows {
  const words = nativeIn(lang)
  const { median } = texts.profile
  const numbered = rows.map(({ numbers }) => numbers)
  const { worst, best } = endsOf(numbered, texts)
  const unlimited = { lower: null, upper: null }
  return {
    ...{ kind: 'rows', unit: '', decimals: 2, scale: { min: 0, max: 1 }, numbered: false, legend: false },
    marks: [{ mark: 'compared', name: `${median} ${group}` }, ...placeMarks(texts)],
    rows: rows.map(({ numbers, drawn: row }) => ({
      name: `${row.name}  ${row.value}`,
      own: false,
      beside: [row.word, row.groupMedian && `${median} ${row.groupMedian}`].filter(Boolean).join(' · '),
      dots: [
        { mark: 'compared', value: row.group, ...unlimited },
        { mark: markOf(placeOf(numbers.band, numbers)), value: row.own, ...unlimited },
      ],
    })),
    zones: [
      { from: 0, to: 1, name: hasDirection(numbered) ? words.spine : words.spineWithoutDirection, as: 'line' },
      { from: 0.25, to: 0.75, name: words.middle, as: 'middle' },
    ],
    lines: [
      { at: 0, name: worst, bare: true },
      { at: 0.5, name: median },
      { at: 1, name: best, bare: true },
    ],
    facts: [
      { title: texts.columns.value, values: rows.map(({ numbers }) => numbers.value) },
      { title: `${median} ${group}`, values: rows.map(({ numbers }) => medians.get(numbers.indicator) ?? null) },
    ],
  }
}

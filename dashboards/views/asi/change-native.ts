import type { Turn } from '../../../data/model/findings/followup-change.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import type { ChangeRow } from '../../charts/change-arrows.ts'
import type { Mark, Rows, Scale } from '../../native-charts/chart.ts'
import { followupIn } from '../../text/followup/index.ts'

const MARKS: Readonly<Record<Turn, Mark>> = { better: 'better', similar: 'similar', worse: 'worse' }
const TURNS = ['better', 'similar', 'worse'] as const

/** From an open dot, before, to a filled one, after, whose mark and line say which way it turned. */
export function changeNative(
  rows: readonly ChangeRow[],
  { unit, scale }: { unit: string; scale: Scale },
  lang: Lang,
): Rows {
  const { columns, asi } = followupIn(lang)
  const unlimited = { lower: null, upper: null }
  return {
    ...{ kind: 'rows', unit, decimals: scale.max <= 1 ? 1 : 0, scale, numbered: true, legend: true },
    marks: [
      ...TURNS.map((turn) => ({ mark: MARKS[turn], name: `${columns.after}: ${asi.turns[turn]}` })),
      { mark: 'compared', name: columns.before },
    ],
    rows: rows.map((row) => {
      const known = row.before !== null && row.after !== null
      return {
        name: row.title,
        own: false,
        beside: known ? row.written : row.instead,
        dots: known
          ? [
              { mark: 'compared', value: row.before, ...unlimited },
              { mark: MARKS[row.turn], value: row.after, to: row.before, ...unlimited },
            ]
          : [],
      }
    }),
    ...{ zones: [], lines: [] },
  }
}

import type { CompareAnswer } from '../../../../data/model/answers/compare.ts'
import type { Point, Points } from '../../../native-charts/chart.ts'
import type { Context } from '../../../page/view.ts'
import { nativeIn } from '../../../text/native/index.ts'

/** Columns that municipalities are piled in where many are alike. */
const PILES = 70

/** Every municipality a point on one scale, piled where many are alike; the own one named, over the quartiles. */
export function distributionNative(
  { rows, reference, about }: CompareAnswer,
  { state, lists, texts, lang }: Context,
  also: ReadonlySet<string>,
): Points {
  const words = nativeIn(lang)
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)
  const members = new Set(group?.members)
  const piled = pile(rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }])))
  const points = piled.map(({ municipality, ...point }) => ({
    ...{ municipality, ...point },
    kind: kindOf(municipality, state.municipality, members),
    named: municipality === state.municipality || also.has(municipality),
  }))
  const of = (kind: string): Point[] => points.filter((point) => point.kind === kind)
  const top = Math.max(1, ...piled.map(({ y }) => y)) + 1
  return {
    ...{ kind: 'points', x: [about.short, about.unit].filter(Boolean).join(', '), y: '' },
    decimals: { x: about.decimals, y: 0 },
    series: [
      { name: words.others, mark: 'others', points: of('others') },
      ...(['q1', 'median', 'q3'] as const).flatMap((which) => {
        const x = reference[which]
        const name = texts.columns[which]
        const ends = x === null ? [] : [0, top].map((y) => ({ name, x, y }))
        return { name, mark: 'similar', points: ends, line: which === 'median' ? 'dashed' : 'solid' } as const
      }),
      { name: group?.name ?? words.group, mark: 'group', points: of('group') },
      { name: words.own, mark: 'own', points: of('own') },
    ],
  }
}

const kindOf = (code: string, own: string, group: ReadonlySet<string>) =>
  code === own ? 'own' : group.has(code) ? 'group' : 'others'

type Known = { municipality: string; name: string; value: number }

/** Points in the order of their values, each above those that share its place. */
function pile(known: readonly Known[]) {
  const values = known.map(({ value }) => value)
  const low = Math.min(...values)
  const reach = Math.max(...values) - low || 1
  const heights = new Map<number, number>()
  return [...known]
    .sort((a, b) => a.value - b.value)
    .map(({ municipality, name, value }) => {
      const place = Math.round(((value - low) / reach) * PILES)
      const y = (heights.get(place) ?? 0) + 1
      heights.set(place, y)
      return { municipality, name, x: value, y }
    })
}

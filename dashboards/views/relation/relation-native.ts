import type { RelationAnswer } from '../../../data/model/answers/relation.ts'
import type { Mark, PointSeries, Points } from '../../native-charts/chart.ts'
import type { Context } from '../../page/view.ts'
import { nativeIn } from '../../text/native/index.ts'

/** The two indicators against each other with the fitted line and its interval; the own municipality and its group named. */
export function relationNative(
  { pairs, line, x, y }: RelationAnswer,
  group: ReadonlySet<string>,
  titles: { x: string; y: string },
  { state, lists, lang }: Context,
): Points {
  const words = nativeIn(lang)
  const kindOf = (code: string) => (code === state.municipality ? 'own' : group.has(code) ? 'group' : 'others')
  const of = (mark: Mark, name: string): PointSeries => ({
    ...{ name, mark },
    points: pairs
      .filter(({ municipality }) => kindOf(municipality) === mark)
      .map((pair) => ({ name: pair.name, x: pair.x, y: pair.y, named: mark !== 'others' })),
  })
  const curve = (name: string, height: 'y' | 'lower' | 'upper'): PointSeries => ({
    ...{ name, mark: 'similar', line: height === 'y' ? 'solid' : 'dashed' },
    points: line.map((one) => ({ name, x: one.x, y: one[height] })),
  })
  return {
    ...{ kind: 'points', ...titles, decimals: { x: x.about.decimals, y: y.about.decimals } },
    series: [
      of('others', words.others),
      ...(line.length === 0
        ? []
        : [curve(words.line, 'y'), curve(`${words.lineLimits} ↓`, 'lower'), curve(`${words.lineLimits} ↑`, 'upper')]),
      of('group', lists.groups.get(state.group)?.name ?? words.group),
      of('own', pairs.find(({ municipality }) => municipality === state.municipality)?.name ?? words.own),
    ],
  }
}

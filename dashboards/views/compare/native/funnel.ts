import type { FunnelAnswer } from '../../../../data/model/answers/funnel.ts'
import type { BandMark } from '../../../charts/bands.ts'
import type { Mark, PointSeries, Points } from '../../../native-charts/chart.ts'
import type { Context } from '../../../page/view.ts'
import { nativeIn } from '../../../text/native/index.ts'

/** A municipality in the funnel; without a mark within its outer limits. */
type Placed = { municipality: string; name: string; x: number; y: number; mark: BandMark | null }

const MARKS: Readonly<Record<BandMark['name'], Mark>> = {
  best: 'better',
  middle: 'similar',
  worst: 'worse',
  none: 'neutral',
  level: 'others',
}

/** The funnel with its limits as curves; the own municipality and its group ringed and named. */
export function funnelNative(
  { limits, pooled, about }: FunnelAnswer,
  points: readonly Placed[],
  { own, group, baseLabel }: { own: string; group: ReadonlySet<string>; baseLabel: string },
  { texts, lang }: Context,
): Points {
  const words = nativeIn(lang)
  const curve = (name: string, line: 'solid' | 'dashed', height: (one: (typeof limits)[number]) => number) =>
    ({ name, line, mark: 'similar', points: limits.map((one) => ({ name, x: one.n, y: height(one) })) }) as const
  const marked = (mark: Mark, name: string): PointSeries => ({
    ...{ name, mark },
    points: points.filter((point) => markOf(point) === mark),
  })
  const named = (wanted: (code: string) => boolean) =>
    points.filter(({ municipality }) => wanted(municipality)).map((point) => ({ ...point, named: true }))
  const mine = named((code) => code === own)
  return {
    ...{ kind: 'points', x: baseLabel, y: [about.short, about.unit].filter(Boolean).join(', ') },
    decimals: { x: 0, y: about.decimals },
    logarithmic: true,
    series: [
      marked('others', texts.compare.funnelSides.inside),
      curve(words.pooled, 'solid', () => pooled!),
      curve(`${words.inner} ↓`, 'dashed', ({ adjusted }) => adjusted.lower95),
      curve(`${words.inner} ↑`, 'dashed', ({ adjusted }) => adjusted.upper95),
      curve(`${words.outer} ↓`, 'solid', ({ adjusted }) => adjusted.lower998),
      curve(`${words.outer} ↑`, 'solid', ({ adjusted }) => adjusted.upper998),
      ...(['better', 'worse', 'neutral'] as const).map((mark) => marked(mark, nameOf(mark, texts))),
      { name: words.group, mark: 'compared', points: named((code) => code !== own && group.has(code)) },
      { name: mine[0]?.name ?? words.own, mark: 'ringed', points: mine, strong: true },
    ],
  }
}

const markOf = ({ mark }: Placed): Mark => (mark ? MARKS[mark.name] : 'others')

const nameOf = (mark: 'better' | 'worse' | 'neutral', { comparisons, bands }: Context['texts']): string =>
  mark === 'neutral' ? bands.none : comparisons[mark]

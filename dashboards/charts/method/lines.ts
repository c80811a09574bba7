import { dot, line, ruleY, text } from '@observablehq/plot'
import { ACCENT, type Drawn, draw, MUTED, OTHERS } from '../plot.ts'

type MethodLine = { values: readonly number[]; strong: boolean }

export type MethodLines = {
  lines: readonly MethodLine[]
  domain: readonly [number, number]
  /** Words at heights, at the right end. */
  names: readonly { at: number; label: string }[]
  /** Words below the first and the last place. */
  ends?: readonly [string, string]
  rules?: readonly number[]
  /** Places of points to look at, on the first line. */
  marked?: readonly number[]
}

/** Series along a line of time, the strong ones in colour, with rules and names beside them. */
export function methodLines(picture: MethodLines, { width }: Drawn): SVGSVGElement {
  const { lines, domain, names, ends, rules = [], marked = [] } = picture
  const points = lines.flatMap(({ values, strong }, series) => values.map((y, x) => ({ x, y, series, strong })))
  const last = Math.max(...points.map(({ x }) => x))
  const strong = points.filter((point) => point.strong)
  const shared = { x: 'x', y: 'y', z: 'series' } as const
  return draw({
    width,
    height: 190,
    marginLeft: 22,
    marginRight: Math.max(0, ...names.map(({ label }) => label.length)) * 6.6 + 18,
    marginTop: 14,
    marginBottom: 28,
    x: { domain: [0, last], axis: null },
    y: { domain: [...domain], axis: null },
    marks: [
      ruleY(rules, { stroke: MUTED, strokeDasharray: '4 3' }),
      line(
        points.filter((point) => !point.strong),
        { ...shared, stroke: OTHERS, strokeWidth: 1.5 },
      ),
      line(strong, { ...shared, stroke: ACCENT, strokeWidth: 2.5 }),
      dot(strong, { ...shared, r: 3.2, fill: ACCENT }),
      dot(
        points.filter(({ x, series }) => series === 0 && marked.includes(x)),
        { x: 'x', y: 'y', r: 8, stroke: 'var(--worse)', strokeWidth: 2.5 },
      ),
      text(names, { y: 'at', text: 'label', frameAnchor: 'right', textAnchor: 'start', dx: 8, fill: MUTED }),
      text(
        ends
          ? [
              { x: 0, label: ends[0] },
              { x: last, label: ends[1] },
            ]
          : [],
        {
          x: 'x',
          text: 'label',
          frameAnchor: 'bottom',
          dy: 20,
          fill: MUTED,
        },
      ),
    ],
  })
}

import { dot, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { type BandMark, bandMark } from '../bands.ts'
import { BAND, type Drawn, draw, INK, MUTED, OTHERS, RULE } from '../plot.ts'

export type Quarters = {
  /** Values by rising size. */
  values: readonly number[]
  /** Coloured by place with the ends named, or in grey with the quartiles named. */
  coloured: boolean
  quartiles: readonly [number, number, number]
  labels: readonly string[]
}

type Placed = { value: number; mark: BandMark | null }

/** Municipalities along a line, in quarters by place or with the middle half behind them. */
export function methodQuarters({ values, coloured, quartiles, labels }: Quarters, { width }: Drawn): SVGSVGElement {
  const quarter = values.length / 4
  const markAt = (index: number) => bandMark(index < quarter ? 'best' : index >= 3 * quarter ? 'worst' : 'middle')
  const placed: Placed[] = values.map((value, index) => ({ value, mark: coloured ? markAt(index) : null }))
  return draw({
    width,
    height: 120,
    marginLeft: 14,
    marginRight: 14,
    marginTop: 30,
    marginBottom: 34,
    x: { domain: [Math.min(...values) - 2, Math.max(...values) + 2], axis: null },
    y: { domain: [-1, 1], axis: null },
    symbol: { type: 'identity' },
    color: { type: 'identity' },
    r: { type: 'identity' },
    marks: [
      ...(coloured ? endNames(labels) : quartileMarks(quartiles, labels)),
      ruleY([0], { stroke: RULE }),
      dot(placed, {
        x: 'value',
        y: () => 0,
        r: 6,
        fill: ({ mark }: Placed) => mark?.fill ?? OTHERS,
        symbol: ({ mark }: Placed) => mark?.symbol ?? 'circle',
        rotate: ({ mark }: Placed) => mark?.rotate ?? 0,
        stroke: 'var(--card)',
      } as object),
    ],
  })
}

const endNames = ([first, last]: readonly string[]) => [
  text([first], { text: (word: string) => word, frameAnchor: 'bottom-left', dy: 20, fill: MUTED }),
  text([last], { text: (word: string) => word, frameAnchor: 'bottom-right', dy: 20, fill: MUTED }),
]

function quartileMarks(quartiles: readonly [number, number, number], labels: readonly string[]) {
  const named = quartiles.map((at, index) => ({ at, label: labels[index] ?? '' }))
  const [lower, , upper] = quartiles
  return [
    rect([{ lower, upper }], { x1: 'lower', x2: 'upper', fill: BAND }),
    ruleX(named, { x: 'at', stroke: INK, strokeDasharray: '2 3' }),
    text(
      named.filter((_, index) => index !== 1),
      { x: 'at', text: 'label', frameAnchor: 'bottom', dy: 20, fill: MUTED },
    ),
    text(named.slice(1, 2), { x: 'at', text: 'label', frameAnchor: 'top', dy: -16, fill: MUTED }),
  ]
}

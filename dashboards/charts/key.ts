/** What a sign of a figure's key looks like: as the thing is drawn. */
export type KeySign =
  | 'best'
  | 'middle'
  | 'worst'
  | 'none'
  | 'level'
  | 'open'
  | 'small'
  | 'moving'
  | 'stated'
  | 'measured'
  | 'unknown'
  | 'field'
  | 'median'
  | 'middle-half'
  | 'thin'
  | 'thick'
  | 'dashed'
  | 'dotted'
  | 'joined'
  | 'ring'
  | 'dot'
  | 'own'
  | 'group'
  | 'women'
  | 'men'
  | 'edge'
  | 'frame'
  | 'tile'
  | 'border'
  | 'bar'
  | 'unit'

/** One thing that is drawn, and what it is in words. */
export type KeyItem = { sign: KeySign; word: string }

/** Pixels that a sign takes. */
export const SIGN = { width: 26, height: 14 } as const

type Shape = readonly [tag: 'path' | 'line' | 'rect' | 'circle', attributes: Readonly<Record<string, string | number>>]

const path = (d: string, more: Record<string, string | number>): Shape => ['path', { d, ...more }]
const along = (more: Record<string, string | number>): Shape => ['line', { x1: 2, x2: 24, y1: 7, y2: 7, ...more }]
const round = (more: Record<string, string | number>): Shape => ['circle', { cx: 13, cy: 7, r: 4.5, ...more }]
const box = (more: Record<string, string | number>): Shape => ['rect', { x: 3, y: 2, width: 20, height: 10, ...more }]

const UP = 'M13 1L19 12H7Z'
const DOWN = 'M13 13L19 2H7Z'
const MIDDLE_DOT = round({ r: 3, fill: 'var(--ink)' })

const SHAPES: Readonly<Record<KeySign, readonly Shape[]>> = {
  best: [path(UP, { fill: 'var(--better)' })],
  middle: [round({ fill: 'var(--similar)' })],
  worst: [path(DOWN, { fill: 'var(--worse)' })],
  none: [path('M13 0L19 7L13 14L7 7Z', { fill: 'var(--neutral)' })],
  level: [path('M8.5 2.5H17.5V11.5H8.5Z', { fill: 'var(--similar)' })],
  open: [
    path('M7 2L13 12H1Z', { fill: 'var(--card)', stroke: 'var(--better-ink)', 'stroke-width': 1.3 }),
    path('M19 12L25 2H13Z', { fill: 'var(--card)', stroke: 'var(--worse-ink)', 'stroke-width': 1.3 }),
  ],
  small: [
    path('M7 4L10.5 10H3.5Z', { fill: 'var(--better-ink)' }),
    path('M19 10L22.5 4H15.5Z', { fill: 'var(--worse-ink)' }),
  ],
  moving: [
    path('M2 12L10 3M5 3H10V8', { fill: 'none', stroke: 'var(--muted)', 'stroke-width': 1.4 }),
    path('M15 3L23 12M18 12H23V7', { fill: 'none', stroke: 'var(--muted)', 'stroke-width': 1.4 }),
  ],
  stated: [along({ stroke: 'var(--similar)', 'stroke-width': 4, 'stroke-opacity': 0.6 }), MIDDLE_DOT],
  measured: [along({ stroke: 'var(--similar)', 'stroke-width': 2, 'stroke-dasharray': '2 3' }), MIDDLE_DOT],
  unknown: [MIDDLE_DOT],
  field: [box({ fill: 'var(--band)' })],
  median: [['line', { x1: 13, x2: 13, y1: 0, y2: 14, stroke: 'var(--ink)', 'stroke-dasharray': '2 3' }]],
  'middle-half': [along({ stroke: 'var(--tile)', 'stroke-width': 6 })],
  thin: [along({ stroke: 'var(--others)', 'stroke-width': 1.2 })],
  thick: [along({ stroke: 'var(--accent)', 'stroke-width': 2.5 })],
  dashed: [along({ stroke: 'var(--muted)', 'stroke-width': 1.5, 'stroke-dasharray': '3 3' })],
  dotted: [along({ stroke: 'var(--muted)', 'stroke-width': 1.5, 'stroke-dasharray': '1 4' })],
  joined: [along({ stroke: 'var(--others)', 'stroke-width': 4 })],
  ring: [round({ fill: 'var(--card)', stroke: 'var(--ink)', 'stroke-width': 1.4 })],
  dot: [round({ r: 3, fill: 'var(--others)' })],
  own: [round({ fill: 'var(--ink)' })],
  group: [round({ r: 3, fill: 'var(--accent)' })],
  women: [round({ fill: 'var(--ink)' })],
  men: [round({ fill: 'var(--card)', stroke: 'var(--ink)', 'stroke-width': 1.6 })],
  edge: [round({ fill: 'var(--others)', stroke: 'var(--ink)', 'stroke-width': 1.6 })],
  frame: [box({ fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.75 })],
  tile: [path('M13 0L19 3.5V10.5L13 14L7 10.5V3.5Z', { fill: 'var(--tile)' })],
  border: [along({ stroke: 'var(--muted)', 'stroke-width': 1.25 })],
  unit: [round({ fill: 'var(--ink)' })],
  bar: [['rect', { x: 8, y: 1, width: 10, height: 12, fill: 'var(--others)' }]],
}

const SVG = 'http://www.w3.org/2000/svg'

/** A sign as a drawing of its own. */
export function signOf(sign: KeySign): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg')
  const { width, height } = SIGN
  const frame = { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries(frame)) drawing.setAttribute(name, String(value))
  for (const [tag, attributes] of SHAPES[sign]) {
    const shape = document.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value))
    drawing.append(shape)
  }
  return drawing
}

const WRITTEN: Partial<Record<KeySign, string>> = {
  ...{ best: '▲', middle: '●', worst: '▼', none: '◆', level: '■', open: '△▽', small: '▴▾', moving: '↗↘' },
  ...{ ring: '○', unit: '●', women: '●', men: '○', own: '●' },
}

/** A key in a line of text, for what has no room for drawn signs. */
export const writtenKey = (items: readonly KeyItem[]): string =>
  items.map(({ sign, word }) => [WRITTEN[sign], word].filter(Boolean).join('\u00a0')).join(' · ')

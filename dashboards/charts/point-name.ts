import { text } from '@observablehq/plot'
import type { Named, Placed } from './label-places.ts'
import { ACCENT, CARD, INK } from './plot.ts'

/** The name beside a point of a scatter, where `placeLabels` found room; the own municipality's in bold ink. */
export function pointName({ point, name, anchor, dx, dy }: Placed<Named & { point: object }>, isOwn: boolean) {
  return text([point], {
    x: 'x',
    y: 'y',
    text: () => name,
    dx: isOwn ? dx * 1.4 : dx,
    dy,
    textAnchor: anchor,
    fill: isOwn ? INK : ACCENT,
    stroke: CARD,
    strokeWidth: 4,
    fontWeight: isOwn ? 'bold' : 'normal',
  })
}

import type { Drawn } from './plot.ts'
import type { Strip } from './strip.ts'
import { stripSpans, stripValues } from './strip-bars.ts'
import { stripDots } from './strip-dots.ts'
import { stripKind } from './strip-kind.ts'

const DRAWN = { dots: stripDots, values: stripValues, spans: stripSpans } as const

/** How all municipalities spread, drawn as the values allow; the own one named. */
export function distributionStrip(strip: Strip, drawn: Drawn): SVGSVGElement {
  const values = strip.points.map(({ value }) => value)
  return DRAWN[stripKind(values, strip.about)](strip, drawn)
}

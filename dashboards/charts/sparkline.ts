import { svg, type TemplateResult } from 'lit'
import type { BandMark } from './bands.ts'
import { SHAPES } from './place-line.ts'

const WIDTH = 96
const HEIGHT = 32
const INSET = 8

type Point = { period: number; value: number | null }

/** A few years as a line that ends in its mark, from the least to the most; for beside a sentence, which says both ends. */
export function sparkline(points: readonly Point[], mark: BandMark): TemplateResult {
  const known = points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const periods = points.map(({ period }) => period)
  const x = scale(periods, INSET, WIDTH - INSET)
  const y = scale(
    known.map(({ value }) => value),
    HEIGHT - INSET,
    INSET,
  )
  const places = known.map(({ period, value }) => [x(period), y(value)] as const)
  const [lastX = 0, lastY = 0] = places.at(-1) ?? []
  return svg`<svg class="sparkline" width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <polyline points=${places.map((place) => place.join()).join(' ')} fill="none" stroke=${mark.fill} stroke-width="2"></polyline>
    <path d=${SHAPES[mark.name]} transform="translate(${lastX} ${lastY})" fill=${mark.fill} stroke="var(--card)"></path>
  </svg>`
}

/** Spreads values between two ends; a single one lies in the middle. */
function scale(values: readonly number[], from: number, to: number) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return (value: number) =>
    Number((from + (most === least ? 0.5 : (value - least) / (most - least)) * (to - from)).toFixed(1))
}

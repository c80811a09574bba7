import { scaleLinear } from 'd3'
import type { Rows, Scale } from './chart.ts'

/** How many steps an axis is divided into, about. */
export const STEPS = 5

/** Round ends around all that is drawn in rows. */
export function scaleAround({ rows, zones, lines }: Rows): Scale {
  const dots = rows.flatMap((row) =>
    row.dots.flatMap(({ value, lower, upper, to }) => [value, lower, upper, to ?? null]),
  )
  const ends = [...dots, ...zones.flatMap(({ from, to }) => [from, to]), ...lines.map(({ at }) => at)]
  const known = ends.filter((end) => end !== null)
  const [low, high] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1]
  const [min, max] = scaleLinear([low, high === low ? low + 1 : high], [0, 1])
    .nice(STEPS)
    .domain()
  return { min: min!, max: max! }
}

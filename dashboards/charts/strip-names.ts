import { dot, ruleX, ruleY, text } from '@observablehq/plot'
import { sureWithin } from '../../data/model/findings/certainty.ts'
import { bandMark } from './bands.ts'
import { nameRows } from './name-rows.ts'
import { CARD, DASHES, INK, MUTED } from './plot.ts'
import type { Strip, StripPoint } from './strip.ts'

const LINE = 15
const MARK = 12

type Placed = StripPoint & { dy: number; anchor: 'start' | 'middle' | 'end'; isOwn: boolean }

/** The names over a strip and the room that they take above it, in pixels. */
export type StripNames = { above: number; marks: ReturnType<typeof marks>; rules: ReturnType<typeof ruled> }

/** The own municipality's name and those of the chosen others, each over its value, the own one with its sign; ruled down to it. */
export function stripNames(
  strip: Strip,
  [low, high]: readonly [number, number],
  { width, side, top }: { width: number; side: number; top: number },
): StripNames {
  const named = [
    ...strip.points.filter((point) => point.municipality === strip.own),
    ...strip.points.filter((point) => strip.also.has(point.municipality) && point.municipality !== strip.own),
  ]
  const along = (value: number) => side + ((value - low) / (high - low || 1)) * (width - 2 * side)
  const rows = nameRows(
    named.map((point) => ({ name: point.name, place: along(point.value) })),
    width,
  )
  const placed = named.map((point, at) => ({
    ...point,
    dy: -MARK - 4 - rows[at]!.row * LINE,
    anchor: rows[at]!.anchor,
    isOwn: point.municipality === strip.own,
  }))
  const lines = Math.max(1, ...rows.map(({ row }) => row + 1))
  return { above: lines * LINE + MARK + 6, marks: marks(placed, strip, [low, high], top), rules: ruled(placed) }
}

/** How names and values hang together. */
const ruled = (placed: readonly Placed[]) =>
  ruleX(placed, { x: 'value', stroke: (point: Placed) => (point.isOwn ? INK : MUTED), strokeWidth: 1 } as object)

function marks(placed: readonly Placed[], { about }: Strip, reach: readonly [number, number], top: number) {
  const own = placed.filter(({ isOwn }) => isOwn)
  const { symbol, rotate, fill } = bandMark(own[0]?.place ?? null)
  return [
    ...swing(own, about.unit, reach, { top, stroke: fill }),
    dot(own, { x: 'value', frameAnchor: 'top', symbol, rotate, fill, stroke: CARD, r: 6 } as object),
    ...placed.map((point) =>
      text([point], {
        ...{ x: 'value', text: 'name', frameAnchor: 'top', dy: point.dy, textAnchor: point.anchor },
        ...(point.isOwn ? { fontWeight: 'bold', fill: INK } : { fill: MUTED }),
        ...{ stroke: CARD, strokeWidth: 4 },
      }),
    ),
  ]
}

/** How sure the own value is, along the top: a bar where that is stated, dashes where it is measured. */
function swing(
  own: readonly Placed[],
  unit: string,
  [low, high]: readonly [number, number],
  { top, stroke }: { top: number; stroke: string },
) {
  return own.flatMap((point) => {
    const sure = sureWithin(point, unit)
    if (sure === null) return []
    const ends = [{ x1: Math.max(low, sure.from), x2: Math.min(high, sure.to) }]
    const drawn = sure.rest === 'stated' ? { strokeWidth: 4, strokeOpacity: 0.45 } : DASHES
    return [ruleY(ends, { x1: 'x1', x2: 'x2', y: () => top, stroke, ...drawn })]
  })
}

import { regionOf, type Tile } from './sweden.ts'
import { tileMiddle } from './tile-layout.ts'

/** A straight stretch of border, in widths of a tile. */
type Border = { x1: number; y1: number; x2: number; y2: number }

/** Half the side of a hexagon that is one wide. */
const HALF_SIDE = 1 / (2 * Math.sqrt(3))

/** The sides between tiles of different counties. */
export function countyBorders(layout: ReadonlyMap<string, Tile>): Border[] {
  const middles = [...layout].map(([code, tile]) => ({ region: regionOf(code), ...tileMiddle(tile) }))
  return middles.flatMap((one, at) =>
    middles
      .slice(at + 1)
      .filter((other) => other.region !== one.region && Math.hypot(other.x - one.x, other.y - one.y) < 1.01)
      .map((other) => sideBetween(one, other)),
  )
}

type Point = { x: number; y: number }

/** Across the line from middle to middle. */
function sideBetween(a: Point, b: Point): Border {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
  const [dx, dy] = [(b.y - a.y) * HALF_SIDE, (a.x - b.x) * HALF_SIDE]
  return { x1: x - dx, y1: y - dy, x2: x + dx, y2: y + dy }
}

import { cellsOf, regionOf, type Tile } from './sweden.ts'
import { cheapestAssignment } from './tile-assignment.ts'

export type { Tile } from './sweden.ts'
export type Centre = { code: string; lon: number; lat: number }
type Point = { x: number; y: number }

/**
 * Gives every municipality a hexagon of its own: one of its county, so that the sum of squared distances from where it lies
 * within the county is least. The same centres give the same tiles, in whatever order they come.
 * @throws RangeError where a county has more municipalities than the drawing has cells for it
 */
export function tileLayout(centres: readonly Centre[]): Map<string, Tile> {
  const regions = new Map<string, Centre[]>()
  for (const centre of [...centres].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const region = regionOf(centre.code)
    regions.set(region, [...(regions.get(region) ?? []), centre])
  }
  return new Map([...regions].flatMap(([region, members]) => placed(region, members)))
}

function placed(region: string, members: readonly Centre[]): [string, Tile][] {
  const cells = cellsOf(region)
  if (cells.length < members.length) throw new RangeError(`too few cells for county ${region}: ${members.length}`)
  const homes = levelled(members.map(({ lon, lat }) => ({ x: lon, y: -lat })))
  const middles = levelled(cells.map(tileMiddle))
  const cost = homes.map((home) => middles.map((middle) => squaredDistance(home, middle)))
  return cheapestAssignment(cost).map((cell, at) => [members[at]!.code, cells[cell]!])
}

/** Points about their mean, as far from it on average in either direction: a map and a grid laid over each other. */
function levelled(points: readonly Point[]): Point[] {
  const along = levels(points.map(({ x }) => x))
  const down = levels(points.map(({ y }) => y))
  return points.map((_, at) => ({ x: along[at]!, y: down[at]! }))
}

function levels(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  return values.map((value) => (value - mean) / spread)
}

const squaredDistance = (a: Point, b: Point) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

/** Where the middle of a tile is drawn, in widths of a tile. */
export const tileMiddle = ({ column, row }: Tile): Point => ({
  x: column + (row % 2 === 1 ? 0.5 : 0),
  y: (row * Math.sqrt(3)) / 2,
})

import { cheapestAssignment } from './tile-assignment.ts'

export type Centre = { code: string; lon: number; lat: number }
/** A cell of a hexagonal grid: every odd row stands half a column to the right; rows count from the north. */
export type Tile = { column: number; row: number }
type Point = { x: number; y: number }

/** One degree of latitude is the unit; Sweden's mean latitude decides how wide a degree of longitude is. */
const LONGITUDE = 0.4695
/** North of this the country is large and its municipalities few: drawn at half height. */
const SPARSE_NORTH = 60.7
const NORTH_SCALE = 0.62
const SPACING = 0.37
const ROW_HEIGHT = (SPACING * Math.sqrt(3)) / 2
const ROUNDS = 110
const GROWING = 90
const HOMESICKNESS = 0.03

/**
 * Gives every municipality a hexagon of its own, as near as possible to where it lies.
 * Crowded places are first pushed apart, then all are assigned to cells so that the sum of squared distances is least.
 * The same centres give the same tiles, in whatever order they come.
 */
export function tileLayout(centres: readonly Centre[]): Map<string, Tile> {
  const ordered = [...centres].sort((a, b) => (a.code < b.code ? -1 : 1))
  const points = spread(ordered.map(project))
  const cells = cellsAround(points)
  const cost = points.map((point) => cells.map((cell) => squaredDistance(point, middleOf(cell))))
  const chosen = cheapestAssignment(cost).map((index) => cells[index]!)
  return new Map(ordered.map((centre, index) => [centre.code, fromOrigin(chosen[index]!, chosen)]))
}

function project({ lon, lat }: Centre): Point {
  const north = Math.max(0, lat - SPARSE_NORTH)
  return { x: lon * LONGITUDE, y: -(lat - north + north * NORTH_SCALE) }
}

/**
 * Pushes points apart until hardly any two are nearer than a tile, each drawn softly back to where it came from. The room
 * that each takes grows from nothing, so that crowded neighbours keep their order. Only exact operations (no `hypot`), so
 * that every browser makes the same map.
 */
function spread(homes: readonly Point[]): Point[] {
  const points = homes.map((home) => ({ ...home }))
  for (let round = 0; round < ROUNDS; round++) {
    const room = SPACING * Math.min(1, (round + 1) / GROWING)
    for (let i = 0; i < points.length; i++) {
      for (let j = i + 1; j < points.length; j++) pushApart(points[i]!, points[j]!, room)
      points[i]!.x += (homes[i]!.x - points[i]!.x) * HOMESICKNESS
      points[i]!.y += (homes[i]!.y - points[i]!.y) * HOMESICKNESS
    }
  }
  return points
}

function pushApart(a: Point, b: Point, room: number) {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const squared = dx * dx + dy * dy
  if (squared >= room * room || squared === 0) return
  const distance = Math.sqrt(squared)
  const push = (room - distance) / (2 * distance)
  a.x -= dx * push
  a.y -= dy * push
  b.x += dx * push
  b.y += dy * push
}

function cellsAround(points: readonly Point[]): Tile[] {
  const reach = (values: number[], size: number) =>
    [Math.floor(Math.min(...values) / size) - 1, Math.ceil(Math.max(...values) / size) + 1] as const
  const [left, right] = reach(
    points.map((point) => point.x),
    SPACING,
  )
  const [top, bottom] = reach(
    points.map((point) => point.y),
    ROW_HEIGHT,
  )
  const cells: Tile[] = []
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ column, row })
  return cells.filter((cell) => points.some((point) => squaredDistance(point, middleOf(cell)) < (2 * SPACING) ** 2))
}

const shift = (row: number) => (Math.abs(row) % 2 === 1 ? 0.5 : 0)

const middleOf = ({ column, row }: Tile): Point => ({ x: (column + shift(row)) * SPACING, y: row * ROW_HEIGHT })

const squaredDistance = (a: Point, b: Point) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

/** Counts rows and columns from the first used one; rows move in pairs, so that odd rows stay the shifted ones. */
function fromOrigin(tile: Tile, all: readonly Tile[]): Tile {
  const top = Math.min(...all.map((one) => one.row))
  return {
    column: tile.column - Math.min(...all.map((one) => one.column)),
    row: tile.row - (top - (Math.abs(top) % 2)),
  }
}

/** Where the middle of a tile is drawn, in widths of a tile. */
export const tileMiddle = ({ column, row }: Tile): Point => ({ x: column + shift(row), y: (row * Math.sqrt(3)) / 2 })

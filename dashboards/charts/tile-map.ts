import { dot, text } from '@observablehq/plot'
import { type BandMark, bandMark } from './bands.ts'
import { HATCHED_TILE } from './hatching.ts'
import { CARD, type Drawn, draw, INK } from './plot.ts'
import { type Centre, type Tile, tileLayout, tileMiddle } from './tile-layout.ts'

type MapTile = {
  municipality: string
  name: string
  value: number | null
  band: 'best' | 'middle' | 'worst' | null
  /** 0–1 among the known values, for indicators without direction: shades of one hue. */
  shade: number | null
  label: string
}
export type TileMap = {
  tiles: readonly MapTile[]
  centres: ReadonlyMap<string, Centre>
  own: string
  /** Framed: the members of the group that is compared with. */
  group: ReadonlySet<string>
}

type Placed = MapTile & { x: number; y: number; mark: BandMark }

let kept: { centres: TileMap['centres']; layout: Map<string, Tile> } | undefined

/** The layout is the same for the same list of municipalities, so it is made once. */
function layoutOf(centres: TileMap['centres']): Map<string, Tile> {
  if (kept?.centres !== centres) kept = { centres, layout: tileLayout([...centres.values()]) }
  return kept.layout
}

/** A hexagon per municipality, coloured and signed by its place; the own one ringed and named. */
export function tileMap(map: TileMap, { width }: Drawn): SVGSVGElement {
  const layout = layoutOf(map.centres)
  const placed = map.tiles.flatMap((tile): Placed[] => {
    const cell = layout.get(tile.municipality)
    return cell ? [{ ...tile, ...tileMiddle(cell), mark: bandMark(tile.band) }] : []
  })
  const reach = { x: Math.max(...placed.map((tile) => tile.x)), y: Math.max(...placed.map((tile) => tile.y)) }
  const size = Math.min(25, width / (reach.x + 1.2))
  const hexagon = { x: 'x', y: 'y', symbol: 'hexagon', r: size * 0.485 } as const
  const known = placed.filter((tile) => tile.value !== null)
  const framed = placed.filter((tile) => map.group.has(tile.municipality))
  const own = placed.filter((tile) => tile.municipality === map.own)
  return draw({
    width,
    height: (reach.y + 1.3) * size,
    margin: 0,
    x: { domain: centred(reach.x, width / size), range: [0, width], axis: null },
    y: { domain: [-0.65, reach.y + 0.65], range: [0, (reach.y + 1.3) * size], axis: null },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      HATCHED_TILE.mark,
      dot(placed, { ...hexagon, fill: fillOf, fillOpacity: opacityOf, title: 'label' } as object),
      ...signs(known, size),
      dot(framed, { ...hexagon, r: size * 0.5, stroke: INK, strokeWidth: 1.75 }),
      dot(own, { ...hexagon, r: size * 0.56, stroke: INK, strokeWidth: 3.5 }),
      nameBeside(own, reach.x / 2, size),
    ],
  })
}

/** The name stands on the seaward side of its tile. */
function nameBeside(own: readonly Placed[], middle: number, size: number) {
  const east = (own[0]?.x ?? 0) > middle
  return text(own, {
    x: 'x',
    y: 'y',
    text: 'name',
    dx: size * (east ? 0.75 : -0.75),
    textAnchor: east ? 'start' : 'end',
    fontSize: 14,
    fontWeight: 'bold',
    fill: INK,
    stroke: CARD,
    strokeWidth: 5,
  })
}

function centred(reach: number, columns: number): [number, number] {
  const room = (columns - reach) / 2
  return [-room, reach + room]
}

function fillOf(tile: Placed): string {
  if (tile.value === null) return HATCHED_TILE.fill
  return tile.band === 'middle' ? 'var(--tile)' : tile.mark.fill
}

const opacityOf = (tile: Placed) =>
  tile.band === null && tile.shade !== null && tile.value !== null ? 0.18 + 0.82 * tile.shade : 1

/** A small sign inside the tile, so that place is never told by colour alone. */
function signs(known: readonly Placed[], size: number) {
  return (['best', 'worst'] as const).map((name) =>
    dot(
      known.filter((tile) => tile.mark.name === name),
      {
        x: 'x',
        y: 'y',
        symbol: 'triangle',
        rotate: name === 'worst' ? 180 : 0,
        r: size * 0.17,
        fill: CARD,
      },
    ),
  )
}

import { dot, link, text } from '@observablehq/plot'
import { isQuarter, type Place } from '../../data/model/findings/quarters.ts'
import { type BandMark, bandMark } from './bands.ts'
import { countyBorders } from './county-borders.ts'
import { HATCHED_TILE } from './hatching.ts'
import { CARD, type Drawn, draw, INK, MUTED } from './plot.ts'
import { type Centre, type Tile, tileLayout, tileMiddle } from './tile-layout.ts'

type MapTile = {
  municipality: string
  name: string
  value: number | null
  place: Place
  /** 0–1 among the known values, for indicators without direction: shades of one hue. */
  shade: number | null
  label: string
}
export type TileMap = {
  tiles: readonly MapTile[]
  centres: ReadonlyMap<string, Centre>
  own: string
  /** Further municipalities that are ringed and named: those that the title names. */
  named: ReadonlySet<string>
  /** Framed: the members of the group that is compared with, or those that the title is about. */
  group: ReadonlySet<string>
  /** What the fills mean, from the top down, where the sea leaves room for it. */
  key: readonly MapKey[]
}

/** Where quarters say nothing, the values themselves are shown, in shades of the one hue. */
const drawnAs = (place: Place): Place => (isQuarter(place) ? place : null)

/** A fill and its word: of a quarter, of a shade 0–1 of those without direction, or of what is missing. */
export type MapKey = { word: string; place: MapTile['place']; shade: number | null; isMissing: boolean }

/** Pixels that a tile is wide, at most. */
const MOST_SIZE = 25

type Placed = MapTile & { x: number; y: number; mark: BandMark }

let kept: { centres: TileMap['centres']; layout: Map<string, Tile> } | undefined

/** What decides how a tile is filled and signed. */
type Filled = Pick<Placed, 'x' | 'y' | 'value' | 'place' | 'shade' | 'mark'>

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
    return cell ? [{ ...tile, ...tileMiddle(cell), mark: bandMark(drawnAs(tile.place)) }] : []
  })
  const reach = { x: Math.max(...placed.map((tile) => tile.x)), y: Math.max(...placed.map((tile) => tile.y)) }
  const size = Math.min(MOST_SIZE, width / (reach.x + 1.2))
  const domain = centred(reach.x, width / size)
  const hexagon = { x: 'x', y: 'y', symbol: 'hexagon', r: size * 0.485 } as const
  const known = placed.filter((tile) => tile.value !== null)
  const framed = placed.filter((tile) => map.group.has(tile.municipality))
  const own = placed.filter((tile) => tile.municipality === map.own)
  const named = placed.filter((tile) => map.named.has(tile.municipality) && tile.municipality !== map.own)
  return draw({
    width,
    height: (reach.y + 1.3) * size,
    margin: 0,
    x: { domain, range: [0, width], axis: null },
    y: { domain: [-0.65, reach.y + 0.65], range: [0, (reach.y + 1.3) * size], axis: null },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      HATCHED_TILE.mark,
      dot(placed, { ...hexagon, fill: fillOf, fillOpacity: opacityOf, title: 'label' } as object),
      ...signs(known, size),
      link(countyBorders(layout), { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: MUTED, strokeWidth: 1.25 }),
      ...keyMarks(map.key, { left: Math.max(domain[0], -1.5) + 0.8, size }),
      dot(framed, { ...hexagon, r: size * 0.5, stroke: INK, strokeWidth: 1.75 }),
      dot(own, { ...hexagon, r: size * 0.56, stroke: INK, strokeWidth: 3.5 }),
      dot(named, { ...hexagon, r: size * 0.53, stroke: INK, strokeWidth: 2 }),
      ...[...named, ...own].map((tile) => nameBeside(tile, tile.municipality === map.own, reach.x / 2, size)),
    ],
  })
}

type Keyed = MapKey & { x: number; y: number; value: number | null; mark: BandMark; label: string }

/** A tile and its word a line, in the sea to the north-west. */
function keyMarks(key: readonly MapKey[], { left, size }: { left: number; size: number }) {
  const lines = key.map((one, at): Keyed => {
    return {
      ...one,
      x: left,
      y: 0.1 + at * 1.15,
      value: one.isMissing ? null : 0,
      mark: bandMark(drawnAs(one.place)),
      label: '',
    }
  })
  const tile = { x: 'x', y: 'y', symbol: 'hexagon', r: size * 0.42 } as const
  return [
    dot(lines, { ...tile, fill: fillOf, fillOpacity: opacityOf } as object),
    ...signs(
      lines.filter(({ isMissing }) => !isMissing),
      size,
    ),
    text(lines, { x: 'x', y: 'y', dx: size * 0.7, text: 'word', textAnchor: 'start', fill: MUTED }),
  ]
}

/** The name stands on the seaward side of its tile. */
function nameBeside(tile: Placed, isOwn: boolean, middle: number, size: number) {
  const east = tile.x > middle
  return text([tile], {
    x: 'x',
    y: 'y',
    text: 'name',
    dx: size * (east ? 0.75 : -0.75),
    textAnchor: east ? 'start' : 'end',
    fontSize: isOwn ? 14 : 13,
    fontWeight: isOwn ? 'bold' : 'normal',
    fill: INK,
    stroke: CARD,
    strokeWidth: 5,
  })
}

function centred(reach: number, columns: number): [number, number] {
  const room = (columns - reach) / 2
  return [-room, reach + room]
}

function fillOf(tile: Filled): string {
  if (tile.value === null) return HATCHED_TILE.fill
  return tile.place === 'middle' ? 'var(--tile)' : tile.mark.fill
}

const opacityOf = (tile: Filled) =>
  !isQuarter(tile.place) && tile.shade !== null && tile.value !== null ? 0.18 + 0.82 * tile.shade : 1

/** A small sign inside the tile, so that place is never told by colour alone. */
function signs(known: readonly Filled[], size: number) {
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

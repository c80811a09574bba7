import { onPaperColour } from '../style/on-paper.ts'
import type { Tiles } from './chart.ts'
import type { Size } from './chart-space.ts'
import { CARD, INK, MARKS } from './marks.ts'
import { escaped } from './sheet.ts'
import { solid } from './xml.ts'

type Place = Size & { x: number; y: number }
type Tile = Tiles['tiles'][number]

const EMU_AN_INCH = 914400
/** Shapes of a slide are counted; these come after what else stands there. */
const FIRST_ID = 1000
/** A tile of the middle half is paler than its mark, as on the page. */
const MIDDLE = onPaperColour('tile')
const MISSING = MARKS.similar.colour
const HATCHED = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${MISSING}"/></a:fgClr><a:bgClr><a:srgbClr val="${CARD}"/></a:bgClr></a:pattFill>`

/**
 * The map as a group of hexagons that can be coloured, moved and taken away; each is called by its municipality and value.
 * The own one comes last and so lies uppermost, with its name beside it.
 * @returns a `p:grpSp` for a slide
 */
export function tilesXml({ tiles }: Tiles, place: Place, title: string): string {
  const across = Math.max(...tiles.map(({ x }) => x)) + 1
  const down = Math.max(...tiles.map(({ y }) => y)) + 1.2
  const unit = Math.min(place.w / across, place.h / down)
  const left = place.x + (place.w - unit * across) / 2
  const weight = (tile: Tile) => (tile.own ? 2 : tile.framed ? 1 : 0)
  const ordered = [...tiles].sort((a, b) => weight(a) - weight(b))
  const shapes = ordered.map((tile, at) => hexagon(tile, FIRST_ID + 1 + at, { left, top: place.y, unit }))
  const own = tiles.find((tile) => tile.own)
  const name = own ? nameBeside(own, FIRST_ID + 1 + tiles.length, { left, top: place.y, unit, across }) : ''
  const box = `<a:off x="${emu(left)}" y="${emu(place.y)}"/><a:ext cx="${emu(unit * across)}" cy="${emu(unit * down)}"/>`
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${FIRST_ID}" name="${escaped(title)}" descr="${escaped(title)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${box}${box.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm></p:grpSpPr>${shapes.join('')}${name}</p:grpSp>`
}

const emu = (inches: number): number => Math.round(inches * EMU_AN_INCH)

type Grid = { left: number; top: number; unit: number }

/** Flat sides to the left and right: six points of a path of 100 × 100. */
const PATH = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="50" y="0"/></a:moveTo>${[
  [100, 25],
  [100, 75],
  [50, 100],
  [0, 75],
  [0, 25],
]
  .map(([x, y]) => `<a:lnTo><a:pt x="${x}" y="${y}"/></a:lnTo>`)
  .join('')}<a:close/></a:path></a:pathLst></a:custGeom>`

function hexagon(tile: Tile, id: number, { left, top, unit }: Grid): string {
  const [w, h] = [unit * 0.96, (unit * 0.96 * 2) / Math.sqrt(3)]
  const x = left + (tile.x + 0.5) * unit - w / 2
  const y = top + (tile.y + 0.6) * unit - h / 2
  const edge = tile.own ? 3 : tile.framed ? 1.5 : 0.5
  const line = `<a:ln w="${edge * 12700}">${solid(edgeOf(tile))}<a:round/></a:ln>`
  const xfrm = `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`
  const label = escaped(tile.label)
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${label}" descr="${label}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm}${PATH}${fillOf(tile)}${line}</p:spPr>${written(signOf(tile), Math.max(5, Math.round(unit * 30)), CARD)}</p:sp>`
}

/** Black around the group and the own one; a hatched tile needs an edge to be seen. */
function edgeOf({ own, framed, mark }: Tile): string {
  if (own || framed) return INK
  return mark === null ? MISSING : CARD
}

function fillOf({ mark, strength }: Tile): string {
  if (mark === null) return HATCHED
  return solid(mark === 'similar' ? MIDDLE : MARKS[mark].colour, strength)
}

const SIGNS: Readonly<Record<string, string>> = { better: '▲', worse: '▼' }
const signOf = ({ mark }: Tile): string => (mark ? (SIGNS[mark] ?? '') : '')

/** Text in the middle of a shape, without margins; the size in points. */
const written = (text: string, size: number, colour: string, side = 'ctr', bold = 0): string =>
  `<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="${side}"/>${
    text === ''
      ? ''
      : `<a:r><a:rPr lang="sv-SE" sz="${size * 100}" b="${bold}">${solid(colour)}<a:latin typeface="Calibri"/></a:rPr><a:t>${escaped(text)}</a:t></a:r>`
  }<a:endParaRPr lang="sv-SE" sz="${size * 100}"/></a:p></p:txBody>`

/** The name's letters and height in inches, and how much it covers of the tiles that it may lie on. */
const NAME = { letter: 0.115, height: 0.26, cover: 0.85 }

/** The own name, on the seaward side of its tile. */
function nameBeside({ name, x, y }: Tile, id: number, { left, top, unit, across }: Grid & { across: number }): string {
  const east = x > across / 2
  const middle = left + (x + 0.5) * unit
  const width = name.length * NAME.letter
  const from = east ? middle + unit * 0.75 : middle - unit * 0.75 - width
  const xfrm = `<a:xfrm><a:off x="${emu(from)}" y="${emu(top + (y + 0.6) * unit - NAME.height / 2)}"/><a:ext cx="${emu(width)}" cy="${emu(NAME.height)}"/></a:xfrm>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${solid(CARD, NAME.cover)}</p:spPr>${written(name, 14, INK, east ? 'l' : 'r', 1)}</p:sp>`
}

/** A point in pixels that wants its name beside it; the earlier in the list, the sooner it is served. */
export type Named = { x: number; y: number; name: string }
export type Placed<T extends Named> = T & { anchor: 'start' | 'end' | 'middle'; dx: number; dy: number }

type Box = { left: number; right: number; top: number; bottom: number }

const LETTER = 6.8
const HEIGHT = 14
const GAP = 8

const SIDES = [
  { anchor: 'start', dx: GAP, dy: 0 },
  { anchor: 'end', dx: -GAP, dy: 0 },
  { anchor: 'middle', dx: 0, dy: -HEIGHT + 1 },
  { anchor: 'middle', dx: 0, dy: HEIGHT - 1 },
  { anchor: 'start', dx: GAP / 2, dy: -HEIGHT + 1 },
  { anchor: 'end', dx: -GAP / 2, dy: -HEIGHT + 1 },
  { anchor: 'start', dx: GAP / 2, dy: HEIGHT - 1 },
  { anchor: 'end', dx: -GAP / 2, dy: HEIGHT - 1 },
] as const

/** Names beside their points, right, left, above, below or aslant, none over another or outside; who finds no room goes unnamed. */
export function placeLabels<T extends Named>(points: readonly T[], frame: Box): Placed<T>[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }))
  return points.flatMap((point) => {
    const side = SIDES.find((one) => {
      const box = boxOf(point, one)
      return isWithin(box, frame) && !taken.some((other) => overlaps(box, other))
    })
    if (!side) return []
    taken.push(boxOf(point, side))
    return [{ ...point, ...side }]
  })
}

function boxOf({ x, y, name }: Named, { anchor, dx, dy }: (typeof SIDES)[number]): Box {
  const width = name.length * LETTER
  const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor]
  return { left, right: left + width, top: y + dy - HEIGHT / 2, bottom: y + dy + HEIGHT / 2 }
}

const isWithin = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

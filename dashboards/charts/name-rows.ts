/** A name over a place, in pixels; the earlier in the list, the sooner it gets the place that it wants. */
type Named = { name: string; place: number }

/** Where a name stands: its row from the bottom, and which end of it is at its place so that it keeps within the frame. */
export type NameRow = { row: number; anchor: 'start' | 'middle' | 'end' }

const LETTER = 7.4
const AIR = 6

/** Names over their places in as few rows as leave none over another, none outside a frame that is so wide. */
export function nameRows(names: readonly Named[], width: number): NameRow[] {
  const rows: { left: number; right: number }[][] = []
  return names.map((named) => {
    const { anchor, left, right } = within(named, width)
    const free = rows.findIndex((taken) => taken.every((one) => right + AIR < one.left || one.right + AIR < left))
    const row = free < 0 ? rows.length : free
    rows[row] = [...(rows[row] ?? []), { left, right }]
    return { row, anchor }
  })
}

function within({ name, place }: Named, width: number): { anchor: NameRow['anchor']; left: number; right: number } {
  const long = name.length * LETTER
  if (place - long / 2 < 0) return { anchor: 'start', left: place, right: place + long }
  if (place + long / 2 > width) return { anchor: 'end', left: place - long, right: place }
  return { anchor: 'middle', left: place - long / 2, right: place + long / 2 }
}

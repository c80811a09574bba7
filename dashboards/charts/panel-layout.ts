/** What a panel needs of room: its title, its rows, and the longest of their titles in letters. */
type Sized = { rows: readonly { title: string }[] }

/** Where a panel lies, in pixels: its rows from `top` down, its scale from `left` to `right`, its row titles before that. */
export type PanelPlace = {
  x: number
  top: number
  row: number
  left: number
  right: number
  bottom: number
  /** Where the panel ends, right of what stands beside its dots. */
  end: number
  /** Letters that a row's title has room for. */
  letters: number
}

const TITLE = 22
const AXIS = 30
const GAP = 26
const LETTER = 6.3
const LEAST_WIDTH = 250

/** How the panels are to be laid out; `row` is the height of a row, `beside` what stands right of the dots, in pixels. */
export type PanelLayout = { columns: number; width: number; row: number; beside: number; from: number }

/**
 * Panels in rows of at most `columns`, fewer where the page is narrow; each row of panels as high as its highest.
 */
export function panelPlaces(
  panels: readonly Sized[],
  { columns, width, row, beside, from }: PanelLayout,
): { places: PanelPlace[]; height: number } {
  const across = columnsFitting(columns, width, panels.length)
  const panelWidth = (width - (across - 1) * GAP) / across
  const places: PanelPlace[] = []
  let y = from
  for (let first = 0; first < panels.length; first += across) {
    const line = panels.slice(first, first + across)
    const most = Math.max(...line.map((panel) => panel.rows.length))
    for (const [at, panel] of line.entries())
      places.push(placeOf(panel, { x: at * (panelWidth + GAP), y, width: panelWidth, row, beside }))
    y += TITLE + most * row + AXIS
  }
  return { places, height: y }
}

type Box = { x: number; y: number; width: number; row: number; beside: number }

/** As many columns as were asked for, or half as many, or one. */
function columnsFitting(columns: number, width: number, count: number): number {
  const fitting = [columns, Math.ceil(columns / 2), 1].find((many) => width / many >= LEAST_WIDTH) ?? 1
  return Math.min(fitting, Math.max(1, count))
}

function placeOf({ rows }: Sized, { x, y, width, row, beside }: Box): PanelPlace {
  const longest = Math.max(0, ...rows.map((row) => row.title.length)) * LETTER
  const titles = Math.min(longest, width * 0.44)
  const top = y + TITLE
  return {
    x,
    top,
    row,
    left: x + titles + 12,
    right: x + width - beside,
    bottom: top + rows.length * row,
    end: x + width,
    letters: Math.floor(titles / LETTER),
  }
}

/** What a panel needs of room: its title, its rows, the longest of their titles in letters, and lines below its scale. */
type Sized = { rows: readonly { title: string }[]; hidden?: { lines: readonly string[] } | null }

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
  /** True where the rows' titles stand above their dots, because beside them there is no room. */
  above: boolean
}

const TITLE = 22
const AXIS = 30
const GAP = 26
/** Height of a line below the scale. */
export const LINE = 16
const LETTER = 6.3
const LEAST_WIDTH = 250
const LEAST_SCALE = 80
/** What a row's title takes above its dots. */
const ABOVE = 15

/** How the panels are to be laid out; `row` is the height of a row, `beside` what stands right of the dots, in pixels. */
export type PanelLayout = { columns: number; width: number; row: number; beside: number; from: number }

/**
 * Panels in rows of at most `columns`, fewer where the page is narrow; each row of panels as high as its highest.
 */
export function panelPlaces(
  panels: readonly Sized[],
  { columns, width, row, beside, from }: PanelLayout,
): { places: PanelPlace[]; height: number } {
  const across = columnsFitting(panels, { columns, width, beside })
  const panelWidth = widthOf(width, across)
  const above = panels.some((panel) => scaleBeside(panel, panelWidth, beside) < LEAST_SCALE)
  const height = above ? row + ABOVE : row
  const places: PanelPlace[] = []
  let y = from
  for (let first = 0; first < panels.length; first += across) {
    const line = panels.slice(first, first + across)
    const most = Math.max(...line.map(({ rows, hidden }) => rows.length * height + (hidden?.lines.length ?? 0) * LINE))
    for (const [at, panel] of line.entries())
      places.push(placeOf(panel, { x: at * (panelWidth + GAP), y, width: panelWidth, row: height, beside, above }))
    y += TITLE + most + AXIS
  }
  return { places, height: y }
}

type Box = { x: number; y: number; width: number; row: number; beside: number; above: boolean }

const widthOf = (width: number, across: number): number => (width - (across - 1) * GAP) / across

/** Letters on a line as wide as a panel where all columns have room. */
export const lettersAcross = (width: number, columns: number): number => Math.floor(widthOf(width, columns) / LETTER)

/** As many columns as were asked for, or half as many, or one: so many that there is room to see differences in. */
export function columnsFitting(
  panels: readonly Sized[],
  { columns, width, beside }: Pick<PanelLayout, 'columns' | 'width' | 'beside'>,
): number {
  const hasRoom = (many: number) =>
    width / many >= LEAST_WIDTH &&
    panels.every((panel) => scaleBeside(panel, widthOf(width, many), beside) >= LEAST_SCALE)
  const fitting = [columns, Math.ceil(columns / 2), 1].find(hasRoom) ?? 1
  return Math.min(fitting, Math.max(1, panels.length))
}

/** What is left for the scale where the rows' titles stand beside it. */
const scaleBeside = (panel: Sized, width: number, beside: number): number => width - titlesOf(panel, width) - beside

/** What the titles of the rows take: their longest, but not more than there is. */
const titlesOf = ({ rows }: Sized, width: number): number =>
  Math.min(Math.max(0, ...rows.map(({ title }) => title.length)) * LETTER, width * 0.44)

function placeOf({ rows }: Sized, { x, y, width, row, beside, above }: Box): PanelPlace {
  const titles = above ? width : titlesOf({ rows }, width)
  const top = y + TITLE
  return {
    x,
    top,
    row,
    left: x + (above ? 6 : titles + 12),
    right: x + width - beside,
    bottom: top + rows.length * row,
    end: x + width,
    letters: Math.floor(titles / LETTER),
    above,
  }
}

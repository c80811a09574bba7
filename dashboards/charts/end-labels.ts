import { text } from '@observablehq/plot'

/** What stands at the end of a line. */
export type EndLabel = { period: number; value: number; label: string; fill: string; bold: boolean }

const LETTER = 7
const BESIDE = 8
const LINE = 15
/** Of the drawing's width, at most this is given to the labels. */
const MOST = 0.4

/** The labels as they are written in the room to the right of the lines, and that room in pixels. */
export type Written = { labels: readonly EndLabel[]; room: number }

/**
 * Room for the longest label; where the drawing is too narrow for that, labels stand on two lines.
 * @param width of the drawing in pixels
 */
export function writtenLabels(labels: readonly EndLabel[], width: number): Written {
  const wide = longest(labels)
  if (wide <= width * MOST) return { labels, room: wide }
  const folded = labels.map((one) => ({ ...one, label: fold(one.label) }))
  return { labels: folded, room: longest(folded) }
}

const lines = (label: string) => label.split('\n')
const longest = (labels: readonly EndLabel[]) =>
  2 * BESIDE + LETTER * Math.max(0, ...labels.flatMap(({ label }) => lines(label).map((line) => line.length)))

/** Broken at the space nearest to its middle. */
function fold(label: string): string {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index)
  const [middle] = spaces.sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2))
  return middle === undefined ? label : `${label.slice(0, middle)}\n${label.slice(middle + 1)}`
}

/**
 * Names at the ends of the lines; moved apart where they would lie on each other, and up where they would lie on the years.
 * `yOf` places a value, in pixels from the top; `floor` is where the years begin.
 */
export function endLabels(labels: readonly EndLabel[], yOf: (value: number) => number, floor: number) {
  return raised(separated(labels, yOf), yOf, floor).map(({ label, fill, bold, dy, ...point }) =>
    text([point], {
      x: 'period',
      y: 'value',
      text: () => label,
      dx: BESIDE,
      dy,
      textAnchor: 'start',
      fill,
      fontWeight: bold ? 'bold' : 'normal',
    }),
  )
}

/** From the top down, each label clear of the one above; the whole moved up by half of what was pushed. */
function separated(labels: readonly EndLabel[], yOf: (value: number) => number) {
  const placed = [...labels].sort((a, b) => b.value - a.value).map((label) => ({ ...label, dy: 0 }))
  for (const [index, label] of placed.entries()) {
    const above = placed[index - 1]
    if (!above) continue
    const clear = ((lines(above.label).length + lines(label.label).length) / 2) * LINE
    label.dy = Math.max(0, yOf(above.value) + above.dy + clear - yOf(label.value))
  }
  const pushed = Math.max(0, ...placed.map(({ dy }) => dy))
  return placed.map((label) => ({ ...label, dy: label.dy - pushed / 2 }))
}

type Lain = EndLabel & { dy: number }

/** From the lowest up, each clear of the floor and of the one below. */
function raised(placed: readonly Lain[], yOf: (value: number) => number, floor: number): Lain[] {
  let ground = floor
  const risen: Lain[] = []
  for (const label of [...placed].reverse()) {
    const half = (lines(label.label).length * LINE) / 2
    const middle = Math.min(yOf(label.value) + label.dy, ground - half)
    risen.unshift({ ...label, dy: middle - yOf(label.value) })
    ground = middle - half
  }
  return risen
}

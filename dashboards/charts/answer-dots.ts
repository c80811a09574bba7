import { dot, rect, text } from '@observablehq/plot'
import { ACCENT, type Drawn, draw, INK, MUTED } from './plot.ts'

/** How one group answered: a heading, and how many chose each of the grades. */
export type AnswerGroup = {
  name: string
  counts: readonly number[]
  /** Too many for a dot each: drawn as bars. */
  asBars: boolean
  /** What is read out of each grade. */
  labels: readonly string[]
}
type AnswerDots = { grades: readonly string[]; groups: readonly AnswerGroup[] }

const PANEL = 400
const GAP = 28
const PITCH = 12
const RADIUS = 4.5
const HEADING = 30
const LINE = 16
const LETTER = 7
const LINES = 30
const COUNT = 36
const FEWEST_ACROSS = 5

/** A dot a person, a row a grade, a panel a group; as many panels beside each other as there is room for. */
export function answerDots(chart: AnswerDots, { width }: Drawn): SVGSVGElement {
  const plan = planOf(chart, width)
  const cells = chart.groups.flatMap((group, at) => cellsOf(group, at, chart, plan))
  const heads = chart.groups.map(({ name }, at) => ({ name: plan.written(name), ...plan.cornerOf(at) }))
  return draw({
    width,
    height: plan.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      text(heads, {
        x: 'left',
        y: (one: { top: number }) => one.top + 6,
        text: 'name',
        textAnchor: 'start',
        lineAnchor: 'top',
        fill: INK,
        fontWeight: 'bold',
      }),
      text(cells, {
        x: (cell: Cell) => cell.start - 10,
        y: 'middle',
        text: 'grade',
        textAnchor: 'end',
        lineWidth: (plan.names - 14) / 12,
        textOverflow: 'ellipsis-end',
        fill: INK,
        fontSize: 12,
      } as object),
      dot(cells.flatMap(dotsOf), { x: 'x', y: 'y', r: RADIUS, fill: ACCENT, symbol: 'circle' }),
      rect(
        cells.filter(({ bar }) => bar !== null),
        {
          x1: 'start',
          x2: (cell: Cell) => cell.start + cell.bar!,
          y1: (cell: Cell) => cell.middle - 8,
          y2: (cell: Cell) => cell.middle + 8,
          fill: ACCENT,
        },
      ),
      text(cells, {
        x: 'end',
        y: 'middle',
        text: (cell: Cell) => String(cell.count),
        textAnchor: 'start',
        fill: MUTED,
        title: 'label',
        fontSize: 12,
      } as object),
    ],
  })
}

type Plan = {
  /** Width of the names of the grades, and of the dots beside them. */
  names: number
  area: number
  across: number
  /** Height of each grade's row. */
  rows: readonly number[]
  height: number
  /** A heading, its parts below each other where they do not fit beside each other. */
  written(name: string): string
  heading: number
  cornerOf(at: number): { left: number; top: number }
}

function planOf({ grades, groups }: AnswerDots, width: number): Plan {
  const beside = Math.max(1, Math.min(groups.length, Math.floor((width + GAP) / (PANEL + GAP))))
  const panel = (width - GAP * (beside - 1)) / beside
  const names = Math.min(150, panel * 0.4)
  const area = panel - names - COUNT
  const across = Math.max(FEWEST_ACROSS, Math.floor(area / PITCH))
  const rows = grades.map((_, grade) => Math.max(LINES, linesIn(groups, grade, across) * PITCH + 10))
  const isBroken = groups.some(({ name }) => name.length * LETTER > panel)
  const heading = isBroken ? HEADING + LINE : HEADING
  const tall = heading + rows.reduce((sum, row) => sum + row, 0) + GAP / 2
  return {
    ...{ names, area, across, rows, heading },
    written: (name) => (isBroken ? name.replace(' · ', '\n') : name),
    height: Math.ceil(groups.length / beside) * tall,
    cornerOf: (at) => ({ left: (at % beside) * (panel + GAP), top: Math.floor(at / beside) * tall }),
  }
}

const linesIn = (groups: readonly AnswerGroup[], grade: number, across: number): number =>
  Math.max(1, ...groups.map(({ counts, asBars }) => (asBars ? 1 : Math.ceil(counts[grade]! / across))))

type Cell = {
  grade: string
  label: string
  count: number
  start: number
  middle: number
  /** Where the number stands, behind dots or bar. */
  end: number
  /** Length of the bar; null where there are dots. */
  bar: number | null
  across: number
}

function cellsOf({ counts, labels, asBars }: AnswerGroup, at: number, chart: AnswerDots, plan: Plan): Cell[] {
  const { left, top } = plan.cornerOf(at)
  const start = left + plan.names
  const longest = Math.max(1, ...chart.groups.filter((group) => group.asBars).flatMap((group) => group.counts))
  let below = top + plan.heading
  return counts.map((count, grade) => {
    const middle = below + plan.rows[grade]! / 2
    below += plan.rows[grade]!
    const bar = asBars ? (count / longest) * plan.area : null
    const drawn = bar ?? Math.min(count, plan.across) * PITCH
    const end = start + drawn + 6
    return { grade: chart.grades[grade]!, label: labels[grade]!, count, start, middle, end, bar, across: plan.across }
  })
}

/** The dots of a cell, in lines from the top that are centred on its row. */
function dotsOf({ count, start, middle, across, bar }: Cell): { x: number; y: number }[] {
  if (bar !== null) return []
  const lines = Math.ceil(count / across)
  return Array.from({ length: count }, (_, at) => ({
    x: start + (at % across) * PITCH + PITCH / 2,
    y: middle + (Math.floor(at / across) - (lines - 1) / 2) * PITCH,
  }))
}

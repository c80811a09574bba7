import { rect, text } from '@observablehq/plot'
import { ACCENT, type Drawn, draw, INK, RULE } from '../plot.ts'

/** A hundred squares, as many filled as the share says. */
export function methodSquares({ share, label }: { share: number; label: string }, { width }: Drawn): SVGSVGElement {
  const squares = Array.from({ length: 100 }, (_, index) => ({
    row: Math.floor(index / 20),
    column: index % 20,
    index,
  }))
  const side = (width - 8) / 20
  return draw({
    width,
    height: 5 * side + 34,
    marginLeft: 4,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 30,
    x: { domain: [0, 20], axis: null },
    y: { domain: [5, 0], axis: null },
    color: { type: 'identity' },
    marks: [
      rect(squares, {
        x1: 'column',
        x2: (one: { column: number }) => one.column + 1,
        y1: 'row',
        y2: (one: { row: number }) => one.row + 1,
        inset: 1.5,
        fill: (one: { index: number }) => (one.index < share ? ACCENT : RULE),
      }),
      text([label], { text: (word: string) => word, frameAnchor: 'bottom-left', dy: 20, fill: INK }),
    ],
  })
}

import { axisX, dot, rect, ruleX } from '@observablehq/plot'
import { scaleLinear } from 'd3'
import { piles } from './piles.ts'
import { ACCENT, BAND, type Drawn, draw, INK, MUTED, OTHERS } from './plot.ts'
import { BELOW, type Strip, type StripPoint, sideOf } from './strip.ts'
import { stripNames } from './strip-names.ts'
import { roomyDomain, tickFormat } from './ticks.ts'

const AIR = 0.6
const LOWEST = 46

/** Every municipality a dot, piled where many are alike. */
export function stripDots(strip: Strip, { width }: Drawn): SVGSVGElement {
  const { about, lang, reference } = strip
  const radius = width < 360 ? 2.2 : 2.9
  const ordered = [...strip.points].sort((a, b) => a.value - b.value)
  const values = ordered.map((point) => point.value)
  const domain = roomyDomain(values, about.kind)
  const ticks = scaleLinear(domain, [0, 1]).ticks(width < 360 ? 3 : 6)
  const side = sideOf(ticks, strip)
  const along = (value: number) => ((value - domain[0]) / (domain[1] - domain[0])) * (width - 2 * side)
  const heights = piles(values.map(along), 2 * radius + AIR)
  const room = Math.max(LOWEST, Math.max(0, ...heights) + 3 * radius)
  const piled = ordered.map((point, at) => ({ ...point, height: heights[at]! + radius + AIR }))
  const { above, marks, rules } = stripNames(strip, domain, { width, side, top: room })
  return draw({
    width,
    height: above + room + BELOW,
    marginLeft: side,
    marginRight: side,
    marginTop: above,
    marginBottom: BELOW,
    x: { domain },
    y: { domain: [0, room], axis: null },
    marks: [
      ...middleHalf(reference),
      dot(piled, {
        ...{ x: 'value', y: 'height', r: radius, title: 'label' },
        fill: (point: StripPoint) => fillOf(point, strip),
      } as object),
      rules,
      ...marks,
      axisX({ ticks, tickFormat: tickFormat(about, lang), tickSize: 0, label: null, fill: MUTED }),
    ],
  })
}

function fillOf(point: StripPoint, { own, group }: Strip): string {
  if (point.municipality === own) return INK
  return group.has(point.municipality) ? ACCENT : OTHERS
}

/** The grey field between the quartiles and the dotted median, behind whatever stands before them. */
export function middleHalf({ q1, q3, median }: Strip['reference']) {
  return [
    rect(q1 === null || q3 === null ? [] : [{ q1, q3 }], { x1: 'q1', x2: 'q3', fill: BAND } as object),
    ruleX(median === null ? [] : [median], { stroke: INK, strokeDasharray: '2 3' }),
  ]
}

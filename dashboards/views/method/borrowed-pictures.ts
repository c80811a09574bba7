import type { Lang } from '../../../data/model/numbers.ts'
import { answerDots } from '../../charts/answer-dots.ts'
import { bandMark } from '../../charts/bands.ts'
import { funnelChart } from '../../charts/funnel.ts'
import { scatter } from '../../charts/scatter.ts'
import { FITTED, FUNNEL_POINTS, FUNNEL_SHARE, PAIRS } from './illustrations.ts'

const PERCENT = { kind: 'share', unit: '%', decimals: 0 }

/** The chart of the comparison page, with invented municipalities. */
export function funnelPicture([name = '', together = '']: readonly string[], lang: Lang, width: number): SVGSVGElement {
  const points = FUNNEL_POINTS.map(([x, y], index) => {
    const isOut = y < limitsAt(x).lower998
    return {
      municipality: String(index),
      name: isOut ? name : '',
      x,
      y,
      mark: isOut ? bandMark('worst') : null,
      label: '',
    }
  })
  const limits = Array.from({ length: 30 }, (_, step) => 20 * 1.1 ** step)
    .filter((n) => n < 380)
    .map((n) => ({ n, ...limitsAt(n), adjusted: limitsAt(n) }))
  const own = points.find((point) => point.name !== '')!.municipality
  return silent(
    funnelChart(
      {
        points,
        own,
        group: new Set(),
        limits,
        pooled: 100 * FUNNEL_SHARE,
        pooledLabel: together,
        baseLabel: 'n',
        about: PERCENT,
        lang,
      },
      { width },
    ),
  )
}

/** Wilson's interval touches the common share where the score test does: p ± z√(p(1 − p)/n). */
function limitsAt(n: number) {
  const error = 100 * Math.sqrt((FUNNEL_SHARE * (1 - FUNNEL_SHARE)) / n)
  const around = (z: number) => [100 * FUNNEL_SHARE - z * error, 100 * FUNNEL_SHARE + z * error] as const
  const [lower95, upper95] = around(1.96)
  const [lower998, upper998] = around(3.09)
  return { lower95, upper95, lower998, upper998 }
}

/** The chart of the relation page, with invented municipalities. */
export function scatterPicture(
  [along = '', up = '', own = '']: readonly string[],
  lang: Lang,
  width: number,
): SVGSVGElement {
  const points = PAIRS.map(([x, y], index) => ({
    municipality: String(index),
    name: index === OWN ? own : '',
    x,
    y,
    label: '',
  }))
  return silent(
    scatter(
      {
        points,
        own: String(OWN),
        group: new Set(),
        line: FITTED,
        x: { ...PERCENT, label: along },
        y: { ...PERCENT, label: up },
        lang,
      },
      { width },
    ),
  )
}

const OWN = 15

/** The chart of the page of local surveys, with ten invented people. */
export function dotsPicture(grades: readonly string[], width: number): SVGSVGElement {
  const group = { name: '', counts: [1, 2, 5, 2], asBars: false, labels: grades }
  return silent(answerDots({ grades, groups: [group] }, { width }))
}

/** Invented points have nothing to say one by one. */
function silent(picture: SVGSVGElement): SVGSVGElement {
  for (const point of picture.querySelectorAll('[data-point]')) point.removeAttribute('data-point')
  return picture
}

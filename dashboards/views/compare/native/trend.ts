import { scaleLinear } from 'd3'
import type { About } from '../../../../data/model/answers/figure.ts'
import type { TrendAnswer } from '../../../../data/model/answers/trend.ts'
import type { Lines, Panels, Scale, Series } from '../../../native-charts/chart.ts'
import type { Texts } from '../../../text/index.ts'

type Trend = Pick<TrendAnswer, 'about' | 'series' | 'reference'>
type One = Trend['series'][number]

/** Small charts that can be read on a slide. */
const ACROSS = 4
const A_SLIDE = 12

/** The own development with its intervals, those of the group and those shown beside it, and the reference's quartiles. */
export function trendNative(trend: Trend, shown: ReadonlySet<string>, municipality: string, { columns }: Texts): Lines {
  const own = trend.series.find((one) => one.municipality === municipality)
  const others = trend.series.filter((one) => one !== own)
  const markOf = ({ municipality: code }: One) => (shown.has(code) ? 'neutral' : 'others')
  return {
    ...linesOf(trend.about, trend.reference),
    series: [
      ...others.map((one) => ({ ...valuesOf(one, trend.reference), mark: markOf(one) }) as const),
      ...(own ? [{ ...developmentOf(own, trend.reference), mark: 'own' as const }] : []),
      ...quartilesOf(trend.reference, columns),
    ],
    own: own ? [own.name] : [],
  }
}

/** The development of each municipality, a small chart each, all on one scale; the own one in its colour. */
export function eachNative(series: readonly One[], trend: Trend, municipality: string, { columns }: Texts): Panels {
  const quartiles = quartilesOf(trend.reference, columns)
  const developments = series.map((one) => ({
    ...valuesOf(one, trend.reference),
    mark: one.municipality === municipality ? ('own' as const) : ('ink' as const),
  }))
  const scale = scaleOf([...developments, ...quartiles])
  const panels = developments.map(
    (one): Lines => ({
      ...{ ...linesOf(trend.about, trend.reference), title: one.name, unit: '', scale },
      ...{ series: [one, ...quartiles], own: [one.name] },
    }),
  )
  return { kind: 'panels', panels, columns: ACROSS, perSlide: A_SLIDE }
}

const linesOf = ({ unit, decimals }: About, reference: Trend['reference']) =>
  ({ kind: 'lines', unit, decimals, categories: reference.map(({ period }) => String(period)) }) as const

function developmentOf({ name, points }: One, reference: Trend['reference']): Series {
  const inYears = reference.map(({ period }) => points.find((point) => point.period === period))
  return {
    name,
    values: inYears.map((point) => point?.value ?? null),
    limits: inYears.map((point) => ({ lower: point?.lower ?? null, upper: point?.upper ?? null })),
  }
}

/** A development without its intervals, which many lines would hide each other with. */
const valuesOf = (one: One, reference: Trend['reference']): Series => ({
  name: one.name,
  values: developmentOf(one, reference).values,
})

const quartilesOf = (reference: Trend['reference'], columns: Texts['columns']): Series[] =>
  (['median', 'q1', 'q3'] as const).map((which) => ({
    name: columns[which],
    values: reference.map((one) => one[which]),
    mark: 'similar',
  }))

/** Round ends around all developments. */
function scaleOf(series: readonly Series[]): Scale {
  const values = series.flatMap(({ values }) => values).filter((value) => value !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [min, max] = scaleLinear([low, high === low ? low + 1 : high], [0, 1])
    .nice(4)
    .domain()
  return { min: min!, max: max! }
}

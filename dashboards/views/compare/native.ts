import type { CompareRow } from '../../../data/model/answers/compare.ts'
import type { About } from '../../../data/model/answers/figure.ts'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import type { NativeChart } from '../../exports/figure.ts'
import type { Texts } from '../../text/index.ts'

type Trend = Pick<TrendAnswer, 'about' | 'series' | 'reference'>

/** The ranked municipalities as bars that a document draws itself; those without a value are left to the table. */
export function rankedNative(rows: readonly CompareRow[], own: string, about: About): NativeChart {
  const known = rows.filter(({ value }) => value !== null)
  return {
    kind: 'bars',
    unit: about.unit,
    decimals: about.decimals,
    categories: known.map(({ name }) => name),
    series: [{ name: about.short, values: known.map(({ value }) => value) }],
    own: known.filter(({ municipality }) => municipality === own).map(({ name }) => name),
  }
}

/** The own development and the quartiles of the reference as lines that a document draws itself. */
export function trendNative(
  { about, series, reference }: Trend,
  municipality: string,
  { columns }: Texts,
): NativeChart {
  const own = series.find((one) => one.municipality === municipality)
  const years = reference.map(({ period }) => period)
  const ownValues = years.map((year) => own?.points.find(({ period }) => period === year)?.value ?? null)
  return {
    kind: 'lines',
    unit: about.unit,
    decimals: about.decimals,
    categories: years.map(String),
    series: [
      ...(own ? [{ name: own.name, values: ownValues }] : []),
      { name: columns.median, values: reference.map(({ median }) => median) },
      { name: columns.q1, values: reference.map(({ q1 }) => q1) },
      { name: columns.q3, values: reference.map(({ q3 }) => q3) },
    ],
    own: own ? [own.name] : [],
  }
}

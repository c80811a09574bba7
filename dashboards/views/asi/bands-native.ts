import type { BandPart, BandRow } from '../../charts/band-bars.ts'
import type { Bars } from '../../native-charts/chart.ts'

/** The mildest band is this strong, the gravest full. */
const LIGHTEST = 0.1

type Run = Pick<BandPart, 'first' | 'last'>

/** A bar of a hundred percent an area; bands that were merged to protect are hatched parts of their own, named by both ends. */
export function bandsNative(rows: readonly BandRow[], bands: readonly string[]): Bars {
  const runs = runsOf(rows)
  return {
    ...{ kind: 'bars', unit: '', decimals: 0, stacked: true },
    categories: rows.map(({ title, parts, instead, beside }) => `${title} – ${parts.length > 0 ? beside : instead}`),
    series: runs.map((run) => ({
      name: run.first === run.last ? bands[run.first]! : `${bands[run.first]}–${bands[run.last]}`,
      values: rows.map(({ parts }) => parts.find((part) => isSame(part, run))?.share ?? null),
      mark: 'group',
      hatched: run.first !== run.last,
      strength: LIGHTEST + ((1 - LIGHTEST) * (run.first + run.last)) / (2 * Math.max(1, bands.length - 1)),
    })),
  }
}

const isSame = (a: Run, b: Run): boolean => a.first === b.first && a.last === b.last

/** Every run of bands that some row has, the mildest first: those of one row never overlap. */
const runsOf = (rows: readonly BandRow[]): Run[] =>
  rows
    .flatMap(({ parts }) => parts)
    .filter((part, at, all) => all.findIndex((other) => isSame(part, other)) === at)
    .sort((a, b) => a.first - b.first || a.last - b.last)

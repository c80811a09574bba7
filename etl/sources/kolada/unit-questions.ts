import { type DataQuestion, segments, yearsOf } from './questions.ts'
import type { WebPage } from './web.ts'

/** Indicators that Kolada publishes by unit, and the units of the municipalities that were asked for: their ids, ascending. */
export type ByUnit = { indicators: string[]; units: string[] }

type Described = { id?: unknown; has_ou_data?: unknown; municipality?: unknown }

/** Finds both in the pages that describe. @param municipalities codes: what Kolada lists of others is left */
export function byUnitIn(pages: readonly WebPage[], municipalities: readonly string[]): ByUnit {
  const described = pages.flatMap(({ values }) => values as Described[])
  return {
    indicators: idsOf(described.filter(({ has_ou_data }) => has_ou_data === true)),
    units: idsOf(described.filter(({ municipality }) => municipalities.includes(municipality as string))),
  }
}

const idsOf = (described: readonly Described[]) => [...new Set(described.map(({ id }) => String(id)))].sort()

/** What is to be asked for of units, as much at once as may be. */
export function unitQuestions({ indicators, units }: ByUnit, period: { from: number; to: number }): DataQuestion[] {
  return segments(indicators).flatMap((some) =>
    segments(units).flatMap((those) =>
      yearsOf(period).map((years) => ({ indicators: some, units: those, years, since: null })),
    ),
  )
}

import type { DuckDBConnection } from '@duckdb/node-api'
import { noiseOf } from '../../../data/figures/noise.ts'
import { SEXES } from '../../../data/figures/places.ts'
import type { Slice } from '../../../data/figures/slice.ts'
import type { Subject } from '../../../data/figures/subject.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { isRenewed, type Renewed } from '../renewed.ts'
import { byIndicator } from './by-indicator.ts'
import type { Ground } from './ground.ts'
import { readSlices, type Series } from './series.ts'

/** What values may be counted on: the indicators that count bases, and the numerators, denominators and limits that came with values. */
export type Bases = { slices: ReadonlyMap<string, Slice>; beside: ReadonlyMap<number, readonly Based[]> }

type Based = {
  indicator: number
  sex: number
  period: number
  place: number
  numerator: number | null
  denominator: number | null
  lower: number | null
  upper: number | null
}

const basedOf = (renewed: Renewed) => `
  SELECT indicator, sex, period, place, numerator, denominator, lower, upper FROM beside
  WHERE (numerator IS NOT NULL OR denominator IS NOT NULL OR lower IS NOT NULL) AND ${isRenewed('indicator', renewed)}`

export async function readBases(
  connection: DuckDBConnection,
  { indicators, positions, places }: Ground,
  renewed: Renewed,
): Promise<Bases> {
  const reckoned = renewed === null ? indicators : renewed.map((position) => indicators[position]!)
  // A base of which nothing was loaded has no place in the release.
  const counted = new Set(reckoned.flatMap(({ base }) => (base === null ? [] : (positions.get(base) ?? []))))
  const beside = await rowsOf<Based>(connection, basedOf(renewed))
  return { slices: await readSlices(connection, places, [...counted]), beside: byIndicator(beside) }
}

/** The series as subjects, one for each sex that it has, with the noise measured in it. */
export function subjectsOf(
  { indicator: position, slices, precision }: Series,
  ground: Ground,
  bases: Bases,
): Subject[] {
  const indicator = ground.indicators[position]!
  for (const { sex, period, place, indicator: _, ...beside } of bases.beside.get(position) ?? []) {
    slices.get(sex)!.addBeside(period, place, { ...beside, previous: null })
  }
  const counted = indicator.base === null ? undefined : ground.positions.get(indicator.base)
  return [...slices].map(([sex, values]) => ({
    indicator,
    sex: SEXES[sex]!,
    values,
    bases: (counted !== undefined && bases.slices.get(`${counted} ${sex}`)) || null,
    precision,
    noise: noiseOf(indicator, values, ground.municipalities),
  }))
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { Places } from '../../../data/figures/places.ts'
import { type Precision, PrecisionFinder } from '../../../data/figures/precision.ts'
import { Slice } from '../../../data/figures/slice.ts'
import { eachRow } from '../../../data/store/columns.ts'

/** All values of an indicator: a slice for each sex that has any, by the sex's number, and how exactly they are printed. */
export type Series = { indicator: number; slices: ReadonlyMap<number, Slice>; precision: Precision }

/** Not a number where there is no value: asking of each whether it is there takes longer than reading it. */
const FIGURES = `SELECT indicator, sex, period, place, coalesce(value, 'NaN'::DOUBLE), mark, origin FROM figure`

/**
 * Hands over the values of a release, indicator after indicator.
 * @param wanted SQL for the indicators that are wanted
 * @param work may read and write on other connections
 */
export async function eachSeries(
  connection: DuckDBConnection,
  places: Places,
  wanted: string,
  work: (series: Series) => void,
): Promise<void> {
  let open: { indicator: number; slices: Map<number, Slice>; precision: PrecisionFinder } | null = null
  const finish = () => open && work({ ...open, precision: open.precision.found })
  const stream = await connection.stream(`${FIGURES} WHERE ${wanted}`)
  await eachRow(stream, ([indicator, sex, period, place, value, mark, origin], row) => {
    const position = indicator!.getItem(row)!
    if (open?.indicator !== position) {
      finish()
      open = { indicator: position, slices: new Map(), precision: new PrecisionFinder() }
    }
    const figure = value!.getItem(row)!
    sliceOf(open.slices, sex!.getItem(row)!, places).add(
      period!.getItem(row)!,
      place!.getItem(row)!,
      figure,
      mark!.getItem(row)!,
      origin!.getItem(row)!,
    )
    if (!Number.isNaN(figure)) open.precision.see(figure)
  })
  finish()
}

function sliceOf<Key>(slices: Map<Key, Slice>, key: Key, places: Places): Slice {
  const known = slices.get(key)
  if (known) return known
  const slice = new Slice(places)
  slices.set(key, slice)
  return slice
}

/** The slices of a few indicators, by position and sex. */
export async function readSlices(
  connection: DuckDBConnection,
  places: Places,
  indicators: readonly number[],
): Promise<Map<string, Slice>> {
  const found = new Map<string, Slice>()
  if (indicators.length === 0) return found
  const result = await connection.stream(`${FIGURES} WHERE indicator IN (${indicators.join()})`)
  await eachRow(result, ([indicator, sex, period, place, value, mark, origin], row) => {
    const key = `${indicator!.getItem(row)} ${sex!.getItem(row)}`
    sliceOf(found, key, places).add(
      period!.getItem(row)!,
      place!.getItem(row)!,
      value!.getItem(row),
      mark!.getItem(row)!,
      origin!.getItem(row)!,
    )
  })
  return found
}

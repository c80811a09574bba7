import type { Instrument } from '../../data/instruments/definition.ts'
import { type ExtractMapping, headingsOf } from '../../data/model/extract-mapping.ts'
import { columnLetters } from '../check/headers.ts'
import { layoutOf } from '../check/layout.ts'
import { likenessTo } from '../check/likeness.ts'
import { placesOf } from '../check/places.ts'
import type { Limits } from '../read/refused.ts'
import { openTable } from '../read/table.ts'

/** The spreadsheet's letter of each column of the format, as the file that was sent has them. */
export async function lettersIn(
  path: string,
  instrument: Instrument,
  limits: Limits,
  mapping: ExtractMapping | null,
): Promise<Map<string, string>> {
  const headings = mapping ? Object.values(mapping.columns).flatMap(headingsOf) : []
  const { header } = await openTable(path, { limits, likeness: likenessTo(instrument, headings) })
  if (!mapping) {
    const { layout } = layoutOf(header, instrument)
    return new Map(layout.flatMap((column, index) => (column ? [[column.id, columnLetters(index)] as const] : [])))
  }
  const { places } = placesOf(header, instrument, mapping)
  return new Map(places.flatMap(({ column, indices }) => indices.slice(0, 1).map((i) => [column.id, columnLetters(i)])))
}

import type { Measure } from '../../../data/instruments/definition.ts'
import { stretchOf } from '../../../data/instruments/items.ts'
import type { Part } from '../../release/protected-slices.ts'
import { differenceOf, figureOf, type Reached } from './figure.ts'
import { fitTogether } from './fitting.ts'
import type { Parts } from './parts.ts'
import type { AskedCell, AskedPeriod, AskedPlace } from './question.ts'
import { sharesTogether } from './shares.ts'

/** Fewer municipalities than these are no group: their sum would be one of them less another. */
const FEWEST_MUNICIPALITIES = 3

/** Where, when and of whom. */
export interface Spot {
  place: AskedPlace
  period: AskedPeriod
  cell: AskedCell
}

/** A measure with what is shown of it in municipalities' years. */
interface Source {
  measure: Measure
  parts: Parts
}

/** A measure with the shares of its item, itself among them; none of a measure that is no share. */
export interface InItem extends Source {
  item: Source[]
}

/** A figure with the municipalities' years that it is made of. */
export interface Shown extends Reached {
  parts: Part[]
  /** Of a distribution: its median would speak against those of its family. */
  isMedianHeldBack?: boolean
}

/**
 * A sum that lacks parts which other shares of its item hold speaks of others than they do. It is shown only where all of
 * them fit 100 together.
 */
export function sumInItem(spot: Spot, source: InItem): Shown | null {
  const shown = sumAt(spot, source)
  if (!shown || source.item.length < 2) return shown
  const together = source.item.flatMap(({ measure, parts }) => {
    const found = partsAt(spot, parts)
    const known = isEnough(spot, found) ? sharesTogether(measure, found) : null
    return known ? [{ ...stretchOf(measure.derivation.test!), ...known, spots: found.map(spotOf) }] : []
  })
  const spots = new Set(together.flatMap((share) => share.spots))
  return shown.parts.length === spots.size || fitTogether(together) ? shown : null
}

function sumAt(spot: Spot, { measure, parts: source }: Source): Shown | null {
  const parts = partsAt(spot, source)
  if (!isEnough(spot, parts)) return null
  const reached = figureOf(measure, parts, source.deviation)
  return reached && { ...reached, parts }
}

function partsAt({ place, period, cell }: Spot, source: Parts): Part[] {
  return place.members.flatMap((municipality) =>
    period.years.flatMap((year) => source.of(cell.name, municipality, year) ?? []),
  )
}

const isEnough = ({ place }: Spot, parts: readonly Part[]): boolean =>
  parts.length > 0 && (!place.isGroup || municipalitiesIn(parts) >= FEWEST_MUNICIPALITIES)

/** A difference holds the municipalities and years of which both its ends are shown. */
export function differenceAt(spot: Spot, measure: Measure, of: Shown | null, minus: Shown | null): Shown | null {
  const reached = differenceOf(measure, of, minus)
  if (!reached) return null
  const both = new Set(minus!.parts.map(spotOf))
  const parts = of!.parts.filter((part) => both.has(spotOf(part)))
  return isEnough(spot, parts) ? { ...reached, parts } : null
}

export const spotOf = ({ municipality, year }: Part): string => `${municipality} ${year}`

export function municipalitiesIn(parts: readonly Part[]): number {
  return new Set(parts.map(({ municipality }) => municipality)).size
}

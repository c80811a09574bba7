import type { Measure } from '../../../data/instruments/definition.ts'
import { stretchOf } from '../../../data/instruments/items.ts'
import type { AggregateCell, Coverage } from '../../../data/model/answers/aggregate.ts'
import type { Language } from '../../language.ts'
import { differenceOf, figureOf, type Reached } from './figure.ts'
import { fitTogether } from './fitting.ts'
import type { Part, Parts } from './parts.ts'
import type { AskedCell, AskedPeriod, AskedPlace, Understood } from './question.ts'
import { sharesTogether } from './shares.ts'

/** Fewer municipalities than these are no group: their sum would be one of them less another. */
const FEWEST_MUNICIPALITIES = 3

/** Where, when and of whom. */
interface Spot {
  place: AskedPlace
  period: AskedPeriod
  cell: AskedCell
}

/** A measure with what is shown of it. */
interface Source {
  measure: Measure
  parts: Parts
}

/** A measure with the shares of its item, itself among them; none of a measure that is no share. */
interface InItem extends Source {
  item: Source[]
}

/** What an answer is made from. */
export interface Sources extends InItem {
  /** The two means that a difference is made of; null for other measures. */
  ends: { of: Source; minus: Source } | null
  /** The share followed up, beside a change; null for other measures. */
  followUp: Source | null
  nonResponse: (municipality: string, year: number) => number | null
}

/** Every cell of a measure that was asked for, by place, period and category. */
export function cellsOf(question: Understood, sources: Sources, language: Language): AggregateCell[] {
  return question.places.flatMap((place) =>
    question.periods.flatMap((period) =>
      question.cells.map((cell) => cellOf({ place, period, cell }, sources, language)),
    ),
  )
}

function cellOf(spot: Spot, sources: Sources, language: Language): AggregateCell {
  const { measure, ends } = sources
  const shown = ends ? differenceShown(spot, measure, ends) : shownInItem(spot, sources)
  return {
    place: spot.place.id,
    name: spot.place.name,
    period: spot.period.id,
    categories: spot.cell.categories,
    measure: measure.id,
    ...(shown ? told(spot, shown, language) : PROTECTED),
    ...(measure.kind === 'distribution' && { distribution: shown?.figure.distribution ?? null }),
    ...(sources.followUp && { followUp: shown ? followUpOf(spot, sources.followUp) : null }),
    nonResponse: nonResponseOf(spot, sources, shown !== null),
  }
}

/** Hidden, empty and held back alike. */
const PROTECTED = {
  shown: false,
  value: null,
  count: null,
  lower: null,
  upper: null,
  status: 'protected',
} as const

interface Shown extends Reached {
  parts: Part[]
}

/**
 * A sum that lacks parts which other shares of its item hold speaks of others than they do. It is shown only where all of
 * them fit 100 together.
 */
function shownInItem(spot: Spot, source: InItem): Shown | null {
  const shown = shownOf(spot, source)
  if (!shown || source.item.length < 2) return shown
  const together = source.item.flatMap(({ measure, parts }) => {
    const found = partsAt(spot, parts)
    const known = isEnough(spot, found) ? sharesTogether(measure, found) : null
    return known ? [{ ...stretchOf(measure.derivation.test!), ...known, spots: found.map(spotOf) }] : []
  })
  const spots = new Set(together.flatMap((share) => share.spots))
  return shown.parts.length === spots.size || fitTogether(together) ? shown : null
}

function partsAt({ place, period, cell }: Spot, source: Parts): Part[] {
  return place.members.flatMap((municipality) =>
    period.years.flatMap((year) => source.of(cell.name, municipality, year) ?? []),
  )
}

function shownOf(spot: Spot, { measure, parts: source }: Source): Shown | null {
  const parts = partsAt(spot, source)
  if (!isEnough(spot, parts)) return null
  const reached = figureOf(measure, parts, source.deviation)
  return reached && { ...reached, parts }
}

const isEnough = ({ place }: Spot, parts: readonly Part[]): boolean =>
  parts.length > 0 && (!place.isGroup || municipalitiesIn(parts) >= FEWEST_MUNICIPALITIES)

/** A difference holds the municipalities and years of which both its ends are shown. */
function differenceShown(spot: Spot, measure: Measure, ends: NonNullable<Sources['ends']>): Shown | null {
  const [of, minus] = [shownOf(spot, ends.of), shownOf(spot, ends.minus)]
  const reached = differenceOf(measure, of, minus)
  if (!reached) return null
  const both = new Set(minus!.parts.map(spotOf))
  const parts = of!.parts.filter((part) => both.has(spotOf(part)))
  return isEnough(spot, parts) ? { ...reached, parts } : null
}

const spotOf = ({ municipality, year }: Part): string => `${municipality} ${year}`

function municipalitiesIn(parts: readonly Part[]): number {
  return new Set(parts.map(({ municipality }) => municipality)).size
}

function told(spot: Spot, { figure, parts }: Shown, language: Language) {
  const { distribution: _, ...numbers } = figure
  const coverage = coverageOf(spot, parts, language)
  return { shown: true, ...numbers, ...(coverage && { coverage }), status: null } as const
}

function coverageOf({ place, period }: Spot, parts: readonly Part[], language: Language): Coverage | null {
  if (place.isGroup) return coverage(municipalitiesIn(parts), place.members.length, 'municipalities', language)
  return period.years.length > 1 ? coverage(parts.length, period.years.length, 'years', language) : null
}

const WORDS = {
  municipalities: { sv: 'kommuner', en: 'municipalities' },
  years: { sv: 'år', en: 'years' },
} as const

function coverage(shown: number, of: number, unit: Coverage['unit'], language: Language): Coverage {
  const between = language === 'sv' ? 'av' : 'of'
  return { shown, of, unit, text: `${shown} ${between} ${of} ${WORDS[unit][language]}` }
}

function followUpOf(spot: Spot, rate: Source): AggregateCell['followUp'] {
  const shown = shownOf(spot, rate)
  if (!shown) return null
  const { value, bound, lower, upper } = shown.figure
  return { value, ...(bound && { bound }), lower, upper }
}

function nonResponseOf({ place, period, cell }: Spot, { nonResponse }: Sources, isShown: boolean): number | null {
  const isWholeYear = isShown && !place.isGroup && period.years.length === 1 && cell.name === ''
  return isWholeYear ? nonResponse(place.id, period.years[0]!) : null
}

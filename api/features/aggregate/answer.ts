import type { Measure } from '../../../data/instruments/definition.ts'
import type { AggregateCell, Coverage } from '../../../data/model/answers/aggregate.ts'
import type { Language } from '../../language.ts'
import { type Figure, figureOf, figureTogether } from './figure.ts'
import type { Part, Parts } from './parts.ts'
import type { AskedCell, AskedPeriod, AskedPlace, Understood } from './question.ts'

/** Fewer municipalities than these are no group: their sum would be one of them less another. */
const FEWEST_MUNICIPALITIES = 3

/** Where, when and of whom. */
interface Spot {
  place: AskedPlace
  period: AskedPeriod
  cell: AskedCell
}

/** What an answer is made from. */
export interface Sources {
  parts: Parts
  /** The share followed up, beside a change; null for other measures. */
  followUp: { measure: Measure; parts: Parts } | null
  nonResponse: (municipality: string, year: number) => number | null
}

/** Every cell of a measure that was asked for, by place, period and category. */
export function cellsOf(question: Understood, measure: Measure, sources: Sources, language: Language): AggregateCell[] {
  return question.places.flatMap((place) =>
    question.periods.flatMap((period) =>
      question.cells.map((cell) => cellOf({ place, period, cell }, measure, sources, language)),
    ),
  )
}

function cellOf(spot: Spot, measure: Measure, sources: Sources, language: Language): AggregateCell {
  const shown = shownOf(spot, measure, sources.parts)
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

interface Shown {
  figure: Figure
  parts: Part[]
}

function shownOf({ place, period, cell }: Spot, measure: Measure, source: Parts): Shown | null {
  const parts = place.members.flatMap((municipality) =>
    period.years.flatMap((year) => source.of(cell.name, municipality, year) ?? []),
  )
  const [only] = parts
  if (!only || (place.isGroup && municipalitiesIn(parts) < FEWEST_MUNICIPALITIES)) return null
  const isSingle = !place.isGroup && period.years.length === 1
  const figure = isSingle ? figureOf(measure, only, source.deviation) : figureTogether(measure, parts, source.deviation)
  return isTold(figure) ? { figure, parts } : null
}

/** A distribution all of whose steps had to be merged tells nothing. */
function isTold({ value, distribution }: Figure): boolean {
  return distribution ? distribution.length > 1 : value !== null
}

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

function followUpOf(spot: Spot, { measure, parts }: NonNullable<Sources['followUp']>): AggregateCell['followUp'] {
  const shown = shownOf(spot, measure, parts)
  if (!shown || shown.figure.value === null) return null
  const { value, bound } = shown.figure
  return { value, ...(bound && { bound }) }
}

function nonResponseOf({ place, period, cell }: Spot, { nonResponse }: Sources, isShown: boolean): number | null {
  const isWholeYear = isShown && !place.isGroup && period.years.length === 1 && cell.name === ''
  return isWholeYear ? nonResponse(place.id, period.years[0]!) : null
}

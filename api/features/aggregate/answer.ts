import type { Instrument } from '../../../data/instruments/definition.ts'
import type { AggregateCell, Coverage } from '../../../data/model/answers/aggregate.ts'
import type { Language } from '../../language.ts'
import { type HeldBack, type Judgement, judged, kinOf } from './families.ts'
import type { Understood } from './question.ts'
import { differenceAt, type InItem, municipalitiesIn, type Shown, type Spot, sumInItem } from './sums.ts'

/** What an answer about a measure is made from. */
export interface Sources extends InItem {
  instrument: Instrument
  /** The two means that a difference is made of; null for other measures. */
  ends: { of: Sources; minus: Sources } | null
  /** The share followed up, beside a change; null for other measures. */
  followUp: Sources | null
  nonResponse: (municipality: string, year: number) => number | null
  /** By place, period and cell: its figure as it would be without its family. Each is asked for by itself and by its family. */
  figures: Map<string, Shown | null>
  /** By place, period and whole: which of the family are held back. */
  judged: Map<string, Judgement>
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
  const { measure } = sources
  const shown = shownAt(spot, sources)
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

/** The figure at a spot, unless it would speak against those of its family. */
function shownAt(spot: Spot, sources: Sources): Shown | null {
  const shown = figureAt(spot, sources)
  if (!shown) return null
  const kin = kinOf(sources.instrument, spot.cell)
  if (!kin) return shown
  const judgement = judgementOf({ ...spot, cell: kin.whole }, sources)
  const own: HeldBack = spot.cell.name === kin.whole.name ? 'whole' : 'sexes'
  if (judgement.figures === own) return null
  return judgement.medians === own ? { ...shown, isMedianHeldBack: true } : shown
}

/** Which of a whole and its sexes are held back; worked out once. */
function judgementOf(spot: Spot, sources: Sources): Judgement {
  const key = keyOf(spot)
  const known = sources.judged.get(key)
  if (known !== undefined) return known
  const { sexes } = kinOf(sources.instrument, spot.cell)!
  const figures = sexes.map((cell) => figureAt({ ...spot, cell }, sources))
  const judgement = judged(sources.measure, figureAt(spot, sources), figures)
  sources.judged.set(key, judgement)
  return judgement
}

const keyOf = ({ place, period, cell }: Spot): string => `${place.id} ${period.id} ${cell.name}`

function figureAt(spot: Spot, sources: Sources): Shown | null {
  const key = keyOf(spot)
  const known = sources.figures.get(key)
  if (known !== undefined) return known
  const figure = reckonedAt(spot, sources)
  sources.figures.set(key, figure)
  return figure
}

function reckonedAt(spot: Spot, sources: Sources): Shown | null {
  const { measure, ends } = sources
  if (!ends) return sumInItem(spot, sources)
  return differenceAt(spot, measure, shownAt(spot, ends.of), shownAt(spot, ends.minus))
}

function told(spot: Spot, { figure, parts, isMedianHeldBack }: Shown, language: Language) {
  const { distribution: _, ...numbers } = { ...figure, ...(isMedianHeldBack && { value: null }) }
  const coverage = coverageOf(spot, parts, language)
  return { shown: true, ...numbers, ...(coverage && { coverage }), status: null } as const
}

function coverageOf({ place, period }: Spot, parts: Shown['parts'], language: Language): Coverage | null {
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

function followUpOf(spot: Spot, rate: Sources): AggregateCell['followUp'] {
  const shown = shownAt(spot, rate)
  if (!shown) return null
  const { value, bound, lower, upper } = shown.figure
  return { value, ...(bound && { bound }), lower, upper }
}

function nonResponseOf({ place, period, cell }: Spot, { nonResponse }: Sources, isShown: boolean): number | null {
  const isWholeYear = isShown && !place.isGroup && period.years.length === 1 && cell.name === ''
  return isWholeYear ? nonResponse(place.id, period.years[0]!) : null
}

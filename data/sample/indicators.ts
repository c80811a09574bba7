import type { Indicator } from '../model/indicator.ts'
import type { Municipality } from '../model/municipality.ts'
import type { Figure, Status } from '../store/figures.ts'
import { normal, type Random, randomFrom } from './random.ts'
import { isPopulation, type Scale, scaleOf } from './scales.ts'

export type SampleQuestion = {
  indicators: readonly Indicator[]
  municipalities: readonly Municipality[]
  seed: number
  /** First and last year. */
  from: number
  to: number
}

type Emit = (figure: Figure) => void
type Sex = Figure['sex']

/** What is drawn once for an indicator and holds for all its figures. */
type Plan = {
  indicator: Indicator
  scale: Scale
  years: number[]
  middle: number
  slope: number
  /** Half the distance between women and men. */
  sexGap: number
  /** A change of definition: from this year on everything is shifted. */
  breakYear: number
  breakShift: number
  /** By SKR group. */
  groupShift: Map<string, number>
  /** How much the municipality's general standing counts here. */
  loading: number
  /** How far apart municipalities lie. */
  spread: number
}

/** Answers or inhabitants that an indicator's shares and rates are counted on, by sex, municipality and year. */
type Bases = Map<string, number>

const COUNTRY = '0000'

/**
 * Invented but plausible values: levels by SKR group, years that hang together, more chance in small municipalities,
 * missing, secret and inapplicable ones, breaks, and indicators that are not collected every year.
 * Shares and rates with a known denominator are whole cases of it. The same seed gives the same values.
 */
export function sampleFigures(question: SampleQuestion, emit: Emit): void {
  const standing = new Map(
    question.municipalities.map(({ code }) => [code, normal(randomFrom(`${question.seed}|${code}`))]),
  )
  const bases: Bases = new Map()
  for (const indicator of basesFirst(question.indicators)) {
    const random = randomFrom(`${question.seed}|${indicator.id}`)
    const plan = planOf(indicator, question, random)
    for (const municipality of question.municipalities) {
      walkYears(plan, municipality, standing.get(municipality.code)!, random, bases, emit)
    }
    emitCountry(plan, emit)
  }
}

/** Those that others are counted on come first. */
function basesFirst(indicators: readonly Indicator[]): Indicator[] {
  const counted = new Set(indicators.map(({ denominator }) => denominator))
  return [...indicators].sort((a, b) => Number(counted.has(b.id)) - Number(counted.has(a.id)))
}

function planOf(indicator: Indicator, { from, to, municipalities }: SampleQuestion, random: Random): Plan {
  const everyYear = indicator.kind === 'count' || random() < 0.85
  const late = random() < 0.1 && !isPopulation(indicator) ? Math.floor(random() * 4) : 0
  const last = Math.min(to, indicator.discontinued ?? to)
  const groups = [...new Set(municipalities.map(({ skrCode }) => skrCode))].sort()
  return {
    indicator,
    scale: scaleOf(indicator),
    years: yearsBetween(from + late, last, everyYear ? 1 : 2),
    middle: isPopulation(indicator) ? 0 : normal(random) * 0.7 + (indicator.direction === 'higher' ? 0.6 : -0.3),
    slope: isPopulation(indicator) ? 0.02 : normal(random) * 0.03,
    sexGap: normal(random) * 0.12,
    breakYear:
      random() < 0.06 ? from + 2 + Math.floor(random() * Math.max(1, to - from - 3)) : Number.POSITIVE_INFINITY,
    breakShift: normal(random) * 0.9,
    groupShift: new Map(groups.map((code) => [code, isPopulation(indicator) ? 0 : normal(random) * 0.25])),
    spread: indicator.kind === 'yesno' ? 2 : 0.4,
    loading: indicator.direction === 'neutral' ? 0.05 : indicator.direction === 'higher' ? 0.25 : -0.25,
  }
}

/** Every `step` years back from the last one. */
function yearsBetween(first: number, last: number, step: number): number[] {
  const years: number[] = []
  for (let year = last; year >= first; year -= step) years.unshift(year)
  return years
}

const PERSISTENCE = 0.75

function walkYears(plan: Plan, place: Municipality, standing: number, random: Random, bases: Bases, emit: Emit): void {
  const fixed = isPopulation(plan.indicator)
  const own = fixed
    ? 0
    : plan.middle + plan.groupShift.get(place.skrCode)! + plan.loading * standing + normal(random) * plan.spread
  const chance = fixed ? 0.004 : Math.min(0.7, 0.12 * Math.sqrt(25_000 / place.population))
  const silent = random() < 0.015 && !fixed
  let drift = normal(random) * chance
  for (const year of plan.years) {
    drift = PERSISTENCE * drift + Math.sqrt(1 - PERSISTENCE ** 2) * normal(random) * chance
    const trend = plan.slope * (year - 2022) + (year >= plan.breakYear ? plan.breakShift : 0)
    const gap = fixed ? null : silent ? 'missing' : gapOf(place, plan.indicator, random)
    emitSexes(plan, { place, year, level: own + trend + drift, gap }, bases, emit)
  }
}

function gapOf(place: Municipality, { kind }: Indicator, random: Random): Status | null {
  const draw = random()
  const few = place.population < 12_000 && (kind === 'share' || kind === 'rate' || kind === 'mean')
  if (draw < 0.025) return 'missing'
  if (draw < (few ? 0.075 : 0.027)) return 'secrecy'
  return draw > 0.998 ? 'not-applicable' : null
}

/** A municipality in a year: its level before it is scaled, or why it has no value. */
type Spot = { place: Municipality; year: number; level: number; gap: Status | null }

function emitSexes(plan: Plan, spot: Spot, bases: Bases, emit: Emit) {
  const { indicator, scale, sexGap } = plan
  const { place, year, level, gap } = spot
  if (indicator.kind === 'count') return emitCount(plan, spot, bases, emit)
  const emitOne = (sex: Sex, at: number) => {
    const [value, status] = counted(
      scale(at, place.population),
      gap,
      indicator,
      baseOf(bases, indicator, sex, place.code, year),
    )
    emit(figureOf(indicator, sex, year, place.code, value, status))
  }
  emitOne('T', level)
  if (!indicator.bySex) return
  emitOne('K', level + sexGap)
  emitOne('M', level - sexGap)
}

/** A count's women and men make up its total. */
function emitCount(plan: Plan, { place, year, level, gap }: Spot, bases: Bases, emit: Emit) {
  const { indicator } = plan
  const total = plan.scale(level, place.population)
  const women = Math.round(total * (0.495 + plan.sexGap / 20))
  const bySex: [Sex, number][] = [
    ['T', total],
    ['K', women],
    ['M', total - women],
  ]
  for (const [sex, value] of bySex) {
    bases.set(baseKey(indicator.id, sex, place.code, year), gap ? 0 : value)
    if (sex === 'T' || indicator.bySex) emit(figureOf(indicator, sex, year, place.code, gap ? null : value, gap))
  }
}

const baseKey = (indicator: string, sex: Sex, municipality: string, year: number) =>
  `${indicator}|${sex}|${municipality}|${year}`

function baseOf(bases: Bases, { denominator }: Indicator, sex: Sex, municipality: string, year: number) {
  return denominator ? bases.get(baseKey(denominator, sex, municipality, year)) : undefined
}

/** Fewer answers than this are never shown by the source. */
const FEWEST_ANSWERS = 5

/** Rounds a share or rate to whole cases of its base, secret where the base is too small. */
function counted(
  value: number,
  gap: Status | null,
  indicator: Indicator,
  base: number | undefined,
): [number | null, Status | null] {
  if (gap) return [null, gap]
  if (base === undefined || !indicator.multiplier) return [value, null]
  if (base < FEWEST_ANSWERS) return [null, 'secrecy']
  return [(Math.round((value / indicator.multiplier) * base) / base) * indicator.multiplier, null]
}

/** The country lies at the middle of the indicator's levels; a count has no country figure but the inhabitants. */
function emitCountry(plan: Plan, emit: Emit): void {
  const { indicator, scale } = plan
  if (indicator.kind === 'count' || indicator.kind === 'yesno' || indicator.kind === 'ordinal') return
  for (const year of plan.years) {
    const trend = plan.slope * (year - 2022) + (year >= plan.breakYear ? plan.breakShift : 0)
    emit(figureOf(indicator, 'T', year, COUNTRY, scale(plan.middle + trend, 0), null))
    if (!indicator.bySex) continue
    emit(figureOf(indicator, 'K', year, COUNTRY, scale(plan.middle + trend + plan.sexGap, 0), null))
    emit(figureOf(indicator, 'M', year, COUNTRY, scale(plan.middle + trend - plan.sexGap, 0), null))
  }
}

const MARKS: Record<Status, string> = { missing: '-', secrecy: '..', 'not-applicable': '.' }

function figureOf(
  indicator: Indicator,
  sex: Sex,
  period: number,
  municipality: string,
  value: number | null,
  status: Status | null,
): Figure {
  const token = status && MARKS[status]
  return {
    indicator: indicator.id,
    sex,
    period,
    municipality,
    value,
    status,
    token,
    numerator: null,
    denominator: null,
  }
}

import type { Group } from '../model/group.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Municipality } from '../model/municipality.ts'
import type { Figure, Status } from '../store/figure.ts'
import { Bases, isPopulation } from './bases.ts'
import { casesOf } from './cases.ts'
import { type Collecting, collectingOf } from './collecting.ts'
import { levelsOf, type Plan, planOf, trendOf } from './levels.ts'
import { normal, type Random, randomFrom } from './random.ts'
import { asPublished, type Scale, scaleOf } from './scales.ts'

export type SampleQuestion = {
  indicators: readonly Indicator[]
  municipalities: readonly Municipality[]
  groups: readonly Group[]
  seed: number
  /** First and last year. */
  from: number
  to: number
}

type Emit = (figure: Figure) => void
type Sex = Figure['sex']

/** What the figures of one indicator are made with. */
type Making = { plan: Plan; scale: Scale; collecting: Collecting; random: Random; bases: Bases; emit: Emit }

const COUNTRY = '0000'

/**
 * Invented values as awkward as real ones: surveys that some take part in, years apart; series that end; whole groups
 * that stay out; municipalities of 2 400 and of a million; shares and rates that are whole cases of a base, known or
 * not, so that many stand at nought or at a hundred; yes and no, grades, costs; missing, secret and inapplicable ones.
 * The same seed gives the same values.
 */
export function sampleFigures(question: SampleQuestion, emit: Emit): void {
  const { seed, municipalities } = question
  const standing = new Map(municipalities.map(({ code }) => [code, normal(randomFrom(`${seed}|${code}`))]))
  const bases = new Bases()
  const turns = new Map<string, number>()
  for (const indicator of basesFirst(question.indicators)) {
    const random = randomFrom(`${seed}|${indicator.id}`)
    const turn = turns.get(indicator.kind) ?? 0
    turns.set(indicator.kind, turn + 1)
    const plan = planOf(indicator, question, turn, random)
    const making = {
      plan,
      scale: scaleOf(indicator),
      collecting: collectingOf(indicator, question),
      random,
      bases,
      emit,
    }
    for (const place of municipalities) makeSeries(making, place, standing.get(place.code)!)
    makeCountry(making)
  }
}

/** Those that others are counted on come first. */
function basesFirst(indicators: readonly Indicator[]): Indicator[] {
  const counted = new Set(indicators.map(({ base }) => base))
  return [...indicators].sort((a, b) => Number(counted.has(b.id)) - Number(counted.has(a.id)))
}

function makeSeries(making: Making, place: Municipality, standing: number): void {
  const { plan, collecting, random } = making
  const levelAt = levelsOf(plan, place, standing, random)
  const fixed = isPopulation(plan.indicator)
  const silent = random() < 0.015 && !fixed
  const reports = collecting.reports(place)
  for (const year of collecting.years) {
    const level = levelAt(year)
    const gap = fixed ? null : silent ? 'missing' : gapOf(place, plan.indicator, random)
    if (reports) makeYear(making, { place, year, level, gap: reports(year) ? gap : 'missing' })
  }
}

function gapOf(place: Municipality, { kind, multiplier }: Indicator, random: Random): Status | null {
  const draw = random()
  const few = place.population < 12_000 && (multiplier !== null || kind === 'mean')
  if (draw < 0.02) return 'missing'
  if (draw < (few ? 0.05 : 0.022)) return 'secrecy'
  return draw > 0.998 ? 'not-applicable' : null
}

/** A municipality in a year: its level before it is scaled, or why it has no value. */
type Spot = { place: Municipality; year: number; level: number; gap: Status | null }

function makeYear(making: Making, spot: Spot): void {
  const { indicator } = making.plan
  if (indicator.kind === 'count') makeCount(making, spot)
  else if (indicator.multiplier !== null) makeCases(making, spot)
  else for (const sex of sexesOf(indicator)) makeValue(making, spot, sex)
}

function makeValue(making: Making, spot: Spot, sex: Sex): void {
  const value = making.scale(levelOf(making.plan, sex, spot.level), spot.place.population)
  emitOne(making, spot, sex, asPublished(value, making.plan.indicator), null)
}

const sexesOf = ({ bySex }: Indicator): readonly Sex[] => (bySex ? ['T', 'K', 'M'] : ['T'])

const levelOf = ({ sexGap }: Plan, sex: Sex, level: number) =>
  sex === 'T' ? level : level + (sex === 'K' ? sexGap : -sexGap)

/** Fewer answers than this are never counted by a survey. */
const FEWEST_ANSWERS = 10

/** A count's women and men make up its total. */
function makeCount(making: Making, spot: Spot): void {
  const { plan, scale, bases } = making
  const { place, year, gap } = spot
  const total = scale(spot.level, place.population)
  const women = Math.round(total * (0.495 + plan.sexGap / 20))
  const bySex = { T: total, K: women, M: total - women }
  for (const sex of ['T', 'K', 'M'] as const) {
    bases.note(plan.indicator, sex, place, year, gap ? 0 : bySex[sex])
    const secret = isSurvey(plan.indicator) && bySex[sex] < FEWEST_ANSWERS ? 'secrecy' : null
    if (sex === 'T' || plan.indicator.bySex) emitOne(making, spot, sex, bySex[sex], secret)
  }
}

const isSurvey = ({ title }: Indicator) => title.sv.startsWith('Brukarbedömning')

/** A share or rate of fewer than these is never shown by the source. */
const SMALLEST_BASE = 5

/** Whole cases of a base, of women and men apart where both are told; secret where the base is too small. */
function makeCases(making: Making, spot: Spot): void {
  const { plan, bases, random } = making
  const { indicator } = plan
  const per = indicator.multiplier!
  const drawn = (sex: Sex) => {
    const n = bases.of(indicator, sex, spot.place, spot.year)
    const expected = making.scale(levelOf(plan, sex, spot.level), spot.place.population) / per
    return { n, cases: casesOf(n, Math.min(1, expected), random) }
  }
  const [women, men] = indicator.bySex ? [drawn('K'), drawn('M')] : [null, null]
  const all = women && men ? { n: women.n + men.n, cases: women.cases + men.cases } : drawn('T')
  const emitCases = (sex: Sex, { n, cases }: typeof all) =>
    emitOne(making, spot, sex, asPublished((cases / n) * per, indicator), n < SMALLEST_BASE ? 'secrecy' : null)
  emitCases('T', all)
  if (women && men) {
    emitCases('K', women)
    emitCases('M', men)
  }
}

function emitOne({ plan, emit }: Making, { place, year, gap }: Spot, sex: Sex, value: number, secret: Status | null) {
  const status = gap ?? secret
  emit(figureOf(plan.indicator, sex, year, place.code, status ? null : value, status))
}

/** The country lies at the middle of the indicator's levels; a count has no country figure but the inhabitants. */
function makeCountry({ plan, scale, collecting, emit }: Making): void {
  const { indicator } = plan
  if (indicator.kind === 'count' || indicator.kind === 'yesno' || indicator.kind === 'ordinal') return
  for (const year of collecting.years) {
    for (const sex of sexesOf(indicator)) {
      const level = levelOf(plan, sex, plan.middle + trendOf(plan, year))
      emit(figureOf(indicator, sex, year, COUNTRY, asPublished(scale(level, 0), indicator), null))
    }
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
  const counted = { numerator: null, denominator: null }
  return { indicator: indicator.id, sex, period, municipality, value, status, token, ...counted }
}

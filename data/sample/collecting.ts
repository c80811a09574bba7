import type { Group } from '../model/group.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Municipality } from '../model/municipality.ts'
import { type Random, randomFrom } from './random.ts'

/** Who reports an indicator, and when: indicators of one survey share it. */
export type Collecting = {
  years: readonly number[]
  /** Whether a municipality reports at all, and if so whether it did in a year. */
  reports(place: Municipality): ((year: number) => boolean) | null
}

type Habit = {
  /** Share of the municipalities that ever report, 0–1. */
  ever: number
  /** Between how many years those report, drawn for each: 1 is every year. */
  rhythms: readonly number[]
  /** Share that stops for good. */
  stops: number
  /** Held for the first time so many years before the last; null from the start. */
  newSince: number | null
}

const EVERY_YEAR: Habit = { ever: 1, rhythms: [1], stops: 0, newSince: null }

/** What titles tell of how a thing is collected; first that matches. */
const HABITS: readonly (readonly [RegExp, Habit])[] = [
  [/^Brukarbedömning (hemtjänst|särskilt boende)/, EVERY_YEAR],
  [/^Brukarbedömning/, { ever: 0.6, rhythms: [1, 1, 2, 2, 3], stops: 0.1, newSince: null }],
  [
    /^(Väntetid|Utredningstid|Ej återakt|Personalkontinuitet)/,
    { ever: 0.8, rhythms: [1], stops: 0.06, newSince: null },
  ],
  [/socionom/, { ever: 0.9, rhythms: [1, 1, 1, 2], stops: 0.04, newSince: null }],
  [/index/i, { ever: 0.65, rhythms: [1], stops: 0.05, newSince: null }],
  [/HME/, { ever: 0.35, rhythms: [1, 1, 2], stops: 0.05, newSince: null }],
  [/^Vuxna \(18\+\) som/, { ever: 0.33, rhythms: [1], stops: 0, newSince: 0 }],
]

const habitOf = ({ title }: Indicator) => HABITS.find(([named]) => named.test(title.sv))?.[1] ?? EVERY_YEAR

/** What indicators of one survey are called before their question. */
const surveyOf = ({ id, title }: Indicator): string =>
  title.sv.startsWith('Brukarbedömning') ? title.sv.split(/,| - /)[0]! : id

type Question = { seed: number; from: number; to: number; groups: readonly Group[] }

/** How an indicator is collected: the same for every indicator of its survey. */
export function collectingOf(indicator: Indicator, { seed, from, to, groups }: Question): Collecting {
  const survey = surveyOf(indicator)
  const habit = habitOf(indicator)
  const random = randomFrom(`${seed}|${survey}|collecting`)
  const last = Math.min(to, indicator.discontinued ?? to)
  const years = yearsOf(indicator, habit, { from, last }, random)
  const absent = habit.ever < 1 ? absentOf(groups, random) : new Set<string>()
  /** The latest survey is not in from everybody yet. */
  const unfinished = habit.ever < 1 && habit.newSince === null && random() < 0.2
  return {
    years,
    reports: ({ code }) => {
      const own = randomFrom(`${seed}|${survey}|${code}`)
      if (own() >= habit.ever || absent.has(code)) return null
      const rhythm = habit.rhythms[Math.floor(own() * habit.rhythms.length)]!
      const turn = Math.floor(own() * rhythm)
      const stops = own() < habit.stops ? from + Math.floor(own() * (last - from)) : last
      const late = unfinished && own() < 0.7
      return (year) => year <= stops && (last - year) % rhythm === turn && !(late && year === last)
    },
  }
}

/** Every year or every other, some from later on; surveys have a year that fell away. */
function yearsOf(indicator: Indicator, habit: Habit, span: { from: number; last: number }, random: Random): number[] {
  const { from, last } = span
  const step = indicator.kind === 'count' || habit !== EVERY_YEAR || random() < 0.85 ? 1 : 2
  const late = random() < 0.1 && indicator.kind !== 'count' ? Math.floor(random() * 4) : 0
  const first = habit.newSince === null ? from + late : Math.max(from, last - habit.newSince)
  const fellAway = habit.ever < 1 && random() < 0.5 ? first + 1 + Math.floor(random() * (last - first - 2)) : null
  const years: number[] = []
  for (let year = last; year >= first; year -= step) if (year !== fellAway) years.unshift(year)
  return years
}

/** How many counties and units of research and development stay out of a survey as a whole. */
const STAYING_OUT = 3

function absentOf(groups: readonly Group[], random: Random): Set<string> {
  const whole = groups.filter(({ kind }) => kind === 'county' || kind === 'fou')
  if (whole.length === 0) return new Set()
  const picked = Array.from({ length: STAYING_OUT }, () => whole[Math.floor(random() * whole.length)]!)
  return new Set(picked.flatMap(({ members }) => members))
}

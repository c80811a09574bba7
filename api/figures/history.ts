import { figureAt } from '../../data/figures/figure.ts'
import { certaintyOf } from '../../data/figures/noise.ts'
import { type Places, SEXES } from '../../data/figures/places.ts'
import { recentTrendOf } from '../../data/figures/recent.ts'
import { Slice } from '../../data/figures/slice.ts'
import { isCountable, type Subject } from '../../data/figures/subject.ts'
import type { Sex } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { bandOf } from '../../data/stats/index.ts'
import { BEFORE_YEAR, BESIDE_PLACES, IN_YEAR } from '../../data/store/release-questions.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { amongNumbers, amongPlaces } from './numbers.ts'
import type { Standings, Stood } from './standings.ts'

type Beside = {
  place: number
  indicator: number
  period: number
  numerator: number | null
  denominator: number | null
  lower: number | null
  upper: number | null
}

/** Municipalities' own values of a year, with those before where a trend can be told, and their ranks among all that year. */
type History = { slices: ReadonlyMap<number, Slice>; ranks: ReadonlyMap<string, number> }

type Question = { release: OpenRelease; indicators: readonly Indicator[]; sex: Sex; period: number }

/** Where municipalities stand in a year that is asked for. @param ranked how many have a value, by indicator */
export async function standingsIn(
  question: Question,
  codes: readonly string[],
  ranked: ReadonlyMap<string, number>,
): Promise<Standings> {
  const history = await historyOf(question, codes)
  const empty = new Slice(placesOf(question.release, codes))
  const subjects = question.indicators.map((indicator) => subjectOf(question, history, indicator, empty))
  const stood = (code: string) =>
    subjects.map((subject): [string, Stood] => {
      const { id } = subject.indicator
      return [id, stoodIn(question, history, subject, code, ranked.get(id) ?? 0)]
    })
  return new Map(codes.map((code) => [code, new Map(stood(code))]))
}

function subjectOf({ release, sex }: Question, { slices }: History, indicator: Indicator, empty: Slice): Subject {
  const { number, precision, noise } = release.reckoned.get(indicator.id)!
  const counted = indicator.base && release.reckoned.get(indicator.base)
  return {
    indicator,
    sex,
    values: slices.get(number) ?? empty,
    bases: (counted && slices.get(counted.number)) || null,
    precision,
    noise: noise.get(sex) ?? null,
  }
}

function stoodIn(
  { release, period }: Question,
  { ranks }: History,
  subject: Subject,
  code: string,
  ranked: number,
): Stood {
  const { indicator } = subject
  const figure = figureAt(subject, period, code)
  const { value, status, source, n, lower, upper } = figure
  const rank = ranks.get(`${code} ${release.reckoned.get(indicator.id)!.number}`) ?? null
  return {
    ...certaintyOf(subject, figure, release.municipalities.get(code)!.population),
    indicator,
    period,
    value,
    status,
    source,
    n,
    lower,
    upper,
    rank,
    band: bandOf(rank, ranked, indicator.direction),
    recentTrend: isCountable(subject) ? recentTrendOf(subject, code, period) : null,
    before: [],
    other: null,
  }
}

const placesOf = ({ places }: OpenRelease, codes: readonly string[]): Places => ({
  ...places,
  numbers: new Map(codes.map((code, number) => [code, number])),
  codes,
})

async function historyOf(question: Question, codes: readonly string[]): Promise<History> {
  const { release, indicators, sex, period } = question
  const asked = { sex: SEXES.indexOf(sex), period }
  const beside = await release.questions.rows<Beside>(BESIDE_PLACES + amongPlaces(release, codes), asked)
  const places = placesOf(release, codes)
  const slices = new Map<number, Slice>()
  const ranks = new Map<string, number>()
  const read = (sql: string) =>
    release.questions.each(sql, asked, (columns, row) => {
      const [place, indicator, year, value, mark, origin, rank] = columns.map((one) => one.getItem(row) as number)
      const code = release.places.codes[place!]!
      sliceOf(slices, indicator!, places).add(year!, places.numbers.get(code)!, value!, mark!, origin!)
      if (year === period && rank !== null) ranks.set(`${code} ${indicator}`, rank!)
    })
  const counted = countedAmong(release, indicators, beside)
  await read(IN_YEAR + amongPlaces(release, codes) + amongNumbers(release, [...new Set([...indicators, ...counted])]))
  await read(BEFORE_YEAR + amongPlaces(release, codes) + amongNumbers(release, counted))
  for (const { place, indicator, period: year, ...counts } of beside) {
    const at = places.numbers.get(release.places.codes[place]!)!
    slices.get(indicator)?.addBeside(year, at, { ...counts, previous: null })
  }
  return { slices, ranks }
}

function sliceOf(slices: Map<number, Slice>, indicator: number, places: Places): Slice {
  const known = slices.get(indicator) ?? new Slice(places)
  slices.set(indicator, known)
  return known
}

/** Those with a base, and the indicators that count it: of these, a trend needs the years before. */
function countedAmong(
  { numbered, indicators: all }: OpenRelease,
  indicators: readonly Indicator[],
  beside: readonly Beside[],
): Indicator[] {
  const withBase = indicators.filter(({ base }) => base !== null)
  const bases = withBase.flatMap(({ base }) => all.get(base!) ?? [])
  return [...new Set([...withBase, ...bases, ...beside.map(({ indicator }) => numbered[indicator]!)])]
}

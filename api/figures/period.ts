import type { Indicator } from '../../data/model/indicator.ts'
import { nearestNumber } from '../../data/model/nearest.ts'
import { invalidQuestion } from '../problem.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { unknown } from './lookup.ts'
import type { Members } from './members.ts'
import type { Subject } from './subject.ts'

/**
 * The latest year in which at least half of the members have a value; where there is none, the latest of those in which
 * most have one. Null where no member ever had one.
 */
export function latestPeriod({ values }: Subject, { codes }: Members): number | null {
  const countIn = (period: number) => codes.filter((code) => values.value(period, code) !== null).length
  return latestCovered(values.periods, countIn, codes.length)
}

/** The latest period of the whole country and of women and men together, from what the release says of its coverage. */
export function latestInCountry({ coverage, municipalities }: OpenRelease, { id }: Indicator): number | null {
  const years = new Map(coverage.get(id)?.map(({ period, everyone }) => [period, everyone]))
  return latestCovered([...years.keys()], (period) => years.get(period)!, municipalities.size)
}

function latestCovered(
  periods: readonly number[],
  countIn: (period: number) => number,
  members: number,
): number | null {
  let best: number | null = null
  let most = 0
  for (const period of periods.toReversed()) {
    const count = countIn(period)
    if (2 * count >= members && count > 0) return period
    if (count > most) [best, most] = [period, count]
  }
  return best
}

/** The year asked for, or the latest. @throws Problem for a year that the indicator has nothing for, naming those it has */
export function periodOf(
  release: OpenRelease,
  subject: Subject,
  members: Members,
  asked: number | undefined,
  parameter = 'indicator',
): number {
  const known = knownPeriods(release, subject)
  const { id } = subject.indicator
  if (known.length === 0) throw nothingFor(id, parameter)
  if (asked === undefined) return latestPeriod(subject, members) ?? known.at(-1)!
  if (known.includes(asked)) return asked
  const closest = String(nearestNumber(asked, known))
  throw unknown('period', String(asked), known.map(String), `/api/v1/indicators (${id})`, closest)
}

/** Years for which the indicator has anything, for the sex asked or in total, ascending. */
function knownPeriods(release: OpenRelease, { indicator, values }: Subject): number[] {
  const inTotal = release.coverage.get(indicator.id)?.map(({ period }) => period) ?? []
  return [...new Set([...values.periods, ...inTotal])].sort((a, b) => a - b)
}

const nothingFor = (id: string, path: string) =>
  invalidQuestion([
    {
      path,
      message: {
        sv: `${id} finns i katalogen men har inga värden i den här utgåvan. Läs in dem med npm run etl.`,
        en: `${id} is in the catalogue but has no values in this release. Load them with npm run etl.`,
      },
    },
  ])

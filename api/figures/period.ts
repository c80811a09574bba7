import type { Subject } from '../../data/figures/subject.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { nearestNumber } from '../../data/model/nearest.ts'
import { invalidQuestion } from '../problem.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { unknown } from './lookup.ts'

/** The year that is shown of an indicator where none is asked for, whatever it is compared with; null where it has no value at all. */
export const latestPeriod = ({ reckoned }: OpenRelease, { id }: Indicator): number | null => reckoned.get(id)!.latest

/** The year asked for, or the latest. @throws Problem for a year that the indicator has nothing for, naming those it has; `further` years are among them */
export function periodOf(
  release: OpenRelease,
  subject: Subject,
  asked: number | undefined,
  { parameter = 'indicator', further = [] }: { parameter?: string; further?: readonly number[] } = {},
): number {
  const known = [...new Set([...knownPeriods(release, subject), ...further])].sort((a, b) => a - b)
  const { id } = subject.indicator
  if (known.length === 0) throw nothingFor(id, parameter)
  if (asked === undefined) return latestPeriod(release, subject.indicator) ?? known.at(-1)!
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

import type { Origin, Places } from '../figures/places.ts'
import type { Status } from '../model/answers/figure.ts'
import { MARKS, ORIGINS, PLACES } from './release-questions.ts'

/** Asks a release for rows. */
type Rows = <T>(sql: string) => Promise<T[]>

/** Reads what a release's values refer to by number. */
export async function readPlaces(rows: Rows): Promise<Places> {
  const places = await rows<{ code: string }>(PLACES)
  const marks = await rows<{ status: Status }>(MARKS)
  return {
    numbers: new Map(places.map(({ code }, number) => [code, number])),
    codes: places.map(({ code }) => code),
    origins: await rows<Origin>(ORIGINS),
    statuses: marks.map(({ status }) => status),
  }
}

import type { Notes } from './fetched.ts'
import { PER_PAGE } from './web.ts'

/** At most so many indicators, and so many years, in one question. */
const SEGMENT = 25
/** Municipalities, regions and the country. */
const PLACES = 312

/** Indicators and years that are asked for at once; `since` the day from which changes are wanted, null for everything. */
export type DataQuestion = {
  indicators: readonly string[]
  years: readonly string[]
  since: string | null
  /** Of these units rather than of every municipality. */
  units?: readonly string[]
}

type Wanted = { url: string; from: number; to: number; changed: boolean }

/** What is to be asked for; of indicators that were fetched before, where that is wanted, only what changed since. */
export function dataQuestions(indicators: readonly string[], wanted: Wanted, notes: Notes): DataQuestion[] {
  const years = yearsOf(wanted)
  return bySince(indicators, wanted, notes).flatMap(([since, ids]) =>
    segments(ids).flatMap((some) => years.map((those) => ({ indicators: some, years: those, since }))),
  )
}

/** The years as they are asked for, so many at once. */
export const yearsOf = ({ from, to }: { from: number; to: number }): string[][] =>
  segments(Array.from({ length: to - from + 1 }, (_, i) => String(from + i)))

function bySince(indicators: readonly string[], { url, from, changed }: Wanted, notes: Notes) {
  const byDate = new Map<string | null, string[]>()
  for (const id of indicators) {
    const note = changed ? notes[id] : undefined
    const since = note && note.url === url && note.from <= from ? note.date : null
    byDate.set(since, [...(byDate.get(since) ?? []), id])
  }
  return [...byDate]
}

/** Pages that a question has if every place, or unit, has a value every year; one where only changes are asked for. */
export const pagesExpected = ({ indicators, years, since, units }: DataQuestion): number =>
  since === null ? Math.max(1, Math.ceil((indicators.length * years.length * (units?.length ?? PLACES)) / PER_PAGE)) : 1

/** So many at a time. */
export function segments<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / SEGMENT) }, (_, i) => all.slice(i * SEGMENT, (i + 1) * SEGMENT))
}

import { SEXES } from '../../data/figures/places.ts'
import type { Questions } from './questions.ts'

/** Tells something of an indicator's number and a sex's. */
export type OfSubject = (indicator: number, sex: number) => boolean

/** Of which indicators and sexes a table has rows. */
export async function subjectsIn(questions: Questions, sql: string): Promise<OfSubject> {
  const found = new Set<number>()
  const numberOf = (indicator: number, sex: number) => indicator * SEXES.length + sex
  await questions.each(sql, {}, ([indicator, sex], row) =>
    found.add(numberOf(indicator!.getItem(row)!, sex!.getItem(row)!)),
  )
  return (indicator, sex) => found.has(numberOf(indicator, sex))
}

import type { Subject } from './subject.ts'

/** The newest value of a municipality in another year than this; null where it has none. */
export function newestOther(
  { values }: Subject,
  than: number,
  municipality: string,
): { period: number; value: number } | null {
  const period = values.periods.findLast((year) => year !== than && values.value(year, municipality) !== null)
  return period === undefined ? null : { period, value: values.value(period, municipality)! }
}

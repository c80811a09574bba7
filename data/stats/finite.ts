/** A value of a series; null where there is none. */
export type Missing = null | undefined

/** True for a number that can be reckoned with: present, not NaN, not infinite. */
export const isPresent = (value: number | Missing): value is number => Number.isFinite(value)

/** True for a finite number above 0. */
export const isPositive = (value: number): boolean => value > 0 && Number.isFinite(value)

/** True when `confidence` is a share strictly between 0 and 1. */
export const isConfidence = (confidence: number): boolean => confidence > 0 && confidence < 1

/** The record itself, or null as soon as one of its numbers is not finite: no result is half a result. */
export const finiteOrNull = <T extends object>(result: T): T | null =>
  Object.values(result).every((value) => typeof value !== 'number' || Number.isFinite(value)) ? result : null

/** The values that are there, as a new array ready to be sorted in place. */
export const presentValues = (values: readonly (number | Missing)[] | Float64Array): Float64Array =>
  values instanceof Float64Array ? values.filter(isPresent) : Float64Array.from(values.filter(isPresent))

/** The pairs of two equally long series in which both are there; null when the lengths differ. */
export function presentPairs(
  first: readonly (number | Missing)[],
  second: readonly (number | Missing)[],
): { x: number[]; y: number[] } | null {
  if (first.length !== second.length) return null
  const x: number[] = []
  const y: number[] = []
  first.forEach((value, index) => {
    const other = second[index]
    if (!isPresent(value) || !isPresent(other)) return
    x.push(value)
    y.push(other)
  })
  return { x, y }
}

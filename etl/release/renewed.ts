/** Positions of the indicators whose rows are written into a release, ascending; null where it is all of them. */
export type Renewed = readonly number[] | null

/** SQL that holds for the rows of those. @param column with an indicator's position */
export const isRenewed = (column: string, renewed: Renewed): string =>
  renewed === null ? 'true' : isAmong(column, renewed)

/**
 * SQL that holds where a number is one of these; rows come in the order in which they lie. `IN` with many becomes a join, and out
 * of a join of several row groups they come in any.
 * @param numbers ascending, not negative
 */
export function isAmong(column: string, numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return 'false'
  const bits = new Uint8Array(last - first + 1)
  for (const number of numbers) bits[number - first] = 1
  const within = `${column} BETWEEN ${first} AND ${last}`
  return `(${within} AND CASE WHEN ${within} THEN get_bit('${bits.join('')}'::BIT, ${column} - ${first}) = 1 ELSE false END)`
}

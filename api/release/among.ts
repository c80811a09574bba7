/** So many are sooner compared one after the other than made a table of and joined. */
const FEW = 12

/**
 * SQL for "the column holds one of these". Its bounds stand beside the list: by them a database passes over stretches unread.
 * @param column a name of ours; @param numbers of our own making
 */
export function among(column: string, numbers: Iterable<number>): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return 'FALSE'
  const within = `${column} BETWEEN ${first} AND ${last}`
  if (last - first === sorted.length - 1) return within
  const listed =
    sorted.length > FEW
      ? `${column} IN (${sorted.join()})`
      : `(${sorted.map((number) => `${column} = ${number}`).join(' OR ')})`
  return `${within} AND ${listed}`
}

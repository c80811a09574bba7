/** Numbers, months, codes of municipalities and the like. */
const A_NUMBER = /^[\d\s.,:/+-]*\d[\d\s.,:/+-]*$/
/** From this share on, numbers are no headings. */
const A_THIRD = 1 / 3

/**
 * Whether a row that stands where headings belong looks like somebody's own: a third of its filled cells are numbers. Such a row
 * is never repeated, as headings may be.
 */
export function isSomebodys(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const numbers = filled.filter((cell) => A_NUMBER.test(cell))
  return numbers.length > 0 && numbers.length >= A_THIRD * filled.length
}

/** Whether a text could head a column: words, digits and common signs, no mark-up, formula or web address. */
export const couldHead = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N}\p{P}\s%+°§€$]*$/u.test(text) && !text.includes('://')

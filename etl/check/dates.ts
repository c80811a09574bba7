import { isBirthday, readably } from './digits.ts'

/** Whether a text is or holds an exact date: a day with its month and year, or eight digits that make one. */
export function holdsDate(text: string): boolean {
  const readable = readably(text)
  return YEAR_FIRST.test(readable) || YEAR_LAST.test(readable) || isBareDate(readable.trim())
}

const YEAR_FIRST = /(?<!\d)(?:18|19|20)\d\d([-/. ])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/
const YEAR_LAST = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/. ])(?:0?[1-9]|1[0-2])\1(?:18|19|20)\d\d(?!\d)/

function isBareDate(text: string): boolean {
  const found = /^(?:18|19|20)\d\d(\d\d)(\d\d)$/.exec(text)
  return found !== null && Number(found[2]) <= 31 && isBirthday(found[1] as string, found[2] as string)
}

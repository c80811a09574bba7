import { isBirthday, readably } from './digits.ts'

/**
 * Whether a text is or holds an exact date: a day with its month and year, in figures or with the month in letters, or
 * eight digits that make one.
 */
export function holdsDate(text: string): boolean {
  const readable = readably(text)
  return inFigures(readable) || isBareDate(readable.trim()) || inLetters(readable)
}

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const YEAR = '(?:18|19|20)\\d\\d'

const FIGURES = [
  new RegExp(`(?<!\\d)${YEAR}([-/. ])${MONTH}\\1${DAY}(?!\\d)`),
  new RegExp(`(?<!\\d)${DAY}([-/. ])${MONTH}\\1${YEAR}(?!\\d)`),
  // As in running text: 20/5 2023, 20/5-23, 20.5 -2023.
  new RegExp(`(?<!\\d)${DAY}[/.]${MONTH}\\s?[-,. /]\\s?(?:${YEAR}|\\d\\d)(?!\\d)`),
  new RegExp(`(?<!\\d)${YEAR}\\s?[-,. /]?\\s${DAY}/${MONTH}(?!\\d)`),
]

const inFigures = (text: string): boolean => FIGURES.some((date) => date.test(text))

const MONTHS =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const BETWEEN = '[\\s.,/-]{0,3}'
const LETTERS = [
  new RegExp(
    `(?<!\\d)${DAY}(?:\\s?:?[aest]{1,2})?${BETWEEN}(?:of\\s)?${MONTHS}\\.?${BETWEEN}(?:${YEAR}|'?\\d\\d)(?!\\d)`,
    'i',
  ),
  new RegExp(`(?<!\\p{L})${MONTHS}\\.?${BETWEEN}${DAY}(?:st|nd|rd|th)?[\\s.,/-]{1,3}${YEAR}(?!\\d)`, 'iu'),
  new RegExp(`(?<!\\d)${YEAR}${BETWEEN}${MONTHS}\\.?${BETWEEN}${DAY}(?!\\d)`, 'i'),
]

const inLetters = (text: string): boolean => /\p{L}{3}/u.test(text) && LETTERS.some((date) => date.test(text))

function isBareDate(text: string): boolean {
  const found = /^(?:18|19|20)\d\d(\d\d)(\d\d)$/.exec(text)
  return found !== null && Number(found[2]) <= 31 && isBirthday(found[1] as string, found[2] as string)
}

const MONTH_NAMES: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  maj: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
}

/** The day and month that a spreadsheet made of two numbers: `10-dec`, `dec-10`, `10/12`, `2024-12-10`; null for another text. */
export function dayAndMonth(text: string): [number, number] | null {
  const plain = readably(text).trim().toLowerCase()
  const named = /^(\d{1,2})[-. /]([a-z]{3})[a-z]*\.?$|^([a-z]{3})[a-z]*\.?[-. /](\d{1,2})$/.exec(plain)
  if (named) return withMonth(Number(named[1] ?? named[4]), MONTH_NAMES[named[2] ?? named[3] ?? ''])
  const figures = /^(\d{1,2})[/.](\d{1,2})$/.exec(plain) ?? /^20\d\d-(\d\d)-(\d\d)(?:[ t]00:00(?::00)?)?$/.exec(plain)
  return figures ? [Number(figures[1]), Number(figures[2])] : null
}

const withMonth = (day: number, month: number | undefined): [number, number] | null =>
  month === undefined ? null : [day, month]

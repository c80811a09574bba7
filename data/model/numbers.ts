/** Language of a text for people. */
export type Lang = 'sv' | 'en'

/** What a grade of a scale is called. */
export type Grade = { value: number; name: string }

/** What must be known of an indicator to write its value down. */
export type Written = { kind: string; unit: string; decimals: number; grades?: readonly Grade[] | null | undefined }

const NARROW_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'
const GROUPS_OF_THREE = /\B(?=(\d{3})+$)/g

/**
 * A number as print has it: Swedish `1 204,5` with decimal comma and thin space, English `1,204.5`; true minus sign.
 * @param decimals 0–10
 */
export function writeNumber(value: number, decimals: number, lang: Lang): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(GROUPS_OF_THREE, lang === 'sv' ? NARROW_SPACE : ',')
  const digits = fraction === undefined ? grouped : `${grouped}${lang === 'sv' ? ',' : '.'}${fraction}`
  return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits
}

const WRITTEN = { sv: /^\d{1,3}(\u202f\d{3})*(,\d+)?$/, en: /^\d{1,3}(,\d{3})*(\.\d+)?$/ } as const

/** The number that `writeNumber` wrote, to the decimals that were written; null for any other text. */
export function readNumber(text: string, lang: Lang): number | null {
  const digits = text.replace(MINUS, '')
  if (!WRITTEN[lang].test(digits)) return null
  const plain = lang === 'sv' ? digits.replaceAll(NARROW_SPACE, '').replace(',', '.') : digits.replaceAll(',', '')
  return text.startsWith(MINUS) ? -Number(plain) : Number(plain)
}

/** A value with its unit: `28,1 %`, `1 204 kr/inv`, `Ja`, `Underskott`. The unit never breaks from the number. */
export function writeValue(value: number, about: Written, lang: Lang): string {
  if (about.kind === 'yesno') return writeYesNo(value, lang)
  const grade = gradeOf(value, about)
  if (grade !== null) return grade
  return withUnit(writeNumber(value, about.decimals, lang), about.unit, lang)
}

/** A value without its unit, for charts and tables whose heading carries the unit. */
export function writeBare(value: number, about: Written, lang: Lang): string {
  if (about.kind === 'yesno') return writeYesNo(value, lang)
  return gradeOf(value, about) ?? writeNumber(value, about.decimals, lang)
}

/** What a grade is called; null for a value between two, and where grades have no names. */
const gradeOf = (value: number, { grades }: Written): string | null =>
  grades?.find((grade) => grade.value === value)?.name ?? null

/** A difference with its sign always written. */
export function writeDifference(value: number, about: Written, lang: Lang): string {
  const digits = writeNumber(Math.abs(value), about.decimals, lang)
  if (!/[1-9]/.test(digits)) return digits
  return `${value < 0 ? MINUS : '+'}${digits}`
}

/** Two ends and one unit: `24,1–32,5 %`; `−8,0 till −1,6 %`, for a dash before a minus cannot be read. */
export function writeRange(lower: number, upper: number, about: Written, lang: Lang): string {
  const dash = lower < 0 || upper < 0 ? (lang === 'sv' ? ' till ' : ' to ') : '–'
  const ends = [lower, upper].map((end) => writeNumber(end, about.decimals, lang)).join(dash)
  return withUnit(ends, about.unit, lang)
}

/** A value beside another that carries the unit: bare, but for a per cent sign. */
export function writeShort(value: number, about: Written, lang: Lang): string {
  return about.unit === '%' ? writeValue(value, about, lang) : writeBare(value, about, lang)
}

/** Units that have a form of their own for one. */
const ONE: Readonly<Record<string, string>> = { dagar: 'dag', days: 'day' }

function withUnit(digits: string, unit: string, lang: Lang): string {
  if (unit === '%') return lang === 'sv' ? `${digits}${NO_BREAK_SPACE}%` : `${digits}%`
  if (isScale(unit)) return `${digits}${NO_BREAK_SPACE}${lang === 'sv' ? 'på' : 'on'} ${unit}`
  const beside = digits === '1' ? (ONE[unit] ?? unitBeside(unit)) : unitBeside(unit)
  return beside === '' ? digits : `${digits}${NO_BREAK_SPACE}${beside}`
}

/** What stands beside a number: nothing for counts and yes or no; `per 1 000 inv` with a space that does not break. */
export const unitBeside = (unit: string): string =>
  isCountWord(unit) ? '' : unit.replaceAll(/(?<=\d) (?=\d{3})/g, NARROW_SPACE)

/** A value lies on a scale; it does not have it as its unit. */
export const isScale = (unit: string): boolean => /^(index|skala|scale) /.test(unit)

const isCountWord = (unit: string) => ['antal', 'number', 'count'].includes(unit)

function writeYesNo(value: number, lang: Lang): string {
  const yes = value >= 0.5
  if (lang === 'sv') return yes ? 'Ja' : 'Nej'
  return yes ? 'Yes' : 'No'
}

/** Upper case first letter, for a sentence made of parts. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const collator = new Intl.Collator('sv')

/** Swedish order of words: Å, Ä and Ö last. */
export const swedishOrder = (a: string, b: string): number => collator.compare(a, b)

/** A count with the word for one or for many: `1 rad`, `2 rader`. */
export const several = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

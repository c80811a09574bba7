/**
 * A text as a person would read it: full-width, circled and other scripts' digits as 0–9, every dash as `-`, every space
 * as one, and nothing invisible between (zero-width and soft characters, combining marks).
 */
export function readably(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Cf}\p{M}\u2800\u3164\u115f\u1160]/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/[\p{Z}\p{Cc}]/gu, ' ')
}

/** Decimal digits stand in Unicode in runs of ten, zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) as number
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}

/** Whether the ten digits carry the check digit of the Luhn algorithm. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const product = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether MMDD can be a birthday, as a coordination number too (day + 60; there month and day may be unknown). */
export function isBirthday(month: string, day: string): boolean {
  const [m, d] = [Number(month), Number(day)]
  if (d >= 60) return m <= 12 && d <= 91
  return m >= 1 && m <= 12 && d >= 1 && d <= (LONGEST_MONTH[m - 1] as number)
}

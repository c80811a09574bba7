import { isBirthday, luhn, readably } from './digits.ts'

/**
 * Whether a text holds a personal identity or coordination number, valid by its check digit: 10 or 12 digits with any
 * separators or none, whole or inside something longer, in any script; reversed, in hexadecimal or in base64; rounded by
 * a spreadsheet; with a letter as in interim numbers.
 */
export function holdsIdentity(text: string): boolean {
  if (text.length < 5) return false
  const readable = withoutUuids(readably(text))
  if (holdsInterleaved(readable)) return true
  if (isDigest(readable)) return digestHolds(readable)
  return holdsPlainly(readable) || isRounded(readable) || isDisguised(readable)
}

/** Whether an id is merely of a personal number's shape: nothing but 10 or 12 digits and separators. */
export function hasIdentityShape(id: string): boolean {
  const readable = readably(id)
  const digits = readable.replace(/\D/g, '')
  return (digits.length === 10 || digits.length === 12) && !/\p{L}/u.test(readable)
}

function holdsPlainly(text: string): boolean {
  return holdsNumber(text) || holdsInterim(text) || (isMostlyDigits(text) && holdsNumber(lookalikes(text)))
}

/** Between two digits of one number there may stand up to three characters that are neither letter nor digit. */
const SEPARATED = /\d(?:[^\p{L}\d]{0,3}\d)+/gu

function holdsNumber(text: string): boolean {
  if (text.length < 9) return false
  for (const [found] of text.matchAll(SEPARATED)) {
    const groups = found.split(/\D+/)
    if (groups.some((group, start) => sumsToNumber(groups, start) || insideLonger(group))) return true
  }
  return /^\d{9}$/.test(text) && isNumber(`0${text}`) // a spreadsheet took the leading zero
}

/** Whether some whole groups in a row, from this one on, make a number. */
function sumsToNumber(groups: string[], start: number): boolean {
  let digits = ''
  for (let end = start; end < groups.length && digits.length < 12; end++) {
    digits += groups[end]
    if (isNumber(digits)) return true
  }
  return false
}

/** Whether digits alone are a personal number: ten, or twelve with their century. */
export const isPersonalNumber = (digits: string): boolean => isNumber(digits)

function isNumber(digits: string): boolean {
  if (digits.length === 12) return /^(18|19|20)/.test(digits) && isNumber(digits.slice(2))
  return digits.length === 10 && isBirthday(digits.slice(2, 4), digits.slice(4, 6)) && luhn(digits)
}

/**
 * In a longer run of digits: twelve with their century anywhere; ten only at either end of a run up to fifteen, since in
 * long random numbers they come by chance.
 */
function insideLonger(run: string): boolean {
  if (run.length < 11) return false
  if (holdsWithCentury(run)) return true
  return run.length <= 15 && run.length !== 12 && (isNumber(run.slice(0, 10)) || isNumber(run.slice(-10)))
}

function holdsWithCentury(run: string): boolean {
  for (let start = 0; start + 12 <= run.length; start++) if (isNumber(run.slice(start, start + 12))) return true
  return false
}

const UUID = /(?<![\da-f])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-f])/gi
const DIGEST = /^(?:[\da-f]{16}|[\da-f]{20}|[\da-f]{24}|[\da-f]{32}|[\da-f]{40}|[\da-f]{48}|[\da-f]{56}|[\da-f]{64})$/i

/** A hexadecimal digest by its length, mixing letters and digits as chance does. */
function isDigest(text: string): boolean {
  return DIGEST.test(text) && isMixed(text)
}

const isMixed = (text: string): boolean => (text.match(/\d(?=-?[a-f])|[a-f](?=-?\d)/gi)?.length ?? 0) >= 3

/** Programs put UUIDs into names and properties; in those too ten digits come by chance. */
function withoutUuids(text: string): string {
  return text.replace(UUID, (uuid) => (isMixed(uuid) && !digestHolds(uuid) ? 'uuid' : uuid))
}

/** Ten digits in a row come by chance in a digest; twelve with their century hardly ever. */
const digestHolds = (digest: string): boolean => (digest.match(/\d{12,}/g) ?? []).some(holdsWithCentury)

/** One letter after or before every digit. */
function holdsInterleaved(text: string): boolean {
  return (text.match(INTERLEAVED) ?? []).some((found) => holdsNumber(found.replace(/\D/g, '')))
}

const INTERLEAVED = /(?:\d\p{L}){9,11}\d|(?:\p{L}\d){10,12}/gu

/** What may stand between the parts of a number, as between the digits of an ordinary one. */
const GAP = '[^\\p{L}\\d]{0,3}'
const INTERIM = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:18|19|20)${GAP})?\\d${GAP}\\d${GAP}(\\d${GAP}\\d)${GAP}(\\d${GAP}\\d)${GAP}[TRSUWXJKLMN]${GAP}\\d${GAP}\\d${GAP}\\d(?![\\p{L}\\d])`,
  'giu',
)

/** Interim and reserve numbers: a letter in the place of the first of the last four. */
function holdsInterim(text: string): boolean {
  if (text.length < 10 || onlyDigits(text).length < DIGITS_OF_INTERIM) return false
  for (const [, month = '', day = ''] of text.matchAll(INTERIM)) {
    if (isBirthday(onlyDigits(month), onlyDigits(day))) return true
  }
  return false
}

const DIGITS_OF_INTERIM = 9
const onlyDigits = (text: string): string => text.replace(/\D/g, '')

const isMostlyDigits = (text: string): boolean => /[oOlI|]/.test(text) && /(?:\d\D{0,3}){6}/.test(text)

/** Letters that are read as digits. */
function lookalikes(text: string): string {
  return text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1')
}

/** What a spreadsheet makes of a long number: 1.98112E+11, 8,11219E+09. */
function isRounded(text: string): boolean {
  return /(?<![\p{L}\d])\d(?:[.,]\d+)?E\+?0?(?:9|1[01])(?![\p{L}\d])/iu.test(text)
}

function isDisguised(text: string): boolean {
  return holdsReversed(text) || tokensOf(text).some((token) => decodings(token).some(holdsNumber))
}

/** Backwards, with whatever separators ordinary ones are found with; interim numbers too. */
function holdsReversed(text: string): boolean {
  if (text.length < 10) return false
  const backwards = Array.from(text).reverse().join('')
  if (holdsInterim(backwards)) return true
  return Array.from(backwards.matchAll(SEPARATED)).some(([found]) => {
    const digits = onlyDigits(found)
    return (digits.length === 10 || digits.length === 12) && isNumber(digits)
  })
}

const tokensOf = (text: string): string[] => text.match(/[\w+/=-]{14,}/g) ?? []

/** What a token says when it is taken as hexadecimal or base64 of text; only what is plain text is kept. */
function decodings(token: string): string[] {
  const bare = token.replace(/=+$/, '')
  const hex = /^(?:[\da-f]{2})+$/i.test(bare) ? [Buffer.from(bare, 'hex')] : []
  return [...hex, Buffer.from(bare, 'base64')].map((bytes) => bytes.toString('latin1')).filter(isPlain)
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]{9,}$/.test(text)

/** What sets off the decimals of a number: the other one may set its thousands apart. */
export type DecimalMark = '.' | ','

/** Digits, or digits in threes with a space between; decimal point or comma. Never an exponent. */
const PLAIN = /^[-+]?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?$/
/** Thousands set apart by points, commas or apostrophes; decimals with the other mark. */
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?|(?:['’]\d{3})+(?:[.,]\d+)?)$/
/** Thousands or three decimals. */
const TWOFOLD = /^[-+]?[1-9]\d{0,2}([.,])\d{3}(?: ?%)?$/
const SPACES = /[\u00a0\u2000-\u200a\u202f]/g
/** Minus signs, and the dashes that word processors make of them. */
const MINUS = /^[\u2010-\u2013\u2212\ufe63\uff0d](?=\d)/

/**
 * A number as people write it; null for an empty text; undefined for anything else.
 * @param decimal the mark of its decimals, where a text such as 3.000 may be read; without it the mark is one
 */
export function numberOf(text: string, decimal?: DecimalMark): number | null | undefined {
  const plain = evenly(text)
  if (plain === '') return null
  const isGrouped = GROUPED.test(plain) && !(PLAIN.test(plain) && markIn(plain) === (decimal ?? markIn(plain)))
  if (!isGrouped && !PLAIN.test(plain)) return undefined
  const number = Number(isGrouped ? ungrouped(plain) : plain.replaceAll(' ', '').replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

const evenly = (text: string): string => text.replace(SPACES, ' ').trim().replace(MINUS, '-')

const markIn = (plain: string): string | undefined => /[.,](?=\d+$)/.exec(plain)?.[0]

/** Without the marks of its thousands: the last mark is one of decimals only where it is another than the first. */
function ungrouped(plain: string): string {
  const [first = ''] = /[.,'’]/.exec(plain) ?? []
  return plain.replaceAll(first, '').replace(',', '.')
}

/** Whether a text may be thousands or a number of three decimals: 3.000, 1,234. */
export const isTwofold = (text: string): boolean =>
  text.length >= SHORTEST_TWOFOLD && text.length <= LONGEST_TWOFOLD && TWOFOLD.test(evenly(text))
const [SHORTEST_TWOFOLD, LONGEST_TWOFOLD] = [5, 14]

/** How the numbers of a column are written, as far as its texts show. */
export class Notation {
  readonly #decimals = new Set<string>()
  readonly #thousands = new Set<string>()

  see(text: string): void {
    const plain = evenly(text.replace(/ ?%$/, ''))
    if (TWOFOLD.test(plain)) return
    if (PLAIN.test(plain)) this.#decimals.add(markIn(plain) ?? '')
    else if (GROUPED.test(plain)) this.#seeGrouped(plain)
  }

  #seeGrouped(plain: string): void {
    const [first = ''] = /[.,'’]/.exec(plain) ?? []
    const mark = markIn(plain) ?? first
    this.#thousands.add(first)
    if (mark !== first) this.#decimals.add(mark)
  }

  /** The mark of decimals that a text of two readings is to be read by; undefined where the same mark does not stand elsewhere, or as both. */
  decimalIn(text: string): DecimalMark | undefined {
    const mark = TWOFOLD.exec(evenly(text))?.[1] as DecimalMark
    const [isDecimal, isThousands] = [this.#decimals.has(mark), this.#thousands.has(mark)]
    if (isDecimal === isThousands) return undefined
    return isDecimal ? mark : mark === '.' ? ',' : '.'
  }
}

import { catalogue } from '../../data/catalogue/index.ts'
import type { Category, Column } from '../../data/instruments/definition.ts'
import type { Localized } from '../../data/model/localized.ts'
import { numberOf } from '../read/written-number.ts'
import { dayAndMonth } from './dates.ts'
import { readably } from './digits.ts'
import { plainName } from './headers.ts'
import { hasIdentityShape } from './identity.ts'
import { identityRule } from './person.ts'
import type { Rule } from './rules.ts'

/** What a cell says: a code or number, null where missing; or the rule it breaks. */
export interface CellReading {
  value: string | number | null
  /** Missing because the question does not apply (N), not because it was left unanswered. */
  notApplicable?: true
  rule?: Rule
  about?: Localized
}

const UNANSWERED: CellReading = { value: null }
const NOT_APPLICABLE: CellReading = { value: null, notApplicable: true }
const MOST_REMEMBERED = 5000
/** No declared cell comes near this; what is longer is text, and is not looked at further. */
const LONGEST_CELL = 500

/** A reader of one column's cells. Answers that come again and again are read once. */
export function cellReader(column: Column): (cell: string) => CellReading {
  const read = reading(column)
  if (column.content.kind === 'pseudonym') return read
  const remembered = new Map<string, CellReading>()
  return (cell) => {
    const known = remembered.get(cell)
    if (known) return known
    const fresh = read(cell)
    if (remembered.size < MOST_REMEMBERED) remembered.set(copyOf(cell), fresh)
    return fresh
  }
}

/** A part of a longer text holds on to all of it. */
const copyOf = (cell: string): string => Buffer.from(cell).toString()

function reading(column: Column): (cell: string) => CellReading {
  const read = contentReader(column)
  return (cell) => {
    if (cell.length > LONGEST_CELL) return broken('free-text')
    const text = readably(cell).trim()
    const missing = missingReading(text)
    if (missing) return column.required ? broken('required-missing') : missing
    const result =
      column.content.kind === 'pseudonym' && hasInvisible(cell) ? broken('invisible-character') : read(text)
    // Anything that could point out a person is said before anything else, and also where the form happens to fit.
    const rule = identityRule(cell)
    const wins = rule && result.rule !== 'made-by-excel' && (result.rule || column.content.kind === 'pseudonym')
    return wins ? broken(rule) : result
  }
}

function missingReading(text: string): CellReading | null {
  if (text === '' || /^x$/i.test(text)) return UNANSWERED
  return /^n$/i.test(text) ? NOT_APPLICABLE : null
}

const broken = (rule: Rule, about?: Localized): CellReading => ({ value: null, rule, ...(about && { about }) })

function contentReader({ content }: Column): (text: string) => CellReading {
  if (content.kind === 'pseudonym') return readPseudonym
  if (content.kind === 'municipality') return readMunicipality
  if (content.kind === 'month') return readMonth
  if (content.kind === 'code') return codeReader(content.codes)
  return numberReader(content)
}

function readPseudonym(text: string): CellReading {
  if (hasIdentityShape(text)) return broken('identity-shape')
  if (isRounded(text)) return broken('rounded-number')
  return /^[\w-]{6,64}$/.test(text) ? { value: text } : broken('pseudonym-form')
}

/** Characters that nobody sees: two pseudonyms that look the same would be two persons. */
const hasInvisible = (cell: string): boolean => /[\p{Cf}\u2800\u3164\u115f\u1160]/u.test(cell)

/** A number that a spreadsheet has kept fifteen digits of: the rest are zeros, or it is written with an exponent. */
const isRounded = (text: string): boolean => /^\d{15}0{2,}$/.test(text) || /^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)

/** Four digits; a spreadsheet may have taken the leading zero. */
function readMunicipality(text: string): CellReading {
  const code = text.padStart(4, '0')
  return catalogue().municipalityByCode.has(code) ? { value: code } : broken('unknown-municipality')
}

const EARLIEST = '1990-01'

function readMonth(text: string): CellReading {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return broken('month-form')
  const latest = new Date().toISOString().slice(0, 7)
  return text >= EARLIEST && text <= latest ? { value: text } : broken('month-out-of-range')
}

const LONGEST_CODE = 30

function codeReader(codes: Category[]): (text: string) => CellReading {
  const byName = new Map(codes.map(({ id }) => [plainName(id), id]))
  const allowed = codes.map(({ id }) => id).join(', ')
  const about = { sv: allowed, en: allowed }
  return (text) => {
    const code = byName.get(plainName(text))
    if (code !== undefined) return { value: code }
    const made = codeBehindDate(text, codes)
    if (made) return broken('made-by-excel', { sv: made, en: made })
    return /\s/.test(text) || text.length > LONGEST_CODE ? broken('free-text') : broken('unknown-code', about)
  }
}

/** The code of two numbers that a spreadsheet has made a date of: `10-12` becomes 10-dec. */
function codeBehindDate(text: string, codes: Category[]): string | undefined {
  const pair = dayAndMonth(text)
  if (!pair) return undefined
  const [a, b] = pair
  return codes.find(({ id }) => id === `${a}-${b}` || id === `${b}-${a}`)?.id
}

function numberReader({ kind, min, max }: { kind: 'whole' | 'amount'; min: number; max: number }) {
  const range = `${min}–${max}`
  const about = { sv: range, en: range }
  return (text: string): CellReading => {
    const number = numberOf(text)
    if (typeof number !== 'number')
      return broken(/\p{L}/u.test(text) && /\s/.test(text) ? 'free-text' : 'not-a-number', about)
    if (number < min || number > max) return broken('out-of-range', about)
    return kind === 'whole' && !Number.isInteger(number) ? broken('not-whole', about) : { value: number || 0 }
  }
}

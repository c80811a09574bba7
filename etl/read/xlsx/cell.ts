import * as XLSX from '@e965/xlsx'
import type { CellNote } from '../table-row.ts'
import { isTwofold } from '../written-number.ts'
import { decoded, elements, stringItem } from '../xml.ts'
import { type NumberFormat, shownNumber, unquoted } from './styles.ts'

/** What all cells of a workbook share. */
export interface Shared {
  strings: string[]
  formats: NumberFormat[]
  date1904: boolean
}

/** A cell as text, '' where it is empty, and what is to be known of it beside that. */
export interface CellText {
  text: string
  note?: CellNote
  /** The formula behind it, where there is one. */
  formula?: string
}

/** Reads one `<c>`: its type, style and content. */
export function cellOf(type: string, style: number, content: string, shared: Shared): CellText {
  const formula = formulaIn(content)
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1]
  if (formula !== undefined && (value === undefined || value === '') && type !== 'inlineStr' && type !== 'str') {
    return { text: '', formula, note: { kind: 'uncomputed', shown: '' } }
  }
  return { ...contentOf(type, style, content, value, shared), ...(formula !== undefined && { formula }) }
}

function formulaIn(content: string): string | undefined {
  const found = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>([^<]*)<)/.exec(content)
  return found ? decoded(found[1] ?? '') : undefined
}

function contentOf(type: string, style: number, content: string, value: string | undefined, shared: Shared): CellText {
  if (type === 'inlineStr') return textCell(inlineText(content))
  if (value === undefined || value === '') return { text: '' }
  if (type === 's') return textCell(shared.strings[Number(value)] ?? '')
  if (type === 'str') return textCell(decoded(value))
  if (type === 'b')
    return { text: value === '1' ? '1' : '0', note: { kind: 'truth', shown: value === '1' ? 'SANT' : 'FALSKT' } }
  if (type === 'e') return { text: decoded(value), note: { kind: 'error', shown: decoded(value) } }
  if (type === 'd') return { text: value.slice(0, 10), note: { kind: 'date', shown: value.slice(0, 10) } }
  return numberText(Number(value), shared.formats[style] ?? { code: 'General', kind: 'plain' }, shared.date1904)
}

/** A number that was written as text is not known for its decimals by the program. */
const textCell = (text: string): CellText =>
  isTwofold(text) ? { text, note: { kind: 'two-readings', shown: text } } : { text }

function inlineText(content: string): string {
  const [item] = elements(content, 'is')
  return stringItem(item?.content ?? '')
}

function numberText(value: number, format: NumberFormat, date1904: boolean): CellText {
  if (!Number.isFinite(value)) return { text: '#NUM!', note: { kind: 'error', shown: '#NUM!' } }
  if (format.kind === 'date') return dateText(value, format, date1904)
  const text = plainNumber(value)
  if (format.kind === 'plain' && format.code === 'General') return { text }
  return {
    text,
    note: { kind: format.kind === 'plain' ? 'number' : format.kind, shown: () => shownNumber(value, format) },
  }
}

/** A number cell holds fifteen digits: beyond them it is written with its exponent, so that it is never taken as exact. */
function plainNumber(value: number): string {
  if (Math.abs(value) >= 1e15)
    return value
      .toExponential(14)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E')
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

/** A date as its format tells: `YYYY-MM-DD`, `YYYY-MM` where it shows no day, `10-dec` where it shows no year. */
function dateText(value: number, { code }: NumberFormat, date1904: boolean): CellText {
  const date = XLSX.SSF.parse_date_code(value, { date1904 })
  if (!date || value < 0) return { text: plainNumber(value) }
  const shows = unquoted(code)
  const month = `${date.y}-${String(date.m).padStart(2, '0')}`
  const full = `${month}-${String(date.d).padStart(2, '0')}`
  if (!/y/i.test(shows) && /d/i.test(shows)) return noted(`${date.d}-${MONTHS[date.m - 1]}`)
  return noted(/d/i.test(shows) ? full : month)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

const noted = (text: string): CellText => ({ text, note: { kind: 'date', shown: text } })

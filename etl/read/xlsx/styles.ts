import * as XLSX from '@e965/xlsx'
import { attribute, elements } from '../xml.ts'

/** How a number is written: its format, and what that makes of it. */
export interface NumberFormat {
  code: string
  /** `scaled`: what is shown is a part or a multiple of what is stored, or in a unit of its own: 4 100 tkr, 3,1 ‰. */
  kind: 'plain' | 'percent' | 'date' | 'scaled'
}

const GENERAL: NumberFormat = { code: 'General', kind: 'plain' }

/** The number format of each cell style, by its number. */
export function formatsOf(styles: string | undefined): NumberFormat[] {
  if (styles === undefined) return [GENERAL]
  const own = new Map(
    Array.from(elements(styles, 'numFmt'), ({ attributes }) => [
      Number(attribute(attributes, 'numFmtId')),
      attribute(attributes, 'formatCode') ?? 'General',
    ]),
  )
  const [cellStyles] = elements(styles, 'cellXfs')
  return Array.from(elements(cellStyles?.content ?? '', 'xf'), ({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    return formatOf(own.get(id) ?? builtIn(id))
  })
}

const builtIn = (id: number): string => (XLSX.SSF.get_table() as Record<number, string>)[id] ?? 'General'

function formatOf(code: string): NumberFormat {
  if (code === 'General') return GENERAL
  if (XLSX.SSF.is_date(code)) return { code, kind: 'date' }
  if (/%/.test(unquoted(code))) return { code, kind: 'percent' }
  return { code, kind: SCALED.test(code) || BY_THOUSANDS.test(unquoted(code)) ? 'scaled' : 'plain' }
}

const SCALED = /‰|\b[tmk]n?kr\b|tusen|tusental|mil(?:j|l)on|miljard/i
/** A comma behind the last digit divides by a thousand. */
const BY_THOUSANDS = /[0#?],+(?:$|[^0#?,])/

/** A number format without its quoted words and its [locale] and [colour] marks. */
export const unquoted = (code: string): string => code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')

/** A number as the spreadsheet shows it, with a decimal comma. */
export function shownNumber(value: number, { code }: NumberFormat): string {
  try {
    return String(XLSX.SSF.format(code, value))
      .trim()
      .replace(/(?<=\d)\.(?=\d)/g, ',')
  } catch {
    return String(value).replace('.', ',')
  }
}

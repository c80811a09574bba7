import * as XLSX from '@e965/xlsx'
import { attribute, elements } from '../xml.ts'

/** How a number is written: its format, and what that makes of it. */
export interface NumberFormat {
  code: string
  kind: 'plain' | 'percent' | 'date'
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
  return { code, kind: /%/.test(unquoted(code)) ? 'percent' : 'plain' }
}

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

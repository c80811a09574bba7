import { readFile } from 'node:fs/promises'
import * as XLSX from '@e965/xlsx'
import { packingOf } from './bytes.ts'
import { DEFAULT_LIMITS, type Limits } from './refused.ts'
import type { TableRow } from './table-row.ts'
import { damagedZip, locked, readZip } from './zip.ts'

/** A workbook is held in memory whole: this is as much as it may unpack to. */
const MOST_BYTES = 256 * 1024 * 1024

export interface Sheet {
  name: string
  /** Rows that hold anything, numbered from 1. A date without a day in its format is `YYYY-MM`, else `YYYY-MM-DD`. */
  rows: TableRow[]
}

/** A text of the workbook outside the cells: where it stands, by the name of the part that holds it. */
interface Text {
  part: string
  text: string
}

export interface Workbook {
  sheets: Sheet[]
  /** Texts beside the cells: comments, headers, text boxes, properties, names, strings no cell uses any more. */
  texts: Text[]
  /** Names of parts that cannot be read as text: pictures, embedded files, macros. */
  sealed: string[]
}

/**
 * Reads an .xlsx, hidden sheets too, once its zip has been found to be of a reasonable size.
 * @throws RefusedFile as `readZip`, and for a workbook that is locked, of the old format or damaged
 */
export async function readWorkbook(path: string, limits = DEFAULT_LIMITS): Promise<Workbook> {
  const packing = await packingOf(path, limits)
  if (packing === 'ole') throw locked()
  const { texts, sealed } = await besideTheCells(path, withinMemory(limits))
  const book = parsed(await readFile(path))
  const sheets = book.SheetNames.map((name) => ({ name, rows: rowsOfSheet(book.Sheets[name], book) }))
  const names = book.SheetNames.map((text) => ({ part: 'xl/workbook.xml', text }))
  return { sheets, texts: [...texts, ...names], sealed }
}

const withinMemory = (limits: Limits): Limits => ({ maxBytes: Math.min(limits.maxBytes, MOST_BYTES) })

async function besideTheCells(path: string, limits: Limits): Promise<Pick<Workbook, 'texts' | 'sealed'>> {
  const texts: Text[] = []
  const sealed: string[] = []
  for await (const { name, content } of readZip(path, limits)) {
    if (!/\.(xml|rels|vml)$/i.test(name)) {
      if (content.length > 0) sealed.push(name)
      continue
    }
    for (const text of textNodes(content.toString('utf8'), /worksheets\//.test(name))) texts.push({ part: name, text })
  }
  return { texts, sealed }
}

/** Tags that only dress a piece of a text: what stands on both sides of them is read as one. */
const RUNS =
  /<\/?(?:\w+:)?(?:r|t|rPr|rFont|charset|family|b|i|u|strike|sz|color|vertAlign|scheme|latin|ea|cs|solidFill|schemeClr|srgbClr|font|span)(?:\s[^<>]*)?\/?>/g

/** Attributes that hold what a person wrote: links, prompts of an input, names and descriptions of shapes. */
const SHOWN_ATTRIBUTES =
  /\s(?:Target|location|prompt|promptTitle|error|errorTitle|tooltip|display|descr|title|name|displayName)="([^"]*)"/g

/** What stands between the tags, and in attributes that are read. The values of a worksheet's cells are left out: they are read as cells. */
function textNodes(xml: string, isWorksheet: boolean): string[] {
  const beside = isWorksheet ? xml.replace(/<v>[^<]*<\/v>/g, '') : xml
  const found = [...beside.replace(RUNS, '').matchAll(/>([^<]+)</g), ...beside.matchAll(SHOWN_ATTRIBUTES)]
  return found.map(([, text]) => decoded(text as string)).filter((text) => text.trim() !== '')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? all
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

function parsed(bytes: Buffer): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, cellFormula: false })
  } catch {
    throw damagedZip()
  }
}

function rowsOfSheet(sheet: XLSX.WorkSheet | undefined, book: XLSX.WorkBook): TableRow[] {
  const data: (XLSX.CellObject | undefined)[][] = sheet?.['!data'] ?? []
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false
  const rows: TableRow[] = []
  data.forEach((line, index) => {
    const cells = Array.from(line ?? [], (cell) => cellText(cell, date1904))
    if (cells.some((cell) => cell !== '')) rows.push({ row: index + 1, cells })
  })
  return rows
}

function cellText(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (cell?.v === undefined || cell.v === null || cell.t === 'z') return ''
  if (cell.t === 'n' && typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z)) return dateText(cell, date1904)
  if (cell.t === 'b') return cell.v ? '1' : '0'
  if (cell.t === 'e') return cell.w ?? '#N/A'
  return String(cell.v)
}

function dateText(cell: XLSX.CellObject, date1904: boolean): string {
  const date = XLSX.SSF.parse_date_code(Number(cell.v), { date1904 })
  if (!date) return String(cell.v)
  const month = `${date.y}-${String(date.m).padStart(2, '0')}`
  return /d/i.test(unquotedFormat(cell.z as string)) ? `${month}-${String(date.d).padStart(2, '0')}` : month
}

/** A number format without its quoted words and its [locale] and [colour] marks. */
const unquotedFormat = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')

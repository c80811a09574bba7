import { stat } from 'node:fs/promises'
import { packingOf } from './bytes.ts'
import { refuseOtherFormats } from './formats.ts'
import { DEFAULT_LIMITS, type Limits } from './refused.ts'
import { type Book, bookOf } from './xlsx/book.ts'
import { type SheetCells, sheetCells } from './xlsx/sheet.ts'
import { formatsOf } from './xlsx/styles.ts'
import { elements, stringItem, textNodes } from './xml.ts'
import { damagedZip, readZip } from './zip.ts'

/** A workbook is held in memory whole: this is as much as it may unpack to. */
const MOST_BYTES = 96 * 1024 * 1024

export interface Sheet extends SheetCells {
  name: string
  hidden: boolean
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

let last: { key: string; workbook: Promise<Workbook> } | undefined

/**
 * Reads an .xlsx, hidden sheets too, once its zip has been found to be of a reasonable size. The one that was read last
 * is remembered as long as its file is the same.
 * @throws RefusedFile as `readZip`, and for a workbook that is locked, of another format or damaged
 */
export async function readWorkbook(path: string, limits = DEFAULT_LIMITS): Promise<Workbook> {
  await refuseOtherFormats(path, await packingOf(path, limits))
  const { size, mtimeMs, ino } = await stat(path)
  const key = [path, size, mtimeMs, ino, limits.maxBytes].join(' ')
  if (last?.key !== key) last = { key, workbook: parsed(path, withinMemory(limits)) }
  return last.workbook
}

const withinMemory = (limits: Limits): Limits => ({ maxBytes: Math.min(limits.maxBytes, MOST_BYTES) })

/** The parts of the archive: sheets kept as they are until the strings that they share have been read. */
class Parts {
  readonly texts: Text[] = []
  readonly sealed: string[] = []
  readonly #contents = new Map<string, Buffer>()

  add(name: string, content: Buffer): void {
    if (!/\.(xml|rels|vml)$/i.test(name)) {
      if (content.length > 0) this.sealed.push(name)
      return
    }
    this.#contents.set(name, content)
  }

  read = (name: string): string | undefined => this.#contents.get(name)?.toString('utf8')

  /** Takes a part away once it has been read. */
  take(name: string): string | undefined {
    const text = this.read(name)
    this.#contents.delete(name)
    return text
  }

  gatherTexts(): void {
    for (const part of this.#contents.keys())
      for (const text of textNodes(this.read(part) ?? '')) this.texts.push({ part, text })
  }
}

async function parsed(path: string, limits: Limits): Promise<Workbook> {
  const parts = new Parts()
  for await (const { name, content } of readZip(path, limits)) parts.add(name, content)
  const book = bookOf(parts.read)
  if (!book) throw damagedZip()
  const sheets = sheetsOf(book, parts)
  parts.gatherTexts()
  const names = sheets.map(({ name }) => ({ part: 'xl/workbook.xml', text: name }))
  const formulas = sheets.flatMap((sheet) => sheet.formulas.map((text) => ({ part: 'xl/worksheets', text })))
  return { sheets, texts: [...parts.texts, ...names, ...formulas], sealed: parts.sealed }
}

function sheetsOf({ sheets, date1904 }: Book, parts: Parts): Sheet[] {
  const strings = Array.from(elements(parts.read('xl/sharedStrings.xml') ?? '', 'si'), ({ content }) =>
    stringItem(content),
  )
  const shared = { strings, formats: formatsOf(parts.read('xl/styles.xml')), date1904 }
  return sheets.map(({ name, part, hidden }) => {
    const xml = parts.take(part)
    if (xml === undefined) throw damagedZip()
    const cells = sheetCells(xml, shared)
    parts.add(`${part}.beside.xml`, Buffer.from(withoutCells(xml)))
    return { name, hidden, ...cells }
  })
}

const withoutCells = (xml: string): string => {
  const [start, end] = [xml.indexOf('<sheetData'), xml.lastIndexOf('sheetData>')]
  return start < 0 || end < start ? xml : `${xml.slice(0, start)}${xml.slice(end + 'sheetData>'.length)}`
}

import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { delimiterOf } from './delimiter.ts'
import { emptyFile, type Limits, RefusedFile } from './refused.ts'
import type { TableRow } from './table-row.ts'
import { readText } from './text.ts'
import { isTwofold } from './written-number.ts'

const LONGEST_RECORD = 1024 * 1024

/** The first line with which programs tell a spreadsheet what separates the cells: it is no row. */
const SEPARATOR_LINE = /^\s*"?sep=(.)"?[ \t]*(?:\r\n|\r|\n)/i

/**
 * The rows of a separated file (`;`, `,` or tab), the header among them, numbered as a spreadsheet does: a line break
 * inside quotes makes no new row, an empty line does. Empty rows are left out.
 * @throws RefusedFile for an unclosed quote, and as `readText`
 */
export async function* readCsv(path: string, limits?: Limits): AsyncGenerator<TableRow> {
  const text = readText(path, limits)
  const { start, delimiter } = await beginning(text)
  let row = 0
  try {
    for await (const cells of recordsIn(rejoined(start, text), delimiter)) {
      row += 1
      if (cells.some((cell) => cell !== '')) yield noted({ row, cells }, delimiter)
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : unclosedQuote(row + 1)
  }
}

/** No record of so few characters is too long, whatever they are. */
const SURELY_SHORT = LONGEST_RECORD / 4

/**
 * The records of the text. As long as no quotation mark has stood anywhere, they are its lines cut at the separators:
 * from the first one on each character is looked at.
 */
async function* recordsIn(text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<string[]> {
  let left = ''
  let lineEnd: string | undefined
  for await (const piece of text) {
    left += piece
    if (piece.includes('"') || !isPlain(delimiter))
      return yield* quotedRecords(rejoined(left, text), delimiter, lineEnd)
    lineEnd ??= LINE_END.exec(left)?.[0]
    const lines = lineEnd ? left.split(lineEnd) : [left]
    left = lines.pop() ?? ''
    const long = [...lines, left].findIndex(({ length }) => length > SURELY_SHORT)
    for (const line of long < 0 ? lines : lines.slice(0, long)) yield line.split(delimiter)
    if (long < 0) continue
    left = [...lines, left].slice(long).join(lineEnd)
    return yield* quotedRecords(rejoined(left, text), delimiter, lineEnd)
  }
  if (left !== '') yield* quotedRecords(rejoined(left, text), delimiter, lineEnd)
}

/** What ends the first line ends all; a carriage return that stands last may have its other half to come. */
const LINE_END = /\r\n|\n|\r(?!$)/

const isPlain = (delimiter: string): boolean => /^[;,\t]$/.test(delimiter)

/** The records of a text that quotation marks may stand in. */
async function* quotedRecords(
  text: AsyncGenerator<string>,
  delimiter: string,
  lineEnd: string | undefined,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
    ...(lineEnd && { record_delimiter: lineEnd }),
  })
  pipeline(Readable.from(text), parser, () => {})
  yield* parser as AsyncIterable<string[]>
}

/** Notes which cells may be thousands or decimals. Where semicolons stand between the cells a comma is one of decimals. */
function noted(row: TableRow, delimiter: string): TableRow {
  for (const [at, cell] of row.cells.entries()) {
    if (!isTwofold(cell) || (delimiter === ';' && cell.includes(','))) continue
    row.notes = Object.assign(row.notes ?? {}, { [at]: { kind: 'two-readings', shown: cell } })
  }
  return row
}

/** Reads as far as the first whole line and tells the separator from it. */
async function beginning(text: AsyncGenerator<string>): Promise<{ start: string; delimiter: string }> {
  let start = ''
  while (!/[^\r\n][\r\n]/.test(start) && start.length < LONGEST_RECORD) {
    const { value, done } = await text.next()
    if (done) break
    start += value
  }
  start = start.replace(/^\uFEFF/, '')
  if (start.trim() === '') throw emptyFile()
  const said = SEPARATOR_LINE.exec(start)
  return said ? { start: start.slice(said[0].length), delimiter: said[1]! } : { start, delimiter: delimiterOf(start) }
}

async function* rejoined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start
  yield* rest
}

const unclosedQuote = (row: number): RefusedFile =>
  new RefusedFile(
    'file-damaged',
    `Filen kan inte delas i rader från rad ${row}: ett citattecken är inte stängt, eller en rad är orimligt lång.`,
    `The file cannot be split into rows from row ${row}: a quotation mark is not closed, or a row is unreasonably long.`,
  )

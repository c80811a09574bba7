import { addressOf } from '../api-client/ask.ts'
import type { FigureSpec } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import type { LongForm } from './figure.ts'
import { isClosed, shownTable } from './shown-table.ts'

type Value = string | number | null

/** The figures behind, as the API's own workbook has them in its first sheet. @throws Error where they cannot be fetched */
export async function longForm(spec: FigureSpec, lang: Context['lang']): Promise<LongForm> {
  const { resource, question } = spec.data
  const response = await fetch(addressOf(resource, question, lang, 'xlsx'))
  if (isClosed(response)) return shownTable(spec, lang)
  if (!response.ok) throw new Error(String(response.status))
  const { default: Zip } = await import('jszip')
  const book = await Zip.loadAsync(await response.arrayBuffer())
  const part = async (name: string) => parsed((await book.file(name)?.async('string')) ?? '<empty/>')
  const texts = [...(await part('xl/sharedStrings.xml')).querySelectorAll('si')].map(({ textContent }) => textContent)
  const sheet = await part('xl/worksheets/sheet1.xml')
  const [head = [], ...rows] = [...sheet.querySelectorAll('row')].map((row) => cellsOf(row, texts))
  return { columns: head.map(String), rows: rows.map((row) => head.map((_, at) => row[at] ?? null)) }
}

const parsed = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml')

/** A row's cells in their places: a cell without a value is left out of the file. */
function cellsOf(row: Element, texts: readonly (string | null)[]): Value[] {
  const cells: Value[] = []
  for (const cell of row.querySelectorAll('c')) cells[placeOf(cell.getAttribute('r') ?? '')] = read(cell, texts)
  return cells
}

/** `C12` is the third: 2. */
const placeOf = (address: string): number =>
  [...address.replace(/\d/g, '')].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1

function read(cell: Element, texts: readonly (string | null)[]): Value {
  const written = cell.querySelector('v')?.textContent ?? cell.querySelector('is')?.textContent ?? ''
  if (written === '') return null
  if (cell.getAttribute('t') === 's') return texts[Number(written)] ?? null
  return cell.hasAttribute('t') && cell.getAttribute('t') !== 'n' ? written : Number(written)
}

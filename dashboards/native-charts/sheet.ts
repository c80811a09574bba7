import type { Cell } from 'write-excel-file/universal'

type Column = { title: string; cells: readonly (number | string | null)[] }

/** The name of the only sheet of a chart's workbook: the same in every language, since charts refer to it. */
const NAME = 'Data'

/** Text as it may stand in XML; characters that XML does not allow are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')

/**
 * The workbook behind a chart, column by column. Each column gives the reference by which the chart finds it, with a copy of
 * its values; a missing value is an empty cell and no point at all, never zero.
 */
export class Sheet {
  readonly #columns: Column[] = []

  /** A column of numbers, as `c:numRef`. */
  numbers(title: string, cells: readonly (number | null)[]): string {
    const points = cells.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    const cache = `<c:formatCode>General</c:formatCode><c:ptCount val="${cells.length}"/>${points.join('')}`
    return `<c:numRef><c:f>${this.#add({ title, cells })}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`
  }

  /** A column of words, as `c:strRef`. */
  words(title: string, cells: readonly string[]): string {
    return `<c:strRef><c:f>${this.#add({ title, cells })}</c:f><c:strCache>${cacheOf(cells)}</c:strCache></c:strRef>`
  }

  /** A column of words that stand beside the points of a series, as `c15:datalabelsRange`. */
  labels(title: string, cells: readonly string[]): string {
    return `<c15:datalabelsRange><c15:f>${this.#add({ title, cells })}</c15:f><c15:dlblRangeCache>${cacheOf(cells)}</c15:dlblRangeCache></c15:datalabelsRange>`
  }

  /** The heading of the column that was added last, as the name of a series. */
  heading(): string {
    const { title } = this.#columns.at(-1)!
    return `<c:tx><c:strRef><c:f>${NAME}!$${letters(this.#columns.length)}$1</c:f><c:strCache>${cacheOf([title])}</c:strCache></c:strRef></c:tx>`
  }

  /** The workbook as a file. */
  async file(): Promise<Blob> {
    const { default: write } = await import('write-excel-file/universal')
    const rows = Math.max(...this.#columns.map(({ cells }) => cells.length))
    const body = Array.from({ length: rows }, (_, row) => this.#columns.map(({ cells }): Cell => cells[row] ?? null))
    const header = this.#columns.map(({ title }): Cell => ({ value: title, fontWeight: 'bold' }))
    return write([{ data: [header, ...body], sheet: NAME }]).toBlob()
  }

  #add(column: Column): string {
    this.#columns.push(column)
    const letter = letters(this.#columns.length)
    return `${NAME}!$${letter}$2:$${letter}$${column.cells.length + 1}`
  }
}

const cacheOf = (cells: readonly string[]): string =>
  `<c:ptCount val="${cells.length}"/>${cells.map((word, at) => `<c:pt idx="${at}"><c:v>${escaped(word)}</c:v></c:pt>`).join('')}`

/** `A`, `Z`, `AA` of a column counted from one. */
const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

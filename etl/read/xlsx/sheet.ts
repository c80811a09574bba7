import { RefusedFile } from '../refused.ts'
import type { TableRow } from '../table-row.ts'
import { attribute, elements } from '../xml.ts'
import { cellOf, type Shared } from './cell.ts'

/** The cells of a sheet. Rows are numbered from 1, columns from 0. */
export interface SheetCells {
  rows: TableRow[]
  /** Cells that span several: first and last row, first and last column, all included. */
  merges: Span[]
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  /** Formulas that hold a text or a long number of their own. */
  formulas: string[]
}

export interface Span {
  top: number
  bottom: number
  left: number
  right: number
}

/** What a spreadsheet can hold at most, and what this reader takes of it. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383
const MOST_CELLS = 1_500_000
const ROW_COSTS = 4
const MOST_HIDDEN = 16_384

const ROWS_AND_CELLS =
  /<(?:\w+:)?row(?=[\s/>])([^>]*)>|<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c\s*>)/g

/** Reads the cells out of a worksheet's XML. @throws RefusedFile for more, or further out, than a workbook is read for */
export function sheetCells(xml: string, shared: Shared): SheetCells {
  const cells = new Cells(shared)
  const [start, end] = [xml.search(/<(?:\w+:)?sheetData(?=[\s/>])/), xml.search(/<\/(?:\w+:)?sheetData\s*>/)]
  const beside = start < 0 ? xml : xml.slice(0, start) + xml.slice(end < 0 ? xml.length : end)
  const data = start < 0 ? '' : xml.slice(start, end < 0 ? xml.length : end)
  for (const found of data.matchAll(ROWS_AND_CELLS)) {
    if (found[1] !== undefined) cells.row(found[1])
    else cells.cell(found[2] ?? '', found[3] ?? '')
  }
  return { ...cells.done(), merges: mergesOf(beside), hiddenColumns: hiddenColumnsOf(beside) }
}

class Cells {
  readonly #rows = new Map<number, TableRow>()
  readonly #hidden = new Set<number>()
  readonly #formulas: string[] = []
  readonly #shared: Shared
  #cost = 0
  #row = 0
  #column = -1

  constructor(shared: Shared) {
    this.#shared = shared
  }

  row(attributes: string): void {
    this.#row = Number(attribute(attributes, 'r') ?? this.#row + 1)
    this.#column = -1
    refuseBeyond(this.#row, 0)
    if (HIDDEN_ROW.test(attributes)) this.#hidden.add(this.#row)
  }

  cell(attributes: string, content: string): void {
    this.#place(attributes)
    if (content === '') return
    const style = Number(/(?:^|\s)s="(\d+)"/.exec(attributes)?.[1] ?? 0)
    const { text, note, formula } = cellOf(
      /(?:^|\s)t="(\w+)"/.exec(attributes)?.[1] ?? 'n',
      style,
      content,
      this.#shared,
    )
    if (formula && /"|\d{6}/.test(formula)) this.#formulas.push(formula)
    if (text === '' && !note) return
    const row = this.#rowHere()
    while (row.cells.length < this.#column) row.cells.push('')
    row.cells[this.#column] = text
    if (note) row.notes = Object.assign(row.notes ?? {}, { [this.#column]: note })
  }

  done(): Pick<SheetCells, 'rows' | 'hiddenRows' | 'formulas'> {
    const rows = [...this.#rows.values()].sort((a, b) => a.row - b.row)
    return { rows, hiddenRows: this.#hidden, formulas: this.#formulas }
  }

  #place(attributes: string): void {
    const reference = /(?:^|\s)r="([A-Za-z]+)(\d+)"/.exec(attributes)
    this.#column = reference ? columnNumber(reference[1] as string) : this.#column + 1
    if (reference) this.#row = Number(reference[2])
    refuseBeyond(this.#row, this.#column)
  }

  #rowHere(): TableRow {
    const known = this.#rows.get(this.#row)
    this.#cost += known ? Math.max(1, this.#column - known.cells.length) : ROW_COSTS + this.#column
    if (this.#cost > MOST_CELLS) throw tooManyCells()
    if (known) return known
    const fresh: TableRow = { row: this.#row, cells: [] }
    this.#rows.set(this.#row, fresh)
    return fresh
  }
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.slice(0, 5).toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

function refuseBeyond(row: number, column: number): void {
  if (!(row >= 0 && row <= LAST_ROW) || column > LAST_COLUMN) throw beyond()
}

function mergesOf(xml: string): Span[] {
  return Array.from(elements(xml, 'mergeCell'), ({ attributes }) => {
    const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(attributes, 'ref') ?? '')
    if (!found) return null
    const [, left = '', top, right = '', bottom] = found
    return { top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) }
  }).filter((span) => span !== null)
}

/** Hidden, or of no width or height: neither is seen. */
const HIDDEN_COLUMN = /\bhidden="(?:1|true)"|\bwidth="0(?:\.0+)?"/
const HIDDEN_ROW = /\bhidden="(?:1|true)"|\bht="0(?:\.0+)?"/

function hiddenColumnsOf(xml: string): Set<number> {
  const hidden = new Set<number>()
  for (const { attributes } of elements(xml, 'col')) {
    if (!HIDDEN_COLUMN.test(attributes)) continue
    const [min, max] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))]
    for (let column = min; column <= Math.min(max, MOST_HIDDEN); column++) hidden.add(column - 1)
  }
  return hidden
}

const beyond = () =>
  new RefusedFile(
    'file-damaged',
    'Arbetsboken säger sig ha fler rader eller kolumner än ett kalkylblad kan ha. Spara den på nytt.',
    'The workbook claims more rows or columns than a spreadsheet can have. Save it again.',
  )

const tooManyCells = () =>
  new RefusedFile(
    'file-too-large',
    'Arbetsboken har för många celler. Spara tabellen som CSV, eller dela den.',
    'The workbook has too many cells. Save the table as CSV, or split it.',
  )

import type { ColumnSource } from '../../data/model/extract-mapping.ts'
import { plainName } from './headers.ts'

/** Makes a cell of the format out of the cells of the municipality's own file that it comes from, in their order. */
export type Translate = (cells: string[]) => string

/**
 * How a source's cells are made into the format's. What the mapping does not know passes as it stands, so that the
 * column's own check meets it: nothing is guessed, and nothing that could point out a person is recoded away.
 */
export function translationOf(source: ColumnSource): Translate {
  if ('constant' in source) return () => source.constant
  if ('classes' in source) return ([cell = '']) => classOf(cell, source.classes)
  if (!('codes' in source)) return typeof source.from === 'string' ? ([cell = '']) => cell : monthOf
  return Array.isArray(source.codes) ? pairTranslation(source.codes) : codeTranslation(source.codes)
}

function codeTranslation(codes: Record<string, string>): Translate {
  const known = new Map(Object.entries(codes).map(([foreign, code]) => [plainName(foreign), code]))
  return ([cell = '']) => known.get(plainName(cell)) ?? cell
}

function pairTranslation(codes: { when: [string, string]; code: string }[]): Translate {
  const key = (cells: string[]): string => JSON.stringify([0, 1].map((i) => plainName(cells[i] ?? '')))
  const known = new Map(codes.map(({ when, code }) => [key(when), code]))
  return (cells) => known.get(key(cells)) ?? together(cells)
}

/** Two cells that no code is known for: never a code themselves. */
const together = (cells: string[]): string => (cells.every((cell) => cell.trim() === '') ? '' : cells.join('+'))

/** `2024` and `3` or `03` as `2024-03`. */
function monthOf(cells: string[]): string {
  const [year = '', month = ''] = cells.map((cell) => cell.trim())
  return /^\d{4}$/.test(year) && /^\d{1,2}$/.test(month) ? `${year}-${month.padStart(2, '0')}` : together(cells)
}

type Classes = { atLeast: number; atMost?: number | undefined; code: string }[]

function classOf(cell: string, classes: Classes): string {
  const text = cell.trim().replace(',', '.')
  if (!/^\d{1,3}(\.\d+)?$/.test(text)) return cell
  const number = Math.floor(Number(text))
  const found = classes.find(
    ({ atLeast, atMost }) => number >= atLeast && number <= (atMost ?? Number.POSITIVE_INFINITY),
  )
  return found?.code ?? cell
}

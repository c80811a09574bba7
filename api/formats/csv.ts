import { csvText } from '../../data/model/csv.ts'
import type { Language } from '../language.ts'
import type { Table } from './table.ts'

/** A table as CSV in UTF-8, headed by the keys of its columns. */
export function csvOf({ columns, rows }: Table, language: Language): Buffer {
  const keys = columns.map(({ key }) => key)
  return Buffer.from(csvText([keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))], language))
}

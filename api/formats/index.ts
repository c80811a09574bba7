import type { Language } from '../language.ts'
import { arrowOf } from './arrow.ts'
import { csvOf } from './csv.ts'
import { parquetOf } from './parquet.ts'
import type { Table } from './table.ts'
import { xlsxOf } from './xlsx.ts'

export const formats = ['json', 'csv', 'xlsx', 'arrow', 'parquet'] as const
export type Format = (typeof formats)[number]

type Writer = { mediaType: string; write(table: Table, language: Language): Buffer | Promise<Buffer> }

/** How a table is written in each format. */
export const writers: Record<Exclude<Format, 'json'>, Writer> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
  arrow: { mediaType: 'application/vnd.apache.arrow.stream', write: arrowOf },
  parquet: { mediaType: 'application/vnd.apache.parquet', write: parquetOf },
}

/** `jamsides-compare-N31814-2021.csv` */
export function fileName(table: Table, format: Format): string {
  const words = ['jamsides', ...table.name].map((word) => word.replace(/[^A-Za-z0-9-]+/g, '-'))
  return `${words.join('-').slice(0, 120)}.${format}`
}

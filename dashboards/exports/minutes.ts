import type { ExportedFigure, Table } from './figure.ts'

/** A piece of written minutes, in order. */
export type Block =
  | { kind: 'title' | 'heading' | 'small-heading' | 'text' | 'quiet' | 'warning'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'figure'; figure: ExportedFigure }

/** A table of texts as the one that columns are reckoned for. */
export const asTable = ({ columns, rows }: Extract<Block, { kind: 'table' }>): Table => ({
  columns: [...columns],
  rows: rows.map((row) => row.map((text) => ({ text }))),
})

export type Minutes = { title: string; lang: 'sv' | 'en'; blocks: readonly Block[] }

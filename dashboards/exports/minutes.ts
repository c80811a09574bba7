import type { ExportedFigure } from './figure.ts'

/** A piece of written minutes, in order. */
export type Block =
  | { kind: 'title' | 'heading' | 'small-heading' | 'text' | 'quiet' | 'warning'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'figure'; figure: ExportedFigure }

export type Minutes = { title: string; lang: 'sv' | 'en'; blocks: readonly Block[] }

import type { Language } from '../language.ts'
import { type Format, fileName, writers } from './index.ts'
import type { Table } from './table.ts'

/** An answer as bytes, before it is compressed. */
export type Written = {
  mediaType: string
  /** Name of the file, for a table. */
  file: string | null
  body: Buffer
}

/** Every format but the one that is no table. */
export type FileFormat = Exclude<Format, 'json'>

export const writtenAsJson = (made: unknown): Written => ({
  mediaType: 'application/json; charset=utf-8',
  file: null,
  body: Buffer.from(JSON.stringify(made)),
})

export const writtenAsFile = async (table: Table, format: FileFormat, language: Language): Promise<Written> => ({
  ...namedAs(table, format),
  body: await writers[format].write(table, language),
})

/** What a table is called as a file. */
export const namedAs = (table: Table, format: FileFormat): Omit<Written, 'body'> => ({
  mediaType: writers[format].mediaType,
  file: fileName(table, format),
})

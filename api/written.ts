import type { Crew } from './aside/crew.ts'
import type { Answer } from './finished.ts'
import { type Format, fileName, writers } from './formats/index.ts'
import { packed } from './formats/packed.ts'
import type { Table } from './formats/table.ts'
import type { Language } from './language.ts'

/** An answer as bytes, before it is compressed. */
export type Written = Pick<Answer, 'mediaType' | 'file' | 'body'>

/** So many cells are written in some hundredths of a second: sooner than another thread has them. */
const MANY_CELLS = 10_000

export const writtenAsJson = (made: unknown): Written => ({
  mediaType: 'application/json; charset=utf-8',
  file: null,
  body: Buffer.from(JSON.stringify(made)),
})

type Wanted = { format: Exclude<Format, 'json'>; language: Language; crew: Crew; isWanted(): boolean }

/** A table as a file; a large one is written by a thread. */
export async function writtenAsFile(table: Table, { format, language, crew, isWanted }: Wanted): Promise<Written> {
  const { mediaType, write } = writers[format]
  const isLarge = table.rows.length * table.columns.length > MANY_CELLS
  const body = isLarge
    ? Buffer.from(await crew.do('write', { format, language, table: packed(table) }, isWanted))
    : await write(table, language)
  return { mediaType, file: fileName(table, format), body }
}

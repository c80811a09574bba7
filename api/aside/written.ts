import type { Format } from '../formats/index.ts'
import { packed } from '../formats/packed.ts'
import type { Table } from '../formats/table.ts'
import { type FileFormat, namedAs, type Written, writtenAsFile } from '../formats/written.ts'
import type { Language } from '../language.ts'
import type { Put } from './answer.ts'
import type { Crew } from './crew.ts'
import type { Together } from './together.ts'

/** So many cells are made in some hundredths of a second: sooner than another thread has them. */
const MANY: Readonly<Record<Format, number>> = {
  json: 150_000,
  csv: 10_000,
  arrow: 10_000,
  parquet: 10_000,
  xlsx: 2000,
}

export const isMuch = (cells: number, format: Format): boolean => cells > MANY[format]

/** Who makes it, and whether anybody still waits for it. */
type By = { crew: Crew; isWanted(): boolean }

/** A table as a file; a large one is written by a thread. */
export async function writtenBy(
  { crew, isWanted }: By,
  table: Table,
  format: FileFormat,
  language: Language,
): Promise<Written> {
  if (!isMuch(table.rows.length * table.columns.length, format)) return writtenAsFile(table, format, language)
  const body = await crew.do('write', { format, language, table: packed(table) }, isWanted)
  return { ...namedAs(table, format), body: bytesOf(body) }
}

/** The answer to a large question, made by a thread from beginning to end, once for all who ask it meanwhile. */
export const answeredBy = ({ crew, isWanted }: By, together: Together<Written>, put: Put): Promise<Written> =>
  together.once(JSON.stringify(put), isWanted, async (isWantedByAny) => {
    const { body, ...written } = await crew.do('answer', put, isWantedByAny)
    return { ...written, body: bytesOf(body) }
  })

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength)

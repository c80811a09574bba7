import { z } from 'zod'
import { checkEntries, type Entry } from './check.ts'
import { CatalogueError } from './problem.ts'

/** Reads a JSON catalogue file that holds a list; the row is the entry's place in the list, from 1. */
export function readList<T>(file: string, text: string, schema: z.ZodType<T>): Entry<T>[] {
  const list = z.array(z.unknown()).safeParse(parseJson(file, text))
  if (!list.success) throw wholeFile(file, 'en lista väntades')
  return checkEntries(
    file,
    list.data.map((value, index) => ({ row: index + 1, value })),
    schema,
  )
}

/** Reads a JSON catalogue file that holds one object. */
export function readObject<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const [entry] = checkEntries(file, [{ row: 1, value: parseJson(file, text) }], schema)
  return entry!.value
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wholeFile(file, 'filen är inte giltig JSON')
  }
}

function wholeFile(file: string, message: string): CatalogueError {
  return new CatalogueError([{ file, row: 1, column: '-', message }])
}

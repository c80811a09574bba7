import { CsvError, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { checkEntries, type Entry } from './check.ts'
import { CatalogueError, type Problem, refuse } from './problem.ts'

type Cells = Record<string, string>

/**
 * Reads a CSV catalogue file whose header names paths into the schema (`title.sv`). Every column must be there, and no
 * other; rows count from 1 at the header. `interpret` turns the texts of a row into the schema's types.
 */
export function readTable<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  columns: readonly string[],
  interpret: (cells: Cells) => unknown,
): Entry<T>[] {
  const records = parseCsv(file, text)
  refuse(headerProblems(file, Object.keys(records[0] ?? {}), columns))
  return checkEntries(
    file,
    records.map((cells, index) => ({ row: index + 2, value: interpret(cells) })),
    schema,
  )
}

/** Empty is null; text that is no number becomes NaN, which no schema takes. */
export function number(cell: string | undefined): number | null {
  return cell ? Number(cell) : null
}

export function flag(cell: string | undefined): boolean | string | undefined {
  return cell === 'true' ? true : cell === 'false' ? false : cell
}

/** The columns `name.sv` and `name.en` as one text in two languages. */
export function bilingual(cells: Cells, name: string): { sv: string | undefined; en: string | undefined } {
  return { sv: cells[`${name}.sv`], en: cells[`${name}.en`] }
}

function parseCsv(file: string, text: string): Cells[] {
  try {
    return parse<Cells>(text, { columns: true, bom: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const message = 'raden har fel antal kolumner eller trasiga citattecken'
    throw new CatalogueError([{ file, row: Number(error.lines), column: '-', message }])
  }
}

function headerProblems(file: string, found: readonly string[], expected: readonly string[]): Problem[] {
  const absent = expected.filter((column) => !found.includes(column))
  const strange = found.filter((column) => !expected.includes(column))
  return [
    ...absent.map((column) => ({ file, row: 1, column, message: 'kolumnen saknas' })),
    ...strange.map((column) => ({ file, row: 1, column, message: 'okänd kolumn' })),
  ]
}

import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { CatalogueError, type Problem, refuse } from './problem.ts'

/** An entry with the row it came from. */
export interface Entry<T> {
  row: number
  value: T
}

type Cells = Record<string, string>
const swedish = z.locales.sv().localeError

/**
 * Reads a CSV catalogue file whose header names paths into the schema (`title.sv`). Every column must be there, and no other.
 * `interpret` turns the texts of a row into the schema's types.
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
  return checked(
    file,
    records.map((cells, index) => ({ row: index + 2, value: interpret(cells) })),
    schema,
  )
}

/** Reads a JSON catalogue file that holds a list; the row is the entry's place in the list, from 1. */
export function readList<T>(file: string, text: string, schema: z.ZodType<T>): Entry<T>[] {
  const list = z.array(z.unknown()).safeParse(parseJson(file, text))
  if (!list.success) throw new CatalogueError([{ file, row: 1, column: '-', message: 'en lista väntades' }])
  return checked(
    file,
    list.data.map((value, index) => ({ row: index + 1, value })),
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

/** Problems where a value stands in more than one row. */
export function duplicates<T>(file: string, column: string, entries: readonly Entry<T>[], key: (value: T) => string) {
  const first = new Map<string, number>()
  const problems: Problem[] = []
  for (const { row, value } of entries) {
    const earlier = first.get(key(value))
    if (earlier === undefined) first.set(key(value), row)
    else problems.push({ file, row, column, message: `dubblett: "${key(value)}" står redan på rad ${earlier}` })
  }
  return problems
}

function checked<T>(file: string, entries: readonly Entry<unknown>[], schema: z.ZodType<T>): Entry<T>[] {
  const problems: Problem[] = []
  const good: Entry<T>[] = []
  for (const { row, value } of entries) {
    const result = schema.safeParse(value, { error: swedish })
    if (result.success) good.push({ row, value: result.data })
    else problems.push(...result.error.issues.map((issue) => problemOf(file, row, value, issue)))
  }
  refuse(problems)
  return good
}

function problemOf(file: string, row: number, value: unknown, issue: z.core.$ZodIssue): Problem {
  const missing = [undefined, null, ''].includes(at(value, issue.path) as string)
  return { file, row, column: issue.path.join('.') || '-', message: missing ? 'värde saknas' : issue.message }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

function parseCsv(file: string, text: string): Cells[] {
  try {
    return parse<Cells>(text, { columns: true, bom: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CatalogueError([
      {
        file,
        row: Number(error.lines),
        column: '-',
        message: 'raden har fel antal kolumner eller trasiga citattecken',
      },
    ])
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CatalogueError([{ file, row: 1, column: '-', message: 'filen är inte giltig JSON' }])
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

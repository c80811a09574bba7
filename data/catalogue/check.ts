import { z } from 'zod'
import { type Problem, refuse } from './problem.ts'

/** An entry of a file with the row it came from. */
export interface Entry<T> {
  row: number
  value: T
}

const swedish = z.locales.sv().localeError

/** The entries as the schema has them; everything that breaks it is refused together. */
export function checkEntries<T>(file: string, entries: readonly Entry<unknown>[], schema: z.ZodType<T>): Entry<T>[] {
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

/** Problems where a value that must be unique stands in more than one row. */
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

function problemOf(file: string, row: number, value: unknown, issue: z.core.$ZodIssue): Problem {
  const missing = [undefined, null, ''].includes(at(value, issue.path) as string)
  const column = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
  return { file, row, column: column || '-', message: missing ? 'värde saknas' : issue.message }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

import type { Instrument } from '../../data/instruments/definition.ts'
import { type Database, identifier, rowsOf } from '../../data/store/duckdb.ts'
import { personView } from '../../data/store/vault-persons.ts'

/** Persons of a year: of one kind or of any (`''`), in one code of a column or altogether (`''`). Exact: never leaves this process. */
type Count = { year: number; kind: string; column: string; code: string; persons: number }

/** How many persons a municipality's part of the vault holds, in every group of one column. */
export class PersonCounts {
  static readonly none = new PersonCounts()
  readonly #counts = new Map<string, number>()

  static async of(vault: Database, instrument: Instrument): Promise<PersonCounts> {
    const counts = new PersonCounts()
    for (const count of await counted(vault, instrument)) counts.#counts.set(keyOf(count), count.persons)
    return counts
  }

  persons(year: number, { kind = '', column = '', code = '' } = {}): number {
    return this.#counts.get(keyOf({ year, kind, column, code })) ?? 0
  }
}

const keyOf = ({ year, kind, column, code }: Omit<Count, 'persons'>): string => [year, kind, column, code].join(' ')

function counted(vault: Database, instrument: Instrument): Promise<Count[]> {
  const tables = [
    { kind: '', table: instrument.id as string },
    ...instrument.kinds.map(({ id }) => ({ kind: id as string, table: personView(instrument, id) })),
  ]
  const questions = tables.flatMap(({ kind, table }) => [
    question(table, kind),
    ...instrument.dimensions.map(({ id }) => question(table, kind, id)),
  ])
  return rowsOf<Count>(vault.connection, questions.join(' UNION ALL '))
}

function question(table: string, kind: string, column?: string): string {
  const code = column ? `coalesce(${identifier(column)}, '')` : "''"
  return `SELECT year::INTEGER AS year, '${kind}' AS kind, '${column ?? ''}' AS "column", ${code} AS code,
    count(DISTINCT pseudo_id)::INTEGER AS persons FROM ${identifier(table)} GROUP BY ALL`
}

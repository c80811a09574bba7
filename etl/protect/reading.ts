import type { DuckDBConnection } from '@duckdb/node-api'
import type { Database } from '../../data/store/duckdb.ts'
import { personsFrom, questionOf } from './person-columns.ts'
import type { Persons, YearPersons } from './persons.ts'
import type { KindPlan, Plan } from './plan.ts'

/** One municipality's year of an instrument, as the vault holds it. */
export interface VaultYear {
  municipality: string
  year: number
  persons: YearPersons
}

/** Walks through the vault by municipality and year, with one municipality's year in memory at a time. */
export async function* municipalityYears(vault: Database, plan: Plan): AsyncGenerator<VaultYear> {
  const readers = plan.kinds.map((kind) => yearsOfKind(vault, plan, kind))
  const heads = await Promise.all(readers.map((reader) => reader.next()))
  for (let first = earliest(heads); first; first = earliest(heads)) {
    const { municipality, year } = first
    const persons: YearPersons = new Map()
    for (const [i, head] of heads.entries()) {
      if (head.done || compare(head.value, first) !== 0) continue
      persons.set(plan.kinds[i]!.kind, head.value.persons)
      heads[i] = await readers[i]!.next()
    }
    yield { municipality, year, persons }
  }
}

interface Place {
  municipality: string
  year: number
}

type KindYear = Place & { persons: Persons }

function compare(a: Place, b: Place): number {
  if (a.municipality !== b.municipality) return a.municipality < b.municipality ? -1 : 1
  return a.year - b.year
}

function earliest(heads: IteratorResult<KindYear, void>[]): Place | undefined {
  return heads.flatMap((head) => (head.done ? [] : [head.value])).sort(compare)[0]
}

async function* yearsOfKind(vault: Database, { instrument }: Plan, kind: KindPlan): AsyncGenerator<KindYear, void> {
  let open: Rows | undefined
  for await (const rows of rowsInOrder(vault, questionOf(instrument, kind))) {
    if (open && compare(open, rows) !== 0) {
      yield { ...open, persons: personsFrom(open.columns, instrument, kind) }
      open = undefined
    }
    open = open ? { ...open, columns: open.columns.map((column, i) => column.concat(rows.columns[i]!)) } : rows
  }
  if (open) yield { ...open, persons: personsFrom(open.columns, instrument, kind) }
}

/** Rows of one place that came together; the columns after municipality and year. */
type Rows = Place & { columns: unknown[][] }

/** Streams on a connection of its own: another query on it would end the stream without a word. */
async function* rowsInOrder(vault: Database, question: string): AsyncGenerator<Rows> {
  const connection: DuckDBConnection = await vault.connect()
  try {
    const result = await connection.stream(question)
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      yield* byPlace(chunk.getColumns())
    }
  } finally {
    connection.closeSync()
  }
}

function* byPlace([municipalities, years, ...columns]: unknown[][]): Generator<Rows> {
  const rows = municipalities!.length
  for (let from = 0, to = 0; from < rows; from = to) {
    const place = { municipality: municipalities![from] as string, year: years![from] as number }
    while (to < rows && municipalities![to] === place.municipality && years![to] === place.year) to++
    yield { ...place, columns: columns.map((column) => column.slice(from, to)) }
  }
}

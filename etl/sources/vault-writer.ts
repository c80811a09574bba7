import { type DuckDBAppender, type DuckDBConnection, LIST, VARCHAR } from '@duckdb/node-api'
import type { Instrument } from '../../data/instruments/definition.ts'
import { scoreColumns, type VaultColumn, vaultColumns } from '../../data/store/vault.ts'
import { scoresOf } from '../check/row-rules.ts'
import type { ExtractRow } from '../check/rows.ts'

const ROWS_BETWEEN_FLUSHES = 50_000
const NAMES = LIST(VARCHAR)

type Append = (row: ExtractRow, scores: Record<string, number | null>) => void

/** Appends an extract's rows to the vault's table, composite scores computed on the way. */
export class VaultWriter {
  rows = 0
  readonly #appender: DuckDBAppender
  readonly #appends: Append[]
  readonly #hasScores: boolean

  private constructor(appender: DuckDBAppender, instrument: Instrument, extract: string) {
    this.#appender = appender
    this.#hasScores = scoreColumns(instrument).length > 0
    const scores = new Set(scoreColumns(instrument))
    this.#appends = vaultColumns(instrument).map((column) => appendOf(appender, column, extract, scores))
  }

  /** Works inside the connection's transaction. @param extract id of the extract that the rows belong to */
  static async open(connection: DuckDBConnection, instrument: Instrument, extract: string): Promise<VaultWriter> {
    return new VaultWriter(await connection.createAppender(instrument.id), instrument, extract)
  }

  add(row: ExtractRow): void {
    const scores = this.#hasScores ? scoresOf(row) : {}
    for (const append of this.#appends) append(row, scores)
    this.#appender.endRow()
    this.rows += 1
    if (this.rows % ROWS_BETWEEN_FLUSHES === 0) this.#appender.flushSync()
  }

  close(): void {
    this.#appender.closeSync()
  }
}

function appendOf(appender: DuckDBAppender, column: VaultColumn, extract: string, scores: Set<string>): Append {
  const { name } = column
  const append = typedAppend(appender, column)
  if (scores.has(name)) return (_, computed) => append(computed[name])
  const own = OWN[name]
  if (own) return (row) => append(own(row, extract))
  return ({ values }) => append(values[name])
}

/** The columns that are not answers. */
const OWN: Record<string, (row: ExtractRow, extract: string) => unknown> = {
  municipality: ({ values }) => values.kommun,
  year: ({ values }) => Number(String(values.manad).slice(0, 4)),
  month: ({ values }) => values.manad,
  extract: (_, extract) => extract,
  row: ({ row }) => row,
  not_applicable: ({ notApplicable }) => (notApplicable.length > 0 ? notApplicable : null),
}

function typedAppend(appender: DuckDBAppender, { type }: VaultColumn): (value: unknown) => void {
  const appends: Record<VaultColumn['type'], (value: never) => void> = {
    TEXT: (value: string) => appender.appendVarchar(value),
    SMALLINT: (value: number) => appender.appendSmallInt(value),
    INTEGER: (value: number) => appender.appendInteger(value),
    DOUBLE: (value: number) => appender.appendDouble(value),
    'TEXT[]': (value: string[]) => appender.appendList(value, NAMES),
  }
  const append = appends[type]
  return (value) => (value == null ? appender.appendNull() : append(value as never))
}

import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  SMALLINT,
  VARCHAR,
} from '@duckdb/node-api'
import type { Instrument } from '../../data/instruments/definition.ts'
import { scoreColumns, type VaultColumn, vaultColumns } from '../../data/store/vault.ts'
import { scoresOf } from '../check/row-rules.ts'
import type { ExtractRow } from '../check/rows.ts'

/** As many rows as DuckDB takes at once. */
const CHUNK = 2048
const CHUNKS_BETWEEN_FLUSHES = 24

const TYPES = { TEXT: VARCHAR, SMALLINT, INTEGER, DOUBLE, 'TEXT[]': LIST(VARCHAR) }

type Scores = Record<string, number | null>
type ValueOf = (row: ExtractRow, scores: Scores) => unknown

/** Appends an extract's rows to the vault's table by whole columns, composite scores computed on the way. */
export class VaultWriter {
  rows = 0
  readonly #appender: DuckDBAppender
  readonly #columns: { type: VaultColumn['type']; answerOf: ValueOf; values: DuckDBValue[] }[]
  readonly #hasScores: boolean

  private constructor(appender: DuckDBAppender, instrument: Instrument, extract: string) {
    this.#appender = appender
    this.#hasScores = scoreColumns(instrument).length > 0
    const scores = new Set(scoreColumns(instrument))
    this.#columns = vaultColumns(instrument).map(({ name, type }) => {
      return { type, answerOf: answerOf(name, extract, scores), values: [] }
    })
  }

  /** Works inside the connection's transaction. @param extract id of the extract that the rows belong to */
  static async open(connection: DuckDBConnection, instrument: Instrument, extract: string): Promise<VaultWriter> {
    return new VaultWriter(await connection.createAppender(instrument.id), instrument, extract)
  }

  add(row: ExtractRow): void {
    const scores = this.#hasScores ? scoresOf(row) : {}
    for (const { answerOf, values } of this.#columns) values.push((answerOf(row, scores) ?? null) as DuckDBValue)
    this.rows += 1
    if (this.rows % CHUNK === 0) this.#append()
    if (this.rows % (CHUNK * CHUNKS_BETWEEN_FLUSHES) === 0) this.#appender.flushSync()
  }

  close(): void {
    this.#append()
    this.#appender.closeSync()
  }

  #append(): void {
    if (this.#columns[0]!.values.length === 0) return
    const chunk = DuckDBDataChunk.create(this.#columns.map(({ type }) => TYPES[type]))
    chunk.setColumns(this.#columns.map(({ values }) => values))
    this.#appender.appendDataChunk(chunk)
    for (const column of this.#columns) column.values = []
  }
}

function answerOf(name: string, extract: string, scores: Set<string>): ValueOf {
  if (scores.has(name)) return (_, computed) => computed[name]
  const own = OWN[name]
  return own ? (row) => own(row, extract) : ({ values }) => values[name]
}

/** The columns that are not answers. */
const OWN: Record<string, (row: ExtractRow, extract: string) => unknown> = {
  municipality: ({ values }) => values.kommun,
  year: ({ values }) => Number(String(values.manad).slice(0, 4)),
  month: ({ values }) => values.manad,
  extract: (_, extract) => extract,
  row: ({ row }) => row,
  not_applicable: ({ notApplicable }) => (notApplicable.length > 0 ? listValue(notApplicable) : null),
}

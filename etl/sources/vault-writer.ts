import { type DuckDBAppender, type DuckDBConnection, LIST, VARCHAR } from '@duckdb/node-api'
import type { Instrument } from '../../data/instruments/definition.ts'
import { type VaultColumn, vaultColumns } from '../../data/store/vault.ts'
import { scoresOf } from '../check/row-rules.ts'
import type { ExtractRow } from '../check/rows.ts'

const ROWS_BETWEEN_FLUSHES = 50_000
const NAMES = LIST(VARCHAR)

/** Appends an extract's rows to the vault's table, composite scores computed on the way. */
export class VaultWriter {
  rows = 0
  readonly #appender: DuckDBAppender
  readonly #instrument: Instrument
  readonly #columns: VaultColumn[]
  readonly #extract: string

  private constructor(appender: DuckDBAppender, instrument: Instrument, extract: string) {
    this.#appender = appender
    this.#instrument = instrument
    this.#columns = vaultColumns(instrument)
    this.#extract = extract
  }

  /** Works inside the connection's transaction. @param extract id of the extract that the rows belong to */
  static async open(connection: DuckDBConnection, instrument: Instrument, extract: string): Promise<VaultWriter> {
    return new VaultWriter(await connection.createAppender(instrument.id), instrument, extract)
  }

  add(row: ExtractRow): void {
    const stored = this.#storedRow(row)
    for (const { name, type } of this.#columns) this.#append(stored[name], type)
    this.#appender.endRow()
    this.rows += 1
    if (this.rows % ROWS_BETWEEN_FLUSHES === 0) this.#appender.flushSync()
  }

  close(): void {
    this.#appender.closeSync()
  }

  #storedRow(row: ExtractRow): Record<string, unknown> {
    const { values, notApplicable } = row
    return {
      ...values,
      ...(this.#instrument.id === 'asi' && scoresOf(row)),
      municipality: values.kommun,
      year: Number(String(values.manad).slice(0, 4)),
      month: values.manad,
      extract: this.#extract,
      row: row.row,
      not_applicable: notApplicable.length > 0 ? notApplicable : null,
    }
  }

  #append(value: unknown, type: VaultColumn['type']): void {
    if (value === null || value === undefined) this.#appender.appendNull()
    else if (type === 'TEXT') this.#appender.appendVarchar(value as string)
    else if (type === 'SMALLINT') this.#appender.appendSmallInt(value as number)
    else if (type === 'INTEGER') this.#appender.appendInteger(value as number)
    else if (type === 'DOUBLE') this.#appender.appendDouble(value as number)
    else this.#appender.appendList(value as string[], NAMES)
  }
}

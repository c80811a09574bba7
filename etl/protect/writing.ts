import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER, SMALLINT } from '@duckdb/node-api'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import type { Answers } from './answers.ts'

/** What is shown of a municipality's year. */
export interface AnsweredYear {
  municipality: string
  year: number
  answers: Answers
}

/** What is added to an instrument's own numbers of measures and cells, so that they are unique in the release. */
export interface Offsets {
  measure: number
  cell: number
}

/** Every table: the types of its columns, and in which order its rows lie. */
const TABLES = {
  protected_figure: {
    types: [SMALLINT, SMALLINT, SMALLINT, SMALLINT, INTEGER, DOUBLE, DOUBLE],
    order: 'measure, cell, municipality, year',
  },
  protected_bar: {
    types: [SMALLINT, SMALLINT, SMALLINT, SMALLINT, SMALLINT, SMALLINT, SMALLINT],
    order: 'measure, cell, municipality, year, first',
  },
  protected_non_response: {
    types: [SMALLINT, SMALLINT, SMALLINT, SMALLINT],
    order: 'measure, municipality, year',
  },
}

type Table = keyof typeof TABLES

const gathering = (table: string): string => `gathered_${table}`

/** Makes room to gather figures in as they come. */
export async function beginGathering(release: DuckDBConnection): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    await release.run(`CREATE OR REPLACE TEMP TABLE ${gathering(table)} AS FROM ${table} LIMIT 0`)
  }
}

/** Lays what was gathered down in the release, in order: a question reads a few neighbouring blocks. */
export async function layInOrder(release: DuckDBConnection): Promise<void> {
  for (const [table, { order }] of Object.entries(TABLES)) {
    await release.run(`INSERT INTO ${table} FROM ${gathering(table)} ORDER BY ${order}`)
    await release.run(`DROP TABLE ${gathering(table)}`)
  }
}

export async function gather(release: DuckDBConnection, years: readonly AnsweredYear[], add: Offsets): Promise<void> {
  await append(release, 'protected_figure', years, ({ answers: { figures }, ...place }) => [
    figures.measure.map((number) => number + add.measure),
    figures.cell.map((number) => number + add.cell),
    ...placed(place, figures.measure.length),
    figures.count,
    figures.low,
    figures.high,
  ])
  await append(release, 'protected_bar', years, ({ answers: { bars }, ...place }) => [
    bars.measure.map((number) => number + add.measure),
    bars.cell.map((number) => number + add.cell),
    ...placed(place, bars.measure.length),
    bars.first,
    bars.last,
    bars.percent,
  ])
  await append(release, 'protected_non_response', years, ({ answers: { nonResponse }, ...place }) => [
    nonResponse.measure.map((number) => number + add.measure),
    ...placed(place, nonResponse.measure.length),
    nonResponse.percent,
  ])
}

/** The columns municipality and year. */
function placed({ municipality, year }: Pick<AnsweredYear, 'municipality' | 'year'>, rows: number): number[][] {
  return [Array<number>(rows).fill(Number(municipality)), Array<number>(rows).fill(year)]
}

/** As many rows as DuckDB takes at once. */
const CHUNK = 2048

/** Appends each year's rows by whole columns: value by value takes as long as working the figures out. */
async function append(
  release: DuckDBConnection,
  table: Table,
  years: readonly AnsweredYear[],
  columnsOf: (year: AnsweredYear) => (number | null)[][],
): Promise<void> {
  const appender = await release.createAppender(gathering(table), 'main', 'temp')
  for (const year of years) {
    const columns = columnsOf(year)
    for (let from = 0; from < columns[0]!.length; from += CHUNK) {
      const chunk = DuckDBDataChunk.create(TABLES[table].types)
      chunk.setColumns(columns.map((column) => column.slice(from, from + CHUNK)))
      appender.appendDataChunk(chunk)
    }
  }
  appender.closeSync()
}

/**
 * The instrument's measures and cells by number.
 * @param deviations standard deviations by the measure's number in the instrument
 */
export async function writeCatalogue(
  release: DuckDBConnection,
  instrument: Instrument,
  deviations: ReadonlyMap<number, number>,
  add: Offsets,
): Promise<void> {
  const measures = await release.createAppender('protected_measure')
  for (const [number, { id }] of instrument.measures.entries()) {
    measures.appendSmallInt(number + add.measure)
    measures.appendVarchar(instrument.id)
    measures.appendVarchar(id)
    const deviation = deviations.get(number)
    if (deviation === undefined) measures.appendNull()
    else measures.appendDouble(deviation)
    measures.endRow()
  }
  measures.closeSync()
  const cells = await release.createAppender('protected_cell')
  for (const [number, { name }] of cellsOf(instrument).entries()) {
    cells.appendSmallInt(number + add.cell)
    cells.appendVarchar(instrument.id)
    cells.appendVarchar(name)
    cells.endRow()
  }
  cells.closeSync()
}

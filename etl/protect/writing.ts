import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
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

/** Every table, and in which order its rows lie. */
const TABLES = {
  protected_figure: 'measure, cell, municipality, year',
  protected_step: 'measure, cell, municipality, year, first',
  protected_non_response: 'measure, municipality, year',
}

const gathering = (table: string): string => `gathered_${table}`

/** Makes room to gather figures in as they come. */
export async function beginGathering(release: DuckDBConnection): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    await release.run(`CREATE OR REPLACE TEMP TABLE ${gathering(table)} AS FROM ${table} LIMIT 0`)
  }
}

/** Lays what was gathered down in the release, in order: a question reads a few neighbouring blocks. */
export async function layInOrder(release: DuckDBConnection): Promise<void> {
  for (const [table, order] of Object.entries(TABLES)) {
    await release.run(`INSERT INTO ${table} FROM ${gathering(table)} ORDER BY ${order}`)
    await release.run(`DROP TABLE ${gathering(table)}`)
  }
}

export async function gather(release: DuckDBConnection, years: readonly AnsweredYear[], add: Offsets): Promise<void> {
  await appending(release, 'protected_figure', (appender) => {
    for (const year of years) appendFigures(appender, year, add)
  })
  await appending(release, 'protected_step', (appender) => {
    for (const year of years) appendSteps(appender, year, add)
  })
  await appending(release, 'protected_non_response', (appender) => {
    for (const year of years) appendNonResponse(appender, year, add)
  })
}

async function appending(release: DuckDBConnection, table: string, work: (appender: DuckDBAppender) => void) {
  const appender = await release.createAppender(gathering(table), 'main', 'temp')
  work(appender)
  appender.closeSync()
}

function appendFigures(appender: DuckDBAppender, { municipality, year, answers }: AnsweredYear, add: Offsets): void {
  const { measure, cell, count, value, bound } = answers.figures
  for (let i = 0; i < measure.length; i++) {
    appender.appendSmallInt(measure[i]! + add.measure)
    appender.appendSmallInt(cell[i]! + add.cell)
    appender.appendSmallInt(Number(municipality))
    appender.appendSmallInt(year)
    appender.appendInteger(count[i]!)
    if (value[i] === null) appender.appendNull()
    else appender.appendDouble(value[i]!)
    appender.appendTinyInt(bound[i]!)
    appender.endRow()
  }
}

function appendSteps(appender: DuckDBAppender, { municipality, year, answers }: AnsweredYear, add: Offsets): void {
  const { measure, cell, first, last, count } = answers.steps
  for (let i = 0; i < measure.length; i++) {
    appender.appendSmallInt(measure[i]! + add.measure)
    appender.appendSmallInt(cell[i]! + add.cell)
    appender.appendSmallInt(Number(municipality))
    appender.appendSmallInt(year)
    appender.appendSmallInt(first[i]!)
    appender.appendSmallInt(last[i]!)
    appender.appendInteger(count[i]!)
    appender.endRow()
  }
}

function appendNonResponse(
  appender: DuckDBAppender,
  { municipality, year, answers }: AnsweredYear,
  add: Offsets,
): void {
  const { measure, percent } = answers.nonResponse
  for (let i = 0; i < measure.length; i++) {
    appender.appendSmallInt(measure[i]! + add.measure)
    appender.appendSmallInt(Number(municipality))
    appender.appendSmallInt(year)
    appender.appendSmallInt(percent[i]!)
    appender.endRow()
  }
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

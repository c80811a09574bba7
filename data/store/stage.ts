import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { quoted } from './duckdb.ts'
import type { Figure, FigureSource } from './figure.ts'

/** What a figure is known by, and what it says. */
export const KEY = 'indicator, sex, period, municipality'
export const CONTENT = 'value, status, token, numerator, denominator, lower, upper, source'

/** Figures on their way in: in tables that vanish with the connection, so that nothing refused is left anywhere. */
export type Stage = {
  add(figure: Figure, source: FigureSource, file: number): void
  /**
   * Takes many figures where they are.
   * @param select indicator, sex, period, municipality, value, status, token and deleted, out of a temporary table that stays:
   * each told once, and nothing wrong with any
   */
  take(select: string, source: FigureSource, file: number): Promise<void>
  rows(): number
  close(): void
}

/** Begins a delivery (`stage`). Where several files hold the same figure, that of the highest `file` number stands. */
export async function openStage(connection: DuckDBConnection): Promise<Stage> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE singly AS
    SELECT ${KEY}, ${CONTENT}, false AS deleted, 0::INTEGER AS file FROM figure LIMIT 0`)
  const sets: string[] = []
  await show(connection, sets)
  const appender = await connection.createAppender('singly', 'main', 'temp')
  let rows = 0
  return {
    add(figure, source, file) {
      appendFigure(appender, figure)
      appender.appendVarchar(source)
      appender.appendBoolean(figure.deleted ?? false)
      appender.appendInteger(file)
      appender.endRow()
      rows++
    },
    async take(select, source, file) {
      sets.push(`SELECT ${KEY}, value, status, token, ${NOTHING_BESIDE}, ${quoted(source)} AS source, deleted,
        ${file}::INTEGER AS file FROM (${select})`)
      await show(connection, sets)
    },
    rows: () => rows,
    close: () => appender.closeSync(),
  }
}

const NOTHING_BESIDE = ['numerator', 'denominator', 'lower', 'upper'].map((name) => `NULL::DOUBLE AS ${name}`).join()

/** `singly`: what was added; `taken`: what was taken many at a time; `stage`: all of it. */
async function show(connection: DuckDBConnection, sets: readonly string[]): Promise<void> {
  const taken = sets.length > 0 ? sets.join(' UNION ALL ') : 'FROM singly LIMIT 0'
  await connection.run(`CREATE OR REPLACE TEMP VIEW taken AS ${taken}`)
  await connection.run('CREATE OR REPLACE TEMP VIEW stage AS FROM singly UNION ALL FROM taken')
}

/** Puts other figures in the place of all that was staged. @param select of the columns of `stage` */
export async function restage(connection: DuckDBConnection, select: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE singly AS ${select}`)
  await show(connection, [])
}

/** Appends key and content of a figure, up to but not including its source. */
function appendFigure(appender: DuckDBAppender, figure: Figure): void {
  appender.appendVarchar(figure.indicator)
  appender.appendVarchar(figure.sex)
  appender.appendSmallInt(figure.period)
  appender.appendVarchar(figure.municipality)
  appendNumber(appender, figure.value)
  appendText(appender, figure.status)
  appendText(appender, figure.token)
  appendNumber(appender, figure.numerator)
  appendNumber(appender, figure.denominator)
  appendNumber(appender, figure.lower ?? null)
  appendNumber(appender, figure.upper ?? null)
}

function appendNumber(appender: DuckDBAppender, value: number | null): void {
  value === null ? appender.appendNull() : appender.appendDouble(value)
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  value === null ? appender.appendNull() : appender.appendVarchar(value)
}

import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { SEXES } from '../figures/places.ts'
import { type Figure, type FigureSource, figureSources, type Status } from './figure.ts'
import { SEX_TOLD, SOURCES } from './figure-numbers.ts'

/** What a figure is known by, and what is beside its value: columns of the numbered tables. */
export const KEY = 'indicator, sex, period, place'
export const BESIDE = 'numerator, denominator, lower, upper'

/** Why there is no value, and how the source printed that. */
type Mark = { status: Status | null; token: string | null }

/** Figures that stand in a table: each told once, and nothing wrong with any. */
export type TakenSet = {
  /**
   * SQL out of a temporary table that stays: indicator, sex, period, place, value, mark and deleted. An indicator, a place and
   * a mark are told by where they stand in the lists, from 0; sex as the store numbers it; mark NULL where there is a value.
   */
  select: string
  indicators: readonly string[]
  places: readonly string[]
  marks: readonly Mark[]
}

/** Figures on their way in: in tables that vanish with the connection, so that nothing refused is left anywhere. */
export type Stage = {
  add(figure: Figure, source: FigureSource, file: number): void
  /** Takes many figures where they are. */
  take(set: TakenSet, source: FigureSource, file: number): Promise<void>
  rows(): number
  close(): void
}

/** What was added one by one. source: its place among `figureSources`; file: of several with the same figure the last stands. */
const SINGLY = `
  CREATE OR REPLACE TEMP TABLE singly (indicator INTEGER, sex TINYINT, period SMALLINT, place INTEGER, value DOUBLE, mark INTEGER,
    numerator DOUBLE, denominator DOUBLE, lower DOUBLE, upper DOUBLE, source TINYINT, deleted BOOLEAN, file INTEGER);
  CREATE OR REPLACE TEMP TABLE staged_indicator (number INTEGER, id TEXT);
  CREATE OR REPLACE TEMP TABLE staged_place (number INTEGER, code TEXT);
  CREATE OR REPLACE TEMP TABLE staged_mark (number INTEGER, status TEXT, token TEXT);`

/** All that was staged, in texts. */
const STAGE = `
  CREATE OR REPLACE TEMP VIEW stage AS
  SELECT id AS indicator, ${SEX_TOLD} AS sex, period, code AS municipality, value, status, token, ${BESIDE},
    ${SOURCES}[source + 1] AS source, deleted, file
  FROM staged JOIN staged_indicator ON staged_indicator.number = indicator JOIN staged_place ON staged_place.number = place
    LEFT JOIN staged_mark ON staged_mark.number = mark`

/**
 * Begins a delivery (`stage`; in numbers of its own `staged`, of which what was taken many at a time stands `together`). Where
 * several files hold the same figure, that of the highest `file` number stands.
 */
export async function openStage(connection: DuckDBConnection): Promise<Stage> {
  await connection.run(SINGLY)
  const listOf = async <Text>(table: string, append: (appender: DuckDBAppender, text: Text) => void) =>
    new List(await connection.createAppender(table, 'main', 'temp'), append)
  const indicators = await listOf<string>('staged_indicator', appendText)
  const places = await listOf<string>('staged_place', appendText)
  const marks = await listOf<Mark>('staged_mark', (appender, { status, token }) => {
    appendText(appender, status)
    appendText(appender, token)
  })
  const sets: string[] = []
  await show(connection, sets)
  const appender = await connection.createAppender('singly', 'main', 'temp')
  let rows = 0
  return {
    add(figure, source, file) {
      const { status, token } = figure
      appender.appendInteger(indicators.numberOf(figure.indicator, figure.indicator))
      appender.appendTinyInt(SEXES.indexOf(figure.sex))
      appender.appendSmallInt(figure.period)
      appender.appendInteger(places.numberOf(figure.municipality, figure.municipality))
      appendNumber(appender, figure.value)
      if (status === null && token === null) appender.appendNull()
      else appender.appendInteger(marks.numberOf(`${status} ${token}`, { status, token }))
      for (const number of [figure.numerator, figure.denominator, figure.lower, figure.upper])
        appendNumber(appender, number ?? null)
      appender.appendTinyInt(figureSources.indexOf(source))
      appender.appendBoolean(figure.deleted ?? false)
      appender.appendInteger(file)
      appender.endRow()
      rows++
    },
    async take(set, source, file) {
      const from = [indicators.add(set.indicators), places.add(set.places), marks.add(set.marks)]
      sets.push(`
        SELECT indicator::INTEGER + ${from[0]} AS indicator, sex::TINYINT AS sex, period, place::INTEGER + ${from[1]} AS place, value,
          mark::INTEGER + ${from[2]} AS mark, ${NOTHING_BESIDE}, ${figureSources.indexOf(source)}::TINYINT AS source, deleted,
          ${file}::INTEGER AS file, true AS together FROM (${set.select})`)
      await show(connection, sets)
    },
    rows: () => rows,
    close() {
      for (const one of [indicators, places, marks, appender]) one.closeSync()
    },
  }
}

const NOTHING_BESIDE = BESIDE.split(', ')
  .map((name) => `NULL::DOUBLE AS ${name}`)
  .join()

async function show(connection: DuckDBConnection, sets: readonly string[]): Promise<void> {
  const staged = ['SELECT *, false AS together FROM singly', ...sets]
  await connection.run(`CREATE OR REPLACE TEMP VIEW staged AS ${staged.join(' UNION ALL ')}`)
  await connection.run(STAGE)
}

/** Texts in the order that they came, which is their number. */
class List<Text> {
  readonly #appender: DuckDBAppender
  readonly #append: (appender: DuckDBAppender, text: Text) => void
  readonly #known = new Map<string, number>()
  #length = 0

  constructor(appender: DuckDBAppender, append: (appender: DuckDBAppender, text: Text) => void) {
    this.#appender = appender
    this.#append = append
  }

  numberOf(name: string, text: Text): number {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    this.#known.set(name, this.#length)
    return this.add([text])
  }

  /** @returns number of the first */
  add(texts: readonly Text[]): number {
    const first = this.#length
    for (const text of texts) {
      this.#appender.appendInteger(this.#length++)
      this.#append(this.#appender, text)
      this.#appender.endRow()
    }
    return first
  }

  closeSync(): void {
    this.#appender.closeSync()
  }
}

function appendNumber(appender: DuckDBAppender, value: number | null): void {
  value === null ? appender.appendNull() : appender.appendDouble(value)
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  value === null ? appender.appendNull() : appender.appendVarchar(value)
}

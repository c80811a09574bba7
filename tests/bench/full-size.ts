import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { storeTold } from '../../data/store/figure-numbers.ts'
import { openFigures, storeDefinitions } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { outsideCatalogue } from '../../etl/sources/outside-catalogue.ts'

/** How large a Kolada is made up: all of it is 6,100 indicators and 25 years, about 36 million values. */
export type Size = { indicators: number; years: number }
export const FULL: Size = { indicators: 6100, years: 25 }
/** A fifth of Kolada. */
export const FIFTH: Size = { indicators: 1230, years: 25 }
/** A tenth. */
export const TENTH: Size = { indicators: 610, years: 25 }

export const LAST_YEAR = 2024

/**
 * What each indicator is like, from its number alone: for which sexes, since and until when, how often, how many take part.
 * A third is for women and men too; a sixth has ended; a fifth is collected every other year; some are of few municipalities.
 */
const PLANS = `
  CREATE TEMP TABLE plan AS SELECT number, id,
    CASE WHEN hash(number, 'sex') % 3 = 0 THEN ['T', 'K', 'M'] ELSE ['T'] END AS sexes,
    CASE WHEN hash(number, 'ended') % 6 = 0 THEN $last - 1 - (hash(number, 'last') % 8)::INTEGER ELSE $last END AS final,
    least(final, $last - (hash(number, 'first') % $years)::INTEGER) AS first,
    CASE WHEN hash(number, 'step') % 5 = 0 THEN 2 ELSE 1 END AS step,
    CASE hash(number, 'cover') % 8 WHEN 0 THEN 25 WHEN 1 THEN 60 ELSE 96 END AS cover,
    20.0 + hash(number, 'level') % 60 AS level
  FROM wanted`

const VALUES = `
  CREATE OR REPLACE TEMP TABLE made AS
  WITH drawn AS (
    SELECT id, sex, period, code, level, size, hash(number, sex, period, code) AS chance,
      hash(number, sex, code) % 1000 / 50.0 AS own, hash(number, code) % 100 < cover AS takes_part
    FROM plan, unnest(sexes) AS sex(sex), range(final, first - 1, -step) AS period(period), municipality
    WHERE number BETWEEN $from AND $to)
  SELECT id AS indicator, sex, period::SMALLINT AS period, code AS municipality,
    CASE WHEN chance % 100 < 95 THEN round(level + own + ((chance // 100 % 1000)::INTEGER - 500) / 250 * sqrt(20000 / size), 1) END AS value,
    CASE WHEN chance % 100 < 95 THEN NULL WHEN chance % 100 < 98 THEN 'missing' ELSE 'secrecy' END AS status,
    NULL::TEXT AS token, 'kolada' AS source, '2025-01-01T00:00:00.000Z' AS loaded_at
  FROM drawn WHERE takes_part ORDER BY id, sex, period, code`

const AT_ONCE = 400

/** Fills a home's figures with a made-up Kolada. Only for measuring. @returns how many values */
export async function storeFullSize(home: Home, size: Size): Promise<number> {
  const figures = await openFigures(home.figures)
  try {
    const { connection } = figures
    const wanted = indicatorsOf(size)
    const declared = new Map(wanted.filter(({ id }) => !catalogue().indicatorById.has(id)).map((one) => [one.id, one]))
    await storeDefinitions(connection, { declared, described: [], groups: [], surveys: new Map() })
    await storePlans(connection, wanted, size)
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      await connection.run(VALUES, { from, to: from + AT_ONCE - 1 })
      await storeTold(connection, 'figure', 'FROM made')
    }
    const [[values]] = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM stored_figure')).getRows() as [
      [number],
    ]
    return values
  } finally {
    figures.close()
  }
}

async function storePlans(connection: DuckDBConnection, wanted: readonly Indicator[], { years }: Size): Promise<void> {
  await connection.run('CREATE TEMP TABLE wanted (number INTEGER, id TEXT)')
  await connection.run('CREATE TEMP TABLE municipality (code TEXT, size DOUBLE)')
  const indicators = await connection.createAppender('wanted', 'main', 'temp')
  for (const [number, { id }] of wanted.entries()) {
    indicators.appendInteger(number)
    indicators.appendVarchar(id)
    indicators.endRow()
  }
  indicators.closeSync()
  const places = await connection.createAppender('municipality', 'main', 'temp')
  for (const { code, size } of placesOf()) {
    places.appendVarchar(code)
    places.appendDouble(size)
    places.endRow()
  }
  places.closeSync()
  await connection.run(PLANS, { last: LAST_YEAR, years })
}

const placesOf = () => [
  ...catalogue().municipalities.map(({ code, population }) => ({ code, size: population })),
  ...catalogue().regions.map(({ code }) => ({ code, size: 1_000_000 })),
]

/** Kolada's divisions, about as many as it has. */
const AREAS = ['Förskola', 'Grundskola', 'Gymnasieskola', 'Äldreomsorg', 'Samhällsskydd', 'Miljö', 'Kultur', 'Ekonomi']

/** The catalogue's indicators, then others. */
const indicatorsOf = (size: Size): Indicator[] =>
  [...catalogue().indicators, ...otherIndicators(size)].slice(0, size.indicators)

/** As many indicators outside the catalogue: none has a kind or limits that made-up values would break. */
export const foreignIndicators = (size: Size): Indicator[] =>
  otherIndicators({ ...size, indicators: catalogue().indicators.length + size.indicators })

/** Indicators outside the catalogue, as Kolada would describe them. */
export function otherIndicators({ indicators }: Size): Indicator[] {
  return Array.from({ length: Math.max(0, indicators - catalogue().indicators.length) }, (_, index) =>
    outsideCatalogue({
      id: `N${70_000 + index}`,
      title: `Påhittad indikator ${index} inom kommunens verksamhet, andel (%)`,
      area: AREAS[index % AREAS.length]!,
      bySex: false,
    }),
  )
}

/**
 * Everything that is ever asked of a release's tables (release.sql), in the SQL that DuckDB and PostgreSQL have in
 * common. Values are bound by name; what is written into a text is a number of our own making.
 */

/** The release itself: its definitions, read once when it is opened. */
export type DefinitionTable = 'indicator' | 'municipality' | 'comparison_group'
export const definitionsIn = (table: DefinitionTable) =>
  `SELECT CAST(definition AS TEXT) AS definition FROM ${table} ORDER BY position`
export const HELD = 'SELECT id FROM release WHERE id = $id'
export const PLACES = 'SELECT code FROM place ORDER BY number'
export const MARKS = 'SELECT status FROM mark ORDER BY number'
export const ORIGINS = 'SELECT source, loaded_at AS "loadedAt" FROM origin ORDER BY number'
export const PUBLISHED =
  'SELECT id, title, description, next_publication AS "nextPublication" FROM published_indicator ORDER BY id'
export const COVERAGE = `
  SELECT indicator.id, coverage.period, coverage.municipalities, coverage.everyone
  FROM coverage JOIN indicator ON coverage.indicator = indicator.position ORDER BY indicator.position, coverage.period`
export const RECKONED = 'SELECT indicator, latest, decimals, whole FROM reckoned ORDER BY indicator'
export const NOISE = 'SELECT indicator, sex, up_to AS "upTo", n, sd FROM noise ORDER BY indicator, sex, up_to'
export const SEARCH_INDEX = `
  SELECT words, starts, entries, in_title, lengths, title_order FROM search_index WHERE language = $language`
export const surveysWhere = (condition: string) =>
  `SELECT CAST(definition AS TEXT) AS definition FROM survey WHERE ${condition} ORDER BY id`

/** One indicator for one sex: all its values, what stands beside them, and the limits of ranks. */
export const VALUES =
  'SELECT period, place, value, mark, origin FROM figure WHERE indicator = $indicator AND sex = $sex'
export const BESIDE_VALUES = `
  SELECT period, place, numerator, denominator, lower, upper, previous_value, previous_status, previous_loaded_at
  FROM beside WHERE indicator = $indicator AND sex = $sex`
/** Which indicators, and of which sex, have rows there at all: of most nothing has to be asked. */
export const IN_BESIDE = 'SELECT DISTINCT indicator, sex FROM beside'
export const IN_RANK_LIMITS = 'SELECT DISTINCT indicator, sex FROM rank_limit'
export const RANK_LIMITS = 'SELECT place, lower, upper FROM rank_limit WHERE indicator = $indicator AND sex = $sex'

/** Some places, some indicators: these are gone on with by `amongPlaces` and `amongNumbers`. */
export const STANDING = `
  SELECT indicator, value, mark, origin, n, lower, upper, rank, ranked, change, chi_square, sd, year_1, year_2, year_3, year_4,
    other_period, other_value, place
  FROM standing WHERE sex = $sex`
const BY_PLACE = 'SELECT place, indicator, period, value, mark, origin, rank FROM figure_by_place WHERE sex = $sex'
export const IN_YEAR = `${BY_PLACE} AND period = $period`
export const BEFORE_YEAR = `${BY_PLACE} AND period < $period`
export const BESIDE_PLACES = `
  SELECT place, indicator, period, numerator, denominator, lower, upper FROM beside
  WHERE sex = $sex AND period <= $period
    AND (numerator IS NOT NULL OR denominator IS NOT NULL OR lower IS NOT NULL)`
export const LATEST_VALUES = 'SELECT place, indicator, value FROM standing WHERE sex = $sex'
export const YEAR_VALUES = 'SELECT place, indicator, value FROM figure_by_place WHERE sex = $sex AND period = $period'
export const ALL_YEARS = 'SELECT indicator, period, value FROM figure_by_place WHERE sex = 0'
const STATED = 'indicator, count, missing, mean, median, q1, q3, min, max, country, based, best'
export const OF_GROUP = `SELECT ${STATED} FROM statistics WHERE members = $members AND sex = $sex`
export const OF_YEAR = `SELECT ${STATED} FROM yearly_statistics WHERE sex = $sex AND period = $period`
export const GROUP_RANKS =
  'SELECT indicator, rank FROM group_rank WHERE members = $members AND place = $place AND sex = $sex'

/** What sources have revised; `$…` NULL stands for all. */
const REVISED = `
  FROM value WHERE previous_loaded_at IS NOT NULL AND municipality NOT LIKE '00%'
    AND (CAST($indicator AS TEXT) IS NULL OR indicator = $indicator)
    AND (CAST($municipality AS TEXT) IS NULL OR municipality = $municipality)
    AND (CAST($since AS TEXT) IS NULL OR loaded_at > $since)`
export const COUNT_REVISED = `SELECT CAST(count(*) AS INTEGER) AS count ${REVISED}`
export const INDICATORS_REVISED = `SELECT DISTINCT indicator ${REVISED} ORDER BY 1`
export const LATEST_REVISED = `
  SELECT indicator, municipality, period, sex, previous_value AS before, previous_status AS "beforeStatus",
    previous_loaded_at AS "beforeLoadedAt", value AS now, status AS "nowStatus", loaded_at AS "revisedAt", source
  ${REVISED} ORDER BY loaded_at DESC, indicator, period DESC, municipality, sex LIMIT $count`

/** Units of municipalities: of which indicators there are any, and all that is published of an indicator in one municipality. */
export const BY_UNIT =
  'SELECT DISTINCT id FROM unit_figure JOIN indicator ON indicator.position = unit_figure.indicator'
export const UNIT_FIGURES = `
  SELECT unit.id, unit.name, period, value, status, source, loaded_at AS "loadedAt"
  FROM unit_figure JOIN unit ON unit.number = unit_figure.unit
  WHERE indicator = $indicator AND sex = $sex AND place = $place ORDER BY period, unit.number`

/** The protected figures of ASI and UBU: how they are numbered, those of one measure and cell, and those of many. */
export const PROTECTED_MEASURES = 'SELECT number, id, deviation FROM protected_measure WHERE instrument = $instrument'
export const PROTECTED_CELLS = 'SELECT number, name FROM protected_cell WHERE instrument = $instrument'
export const PROTECTED_FIGURES_OF =
  'SELECT municipality, year, count, low, high FROM protected_figure WHERE measure = $measure AND cell = $cell'
export const PROTECTED_BARS_OF = `
  SELECT municipality, year, first, last, percent FROM protected_bar WHERE measure = $measure AND cell = $cell ORDER BY first`
export const NON_RESPONSE_OF = 'SELECT municipality, year, percent FROM protected_non_response WHERE measure = $measure'
/** @param within numbers of measures, cells, municipalities and years */
export const protectedFigures = (within: string) =>
  `SELECT municipality, year, count, low, high, measure, cell FROM protected_figure WHERE ${within}`
export const protectedBars = (within: string) =>
  `SELECT municipality, year, first, last, percent, measure, cell FROM protected_bar WHERE ${within} ORDER BY first`
export const protectedNonResponse = (within: string) =>
  `SELECT municipality, year, percent, measure FROM protected_non_response WHERE ${within}`

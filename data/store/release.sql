-- One file per release: immutable, the only file that the API opens. Its schema has a number (release.ts, SCHEMA): raise it
-- with every change here.
-- Times are ISO 8601 text in UTC, so that every reader shows them alike.

CREATE TABLE release (
  id TEXT NOT NULL,
  built_at TEXT NOT NULL,
  sample BOOLEAN NOT NULL,
  version TEXT NOT NULL
);

-- What the release was made from; rows and file are NULL for ASI and UBU.
CREATE TABLE source (
  source TEXT NOT NULL,
  file TEXT,
  rows BIGINT,
  loaded_at TEXT NOT NULL
);

-- Indicators that have changed since the file was written whole: their rows stand behind all others in each table, once more in
-- its order. Without any the whole file is in order.
CREATE TABLE addition (indicator SMALLINT NOT NULL);

-- The definitions as they stood when the release was built: Indicator, Municipality, Group of data/model.
CREATE TABLE indicator (id TEXT PRIMARY KEY, position INTEGER NOT NULL, definition JSON NOT NULL);
CREATE TABLE municipality (code TEXT PRIMARY KEY, position INTEGER NOT NULL, definition JSON NOT NULL);
CREATE TABLE comparison_group (id TEXT PRIMARY KEY, position INTEGER NOT NULL, definition JSON NOT NULL);

-- Where the words of the indicators stand, in each language: SearchIndex of data/model. words: ascending, a line each. Numbers
-- little-endian: starts 32 bits, entries (an indicator's position), lengths and places in the order of titles 16 bits, in_title 8.
CREATE TABLE search_index (
  language TEXT NOT NULL,
  words TEXT NOT NULL,
  starts BLOB NOT NULL,
  entries BLOB NOT NULL,
  in_title BLOB NOT NULL,
  lengths BLOB NOT NULL,
  title_order BLOB NOT NULL
);

-- What values refer to, numbered. municipality: a municipality, not the country (0000) or a region (00NN).
CREATE TABLE place (number SMALLINT NOT NULL, code TEXT NOT NULL, municipality BOOLEAN NOT NULL);
-- Number 0 of origins is "never published", and no row.
CREATE TABLE origin (number SMALLINT NOT NULL, source TEXT NOT NULL, loaded_at TEXT NOT NULL);
-- Why there is no value: missing, secrecy or not-applicable, and the mark as the source printed it. Number 0: there is a value.
CREATE TABLE mark (number SMALLINT NOT NULL, status TEXT, token TEXT);

-- Every indicator value, ordered by indicator (its position), sex (0 everyone, 1 women, 2 men), period, place. The same answers
-- for the texts: view `value`. Without the noise of binary numbers: at most nine decimals.
CREATE TABLE figure (
  indicator SMALLINT NOT NULL,
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  place SMALLINT NOT NULL,
  value DOUBLE,
  mark SMALLINT NOT NULL,
  origin SMALLINT NOT NULL
);

-- The same ordered by place, sex, period, indicator. rank: among all municipalities with a value that year, 1 best, ties share
-- the best; NULL without a value and for the country and regions.
CREATE TABLE figure_by_place (
  place SMALLINT NOT NULL,
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  indicator SMALLINT NOT NULL,
  value DOUBLE,
  mark SMALLINT NOT NULL,
  origin SMALLINT NOT NULL,
  rank SMALLINT
);

-- What few values have beside them. lower, upper: the 95 % interval that the source states. previous_*: what stood there before the latest revision, NULL where never revised.
CREATE TABLE beside (
  indicator SMALLINT NOT NULL,
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  place SMALLINT NOT NULL,
  numerator DOUBLE,
  denominator DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  previous_value DOUBLE,
  previous_status TEXT,
  previous_loaded_at TEXT
);

-- Every value with its texts, in the order of `figure`. municipality: 4-digit code; 0000 is the country, 00NN a region.
CREATE VIEW value AS
SELECT definition.id AS indicator, ['T', 'K', 'M'][figure.sex + 1] AS sex, figure.period, place.code AS municipality, value,
  mark.status, mark.token, numerator, denominator, lower, upper, source, loaded_at, previous_value, previous_status, previous_loaded_at
FROM figure JOIN indicator AS definition ON definition.position = figure.indicator
  JOIN place ON place.number = figure.place JOIN mark ON mark.number = figure.mark JOIN origin ON origin.number = figure.origin
  LEFT JOIN beside ON beside.indicator = figure.indicator AND beside.sex = figure.sex AND beside.period = figure.period
    AND beside.place = figure.place
ORDER BY 1, 2, 3, 4;

-- Units of municipalities that have values, as their source names them. municipality: the code.
CREATE TABLE unit (number INTEGER NOT NULL, id TEXT NOT NULL, municipality TEXT NOT NULL, name TEXT NOT NULL);

-- Values of units, as published, ordered by indicator, municipality (its place), sex, period, unit.
CREATE TABLE unit_figure (
  indicator SMALLINT NOT NULL,
  place SMALLINT NOT NULL,
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  unit INTEGER NOT NULL,
  value DOUBLE,
  status TEXT,
  source TEXT NOT NULL,
  loaded_at TEXT NOT NULL
);

-- Every year that an indicator has anything for, and how many municipalities have a value: for the sex that most have one for,
-- and for everyone together (sex T).
CREATE TABLE coverage (
  indicator SMALLINT NOT NULL,
  period SMALLINT NOT NULL,
  municipalities SMALLINT NOT NULL,
  everyone SMALLINT NOT NULL
);

-- What follows for an indicator from all its values. latest: the year that is shown where none is asked for, NULL where no
-- municipality ever had a value. decimals: of its finest value; whole: digits before the point of its largest.
CREATE TABLE reckoned (
  indicator SMALLINT NOT NULL,
  latest SMALLINT,
  decimals TINYINT NOT NULL,
  whole TINYINT NOT NULL
);

-- Digest of all that an indicator's rows in any table depend on: where it is the same in the release before, they are taken
-- over from there.
CREATE TABLE reckoned_from (indicator SMALLINT NOT NULL, digest TEXT NOT NULL);

-- The noise of one value, measured, by size of municipality: sd of yearlyNoise for up to so many inhabitants, ascending.
CREATE TABLE noise (indicator SMALLINT NOT NULL, sex TINYINT NOT NULL, up_to DOUBLE NOT NULL, n INTEGER NOT NULL, sd DOUBLE NOT NULL);

-- Groups whose statistics are made with the release: those of the catalogue, by their position in comparison_group. In the latest
-- year of each indicator, ordered by members, sex, indicator. Quantiles type 7. based: the base of some value is known. best: how
-- many have the best value of all, NULL where no way is better or nobody has a value.
CREATE TABLE statistics (
  members SMALLINT NOT NULL,
  sex TINYINT NOT NULL,
  indicator SMALLINT NOT NULL,
  count SMALLINT NOT NULL,
  missing SMALLINT NOT NULL,
  mean DOUBLE,
  median DOUBLE,
  q1 DOUBLE,
  q3 DOUBLE,
  min DOUBLE,
  max DOUBLE,
  country DOUBLE,
  based TINYINT NOT NULL,
  best SMALLINT
);

-- The same of all municipalities in every year, ordered by sex, period, indicator.
CREATE TABLE yearly_statistics (
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  indicator SMALLINT NOT NULL,
  count SMALLINT NOT NULL,
  missing SMALLINT NOT NULL,
  mean DOUBLE,
  median DOUBLE,
  q1 DOUBLE,
  q3 DOUBLE,
  min DOUBLE,
  max DOUBLE,
  country DOUBLE,
  based TINYINT NOT NULL,
  best SMALLINT
);

-- Where a municipality stands in the latest year of each indicator, ordered by place, sex, indicator. rank: among all
-- with a value, of whom there are so many `ranked`. change: -1, 0 or 1, the recent trend. sd: measured noise for its size. year_1 … year_4: its values so many years
-- before. other_period, other_value: where it has no value, its newest other one.
CREATE TABLE standing (
  place SMALLINT NOT NULL,
  sex TINYINT NOT NULL,
  indicator SMALLINT NOT NULL,
  value DOUBLE,
  mark SMALLINT NOT NULL,
  origin SMALLINT NOT NULL,
  n DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  rank SMALLINT,
  ranked SMALLINT NOT NULL,
  change TINYINT,
  chi_square DOUBLE,
  sd DOUBLE,
  year_1 DOUBLE,
  year_2 DOUBLE,
  year_3 DOUBLE,
  year_4 DOUBLE,
  other_period SMALLINT,
  other_value DOUBLE
);

-- Its rank within each of those groups but `all` that it belongs to; ordered by members, place, sex, indicator.
CREATE TABLE group_rank (members SMALLINT NOT NULL, place SMALLINT NOT NULL, sex TINYINT NOT NULL, indicator SMALLINT NOT NULL, rank SMALLINT NOT NULL);

-- The 95 % interval of its rank among all in the latest year, where its value has one; ordered by indicator, sex, place.
CREATE TABLE rank_limit (indicator SMALLINT NOT NULL, sex TINYINT NOT NULL, place SMALLINT NOT NULL, lower SMALLINT NOT NULL, upper SMALLINT NOT NULL);

-- What the source itself says of an indicator; its texts are the source's own.
CREATE TABLE published_indicator (id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, next_publication TEXT);

-- How groups have answered local surveys, by surveyId: Survey of data/model, of clients ProtectedSurvey.
CREATE TABLE survey (id TEXT PRIMARY KEY, definition JSON NOT NULL);

-- The protected figures of ASI and UBU: all that is shown of them, and nothing else. What is hidden, empty or held back
-- is simply not here. municipality: the code as a number (184 for 0184). Counts are protected and to the nearest five.

-- The catalogue's measures and cells as they stood when the release was built. deviation: the measure's standard
-- deviation over all places, one decimal, NULL but for means. name: `kon:kvinna,aldersgrupp:18-24`, everybody is ''.
CREATE TABLE protected_measure (number SMALLINT NOT NULL, instrument TEXT NOT NULL, id TEXT NOT NULL, deviation DOUBLE);
CREATE TABLE protected_cell (number SMALLINT NOT NULL, instrument TEXT NOT NULL, name TEXT NOT NULL);

-- Ordered by measure, cell, municipality, year. What is known of a figure: it lies from low to high, of most the same
-- number. A share in percent; NULL for a distribution. Means of differences are not here: they are those of two means.
CREATE TABLE protected_figure (
  measure SMALLINT NOT NULL,
  cell SMALLINT NOT NULL,
  municipality SMALLINT NOT NULL,
  year SMALLINT NOT NULL,
  count INTEGER NOT NULL,
  low DOUBLE,
  high DOUBLE
);

-- Distributions: the measure's steps from first to last by their number in the measure, both included, as one bar of so
-- many percent. A single bar where no more may be told.
CREATE TABLE protected_bar (
  measure SMALLINT NOT NULL,
  cell SMALLINT NOT NULL,
  municipality SMALLINT NOT NULL,
  year SMALLINT NOT NULL,
  first SMALLINT NOT NULL,
  last SMALLINT NOT NULL,
  percent SMALLINT NOT NULL
);

-- How many left a measure unanswered, percent to the nearest five; of the municipality's whole year only.
CREATE TABLE protected_non_response (
  measure SMALLINT NOT NULL,
  municipality SMALLINT NOT NULL,
  year SMALLINT NOT NULL,
  percent SMALLINT NOT NULL
);

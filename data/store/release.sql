-- One file per release: immutable, the only file that the API opens.
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

-- The definitions as they stood when the release was built: Indicator, Municipality, Group of data/model.
CREATE TABLE indicator (id TEXT PRIMARY KEY, position INTEGER NOT NULL, definition JSON NOT NULL);
CREATE TABLE municipality (code TEXT PRIMARY KEY, position INTEGER NOT NULL, definition JSON NOT NULL);
CREATE TABLE comparison_group (id TEXT PRIMARY KEY, position INTEGER NOT NULL, definition JSON NOT NULL);

-- Every indicator value, ordered by indicator, sex, period, municipality.
-- municipality: 4-digit code; 0000 is the country, 00NN a region. sex: T, K, M.
-- status: NULL where there is a value, else missing, secrecy or not-applicable; token: the mark as the source printed it.
-- previous_*: what stood there before the latest revision, NULL where never revised.
CREATE TABLE value (
  indicator TEXT NOT NULL,
  sex TEXT NOT NULL,
  period SMALLINT NOT NULL,
  municipality TEXT NOT NULL,
  value DOUBLE,
  status TEXT,
  token TEXT,
  numerator DOUBLE,
  denominator DOUBLE,
  source TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  previous_value DOUBLE,
  previous_status TEXT,
  previous_loaded_at TEXT
);

-- Every year that an indicator has anything for, and how many municipalities have a value: for the sex that most have one for,
-- and for everyone together (sex T).
CREATE TABLE coverage (
  indicator TEXT NOT NULL,
  period SMALLINT NOT NULL,
  municipalities SMALLINT NOT NULL,
  everyone SMALLINT NOT NULL
);

-- The year that is shown where none is asked for; nothing for an indicator that no municipality ever had a value for.
CREATE TABLE latest (indicator TEXT PRIMARY KEY, period SMALLINT NOT NULL);

-- What the source itself says of an indicator; its texts are the source's own.
CREATE TABLE published_indicator (id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, next_publication TEXT);

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

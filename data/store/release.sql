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

-- What the source itself says of an indicator; its texts are the source's own.
CREATE TABLE published_indicator (id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, next_publication TEXT);

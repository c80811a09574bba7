-- Indicator values as they were loaded, with what they were before. Only the ETL opens this file. Values stand in tables of
-- numbers, for texts take several times as long to write; views `figure` and `revision` tell them in texts.
-- Times are ISO 8601 text in UTC.

-- What the numbers stand for.
CREATE TABLE IF NOT EXISTS indicator (number INTEGER NOT NULL, id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS place (number INTEGER NOT NULL, code TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS mark (number INTEGER NOT NULL, status TEXT, token TEXT);
CREATE TABLE IF NOT EXISTS origin (number INTEGER NOT NULL, source TEXT NOT NULL, loaded_at TEXT NOT NULL);

-- sex: 0 everyone, 1 women, 2 men. mark: NULL where there is a value.
CREATE TABLE IF NOT EXISTS stored_figure (
  indicator INTEGER NOT NULL,
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  place INTEGER NOT NULL,
  value DOUBLE,
  mark INTEGER,
  numerator DOUBLE,
  denominator DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  origin INTEGER NOT NULL
);

-- What a figure was until replaced_at, when its source revised it or took it away.
CREATE TABLE IF NOT EXISTS stored_revision (
  indicator INTEGER NOT NULL,
  sex TINYINT NOT NULL,
  period SMALLINT NOT NULL,
  place INTEGER NOT NULL,
  value DOUBLE,
  mark INTEGER,
  numerator DOUBLE,
  denominator DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  origin INTEGER NOT NULL,
  replaced_at TEXT NOT NULL
);

-- Columns as in release.sql's view `value`.
CREATE VIEW IF NOT EXISTS figure AS
SELECT indicator.id AS indicator, ['T', 'K', 'M'][sex + 1] AS sex, period, place.code AS municipality, value, mark.status, mark.token,
  numerator, denominator, lower, upper, origin.source, origin.loaded_at
FROM stored_figure AS stored JOIN indicator ON indicator.number = stored.indicator JOIN place ON place.number = stored.place
  LEFT JOIN mark ON mark.number = stored.mark JOIN origin ON origin.number = stored.origin;

CREATE VIEW IF NOT EXISTS revision AS
SELECT indicator.id AS indicator, ['T', 'K', 'M'][sex + 1] AS sex, period, place.code AS municipality, value, mark.status, mark.token,
  numerator, denominator, lower, upper, origin.source, origin.loaded_at, replaced_at
FROM stored_revision AS stored JOIN indicator ON indicator.number = stored.indicator JOIN place ON place.number = stored.place
  LEFT JOIN mark ON mark.number = stored.mark JOIN origin ON origin.number = stored.origin;

-- Units of municipalities (special housing, home care, schools), as their source names them.
CREATE TABLE IF NOT EXISTS unit (id TEXT PRIMARY KEY, municipality TEXT NOT NULL, name TEXT NOT NULL);

-- Values of units, one for each indicator, sex, year and unit: never those of municipalities, and compared with none.
CREATE TABLE IF NOT EXISTS unit_figure (
  indicator TEXT NOT NULL,
  sex TEXT NOT NULL,
  period SMALLINT NOT NULL,
  unit TEXT NOT NULL,
  value DOUBLE,
  status TEXT,
  source TEXT NOT NULL,
  loaded_at TEXT NOT NULL
);

-- Figures that no release could hold, taken out of the way of the others; reason as etl/release/unsound.ts names it.
CREATE TABLE IF NOT EXISTS set_aside (
  indicator TEXT,
  sex TEXT,
  period SMALLINT,
  municipality TEXT,
  value DOUBLE,
  status TEXT,
  token TEXT,
  numerator DOUBLE,
  denominator DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  source TEXT,
  loaded_at TEXT,
  reason TEXT NOT NULL,
  set_aside_at TEXT NOT NULL
);

-- Every file (or web address) that changed something, latest load of each.
CREATE TABLE IF NOT EXISTS delivery (
  source TEXT NOT NULL,
  file TEXT NOT NULL,
  rows BIGINT NOT NULL,
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (source, file)
);

-- Indicators that a workbook's mapping or a local file brought with it: Indicator of data/model.
CREATE TABLE IF NOT EXISTS declared_indicator (id TEXT PRIMARY KEY, definition JSON NOT NULL);

-- What the source itself says of an indicator.
CREATE TABLE IF NOT EXISTS published_indicator (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  description TEXT,
  next_publication TEXT
);

-- Groups that came with the data: Group of data/model.
CREATE TABLE IF NOT EXISTS loaded_group (id TEXT PRIMARY KEY, definition JSON NOT NULL);

-- How groups have answered local surveys, by surveyId: Survey of data/model, of clients too; a release has those protected.
CREATE TABLE IF NOT EXISTS survey (id TEXT PRIMARY KEY, definition JSON NOT NULL);

-- One row: whether all that is stored is invented, and whether anything has changed since the last release.
CREATE TABLE IF NOT EXISTS condition (sample BOOLEAN NOT NULL, unpublished BOOLEAN NOT NULL);
INSERT INTO condition SELECT false, false WHERE NOT EXISTS (FROM condition);

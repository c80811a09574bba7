-- The vault: client rows of ASI and UBU. Opened by the ETL only, never by the process that answers.
-- The tables of rows (asi, ubu) and the views of persons over them are made by vault.ts out of data/instruments.

-- One row per load of an extract (the files that were given together).
CREATE TABLE IF NOT EXISTS extract (
  id TEXT PRIMARY KEY,
  instrument TEXT NOT NULL,
  rows INTEGER NOT NULL,
  sample BOOLEAN NOT NULL,
  loaded_at TEXT NOT NULL
);

-- What an extract supplies: whole years of a municipality. A later extract of the same year takes its place.
CREATE TABLE IF NOT EXISTS extract_part (
  extract TEXT NOT NULL,
  instrument TEXT NOT NULL,
  municipality TEXT NOT NULL,
  year INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (instrument, municipality, year)
);

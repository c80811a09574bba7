-- What the last release rests on, by instrument, municipality and year: kept in the vault for the release gate.
-- A row counts once its release is published (confirmed); until then the one before it does as well.
CREATE TABLE IF NOT EXISTS released_year (
  instrument TEXT NOT NULL,
  municipality TEXT NOT NULL,
  year INTEGER NOT NULL,
  release TEXT NOT NULL,
  confirmed BOOLEAN NOT NULL,
  sample BOOLEAN NOT NULL,
  salt TEXT NOT NULL,
  signature TEXT NOT NULL,
  -- When the answers changed: a JSON list of ISO times.
  changes TEXT NOT NULL,
  -- 16 bytes a person: mark of the person, mark of what is known of them. No pseudonym, no answer.
  fingerprints BLOB NOT NULL,
  -- The answers as they were published, deflated JSON; NULL once the extract was withdrawn.
  answers BLOB
);

-- One row: which secret the published figures were drawn with.
CREATE TABLE IF NOT EXISTS released_secret (mark TEXT NOT NULL);

-- What is shown of clients' answers to a local survey rests on, by surveyId; counts as released_year does.
CREATE TABLE IF NOT EXISTS released_survey (
  id TEXT NOT NULL,
  release TEXT NOT NULL,
  confirmed BOOLEAN NOT NULL,
  sample BOOLEAN NOT NULL,
  signature TEXT NOT NULL,
  -- When what is shown changed: a JSON list of ISO times.
  changes TEXT NOT NULL,
  -- Survey of data/model, as it was when it last passed the gate.
  survey TEXT NOT NULL
);

import type { Derivation, Instrument, InterviewKind, Measure, Reading, Test } from '../instruments/definition.ts'
import { identifier } from './duckdb.ts'

/** Name of the view that has one row per municipality, year and person of this kind. */
export function personView(instrument: Instrument, kind: InterviewKind): string {
  return `${instrument.id}_${kind}`
}

/**
 * The SQL expression of a measure's value for each row of its kind's view: a number (0 or 1 for a share), NULL where it
 * is missing. Built from the catalogue alone; nothing from outside goes in.
 */
export function personValue({ derivation }: Measure): string {
  const read = readingOf(derivation)
  const value = derivation.minus ? `(${read} - ${nameOf(derivation.minus)})` : read
  const tested = derivation.test ? `CAST(${condition(value, derivation.test)} AS INTEGER)` : value
  if (!derivation.among) return tested
  return `CASE WHEN ${condition(identifier(derivation.among.column), derivation.among.test)} THEN ${tested} END`
}

function readingOf({ value }: Derivation): string {
  if (value === 'person') return '1'
  return value === 'followedUp' ? 'followed_up' : nameOf(value)
}

/** In `change` the earlier interview's columns keep their names and the later one's begin with `after_`. */
function nameOf({ column, at }: Reading): string {
  return identifier(at === 'after' ? after(column) : column)
}

const after = (column: string): string => `after_${column}`

function condition(value: string, test: Test): string {
  if ('atLeast' in test) return `${value} >= ${test.atLeast}`
  if ('atMost' in test) return `${value} <= ${test.atMost}`
  if ('between' in test) return `${value} BETWEEN ${test.between[0]} AND ${test.between[1]}`
  return `${value} IN (${test.is.map((code) => `'${code}'`).join(', ')})`
}

/**
 * The views of an instrument: one row per municipality, year and person, whose last interview of the kind that year
 * speaks for them. `asi_baseline` has `followed_up` (1 or 0). `asi_change` has the baseline's columns and, as
 * `after_…`, those of the last follow-up that belongs to it: a follow-up belongs to the nearest earlier baseline.
 */
export function personViews(instrument: Instrument): string[] {
  const speaking = instrument.kinds.flatMap(({ id, code }) => (code ? [speakingView(instrument, id, code)] : []))
  return instrument.id === 'asi' ? [PAIRED, ...speaking, changeView(instrument)] : speaking
}

function speakingView(instrument: Instrument, kind: InterviewKind, code: string): string {
  const followedUp = kind === 'baseline' ? `, CAST(${FOLLOWED_UP} AS INTEGER) AS followed_up` : ''
  return `CREATE OR REPLACE VIEW ${personView(instrument, kind)} AS
    SELECT *${followedUp} FROM ${instrument.id} AS interview
    WHERE ${instrument.kindColumn} = '${code}'
    QUALIFY row_number() OVER (PARTITION BY municipality, year, pseudo_id ORDER BY month DESC, "row" DESC) = 1`
}

const FOLLOWED_UP = `(municipality, pseudo_id, month) IN (
  SELECT (municipality, pseudo_id, baseline_month) FROM asi_paired)`

/** Every follow-up that has an earlier baseline of the same person, with that baseline's month. */
const PAIRED = `CREATE OR REPLACE VIEW asi_paired AS
  SELECT followup.*, baseline.month AS baseline_month
  FROM (SELECT * FROM asi WHERE intervju = 'uppfoljning') AS followup
  ASOF JOIN (SELECT municipality, pseudo_id, month FROM asi WHERE intervju = 'grund') AS baseline
  ON followup.municipality = baseline.municipality AND followup.pseudo_id = baseline.pseudo_id
    AND followup.month > baseline.month`

function changeView(instrument: Instrument): string {
  const later = laterColumns(instrument).map((id) => `later.${identifier(id)} AS ${identifier(after(id))}`)
  return `CREATE OR REPLACE VIEW asi_change AS
    SELECT baseline.*, later.month AS after_month, ${later.join(', ')}
    FROM asi_baseline AS baseline
    JOIN (
      SELECT * FROM asi_paired
      QUALIFY row_number() OVER (PARTITION BY municipality, pseudo_id, baseline_month ORDER BY month DESC, "row" DESC) = 1
    ) AS later
    ON later.municipality = baseline.municipality AND later.pseudo_id = baseline.pseudo_id
      AND later.baseline_month = baseline.month`
}

/** The columns that some measure reads from the later interview. */
function laterColumns(instrument: Instrument): string[] {
  const readings = instrument.measures.map(({ derivation }) => derivation.value)
  const later = readings.flatMap((value) => (typeof value === 'object' && value.at === 'after' ? [value.column] : []))
  return [...new Set(later)]
}

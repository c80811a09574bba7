import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { inTransaction, rowsOf } from '../../data/store/duckdb.ts'
import type { Fingerprints } from './gate.ts'
import { another, markOfSecret } from './secret.ts'

/** What the last release rests on in a municipality's year of an instrument. */
export interface ReleasedYear {
  instrument: string
  municipality: string
  year: number
  sample: boolean
  salt: string
  signature: string
  /** When its answers changed, ISO. */
  changes: string[]
  fingerprints: Fingerprints
  /** The answers as published (see `answers.ts`); null once the extract was withdrawn. */
  answers: Uint8Array | null
}

/**
 * Makes the gate's tables in the vault, and settles what an earlier build left open: rows of a release that was
 * published take the place of those before them, rows of one that never was are dropped.
 * @throws SecretError where the published figures were drawn with another secret
 */
export async function openState(
  vault: DuckDBConnection,
  secret: string,
  isPublished: (release: string) => boolean,
): Promise<void> {
  await vault.run(readFileSync(new URL('state.sql', import.meta.url), 'utf8'))
  await checkSecret(vault, secret)
  const open = await rowsOf<{ release: string }>(
    vault,
    `SELECT DISTINCT release FROM (
       SELECT release, confirmed FROM released_year UNION ALL SELECT release, confirmed FROM released_survey)
     WHERE NOT confirmed ORDER BY release`,
  )
  for (const { release } of open) {
    await inTransaction(vault, () => (isPublished(release) ? confirm(vault, release) : drop(vault, release)))
  }
}

async function checkSecret(vault: DuckDBConnection, secret: string): Promise<void> {
  const mark = markOfSecret(secret)
  const [known] = await rowsOf<{ mark: string }>(vault, 'SELECT mark FROM released_secret')
  if (known && known.mark !== mark) throw another()
  if (!known) await vault.run('INSERT INTO released_secret VALUES ($1)', [mark])
}

const TABLES = ['released_year', 'released_survey']

async function confirm(vault: DuckDBConnection, release: string): Promise<void> {
  await vault.run(
    `DELETE FROM released_year AS old WHERE old.confirmed AND EXISTS (
       SELECT 1 FROM released_year AS new WHERE new.release = $1 AND NOT new.confirmed
         AND (new.instrument, new.municipality, new.year, new.sample) = (old.instrument, old.municipality, old.year, old.sample))`,
    [release],
  )
  await vault.run(
    `DELETE FROM released_survey AS old WHERE old.confirmed AND EXISTS (
       SELECT 1 FROM released_survey AS new WHERE new.release = $1 AND NOT new.confirmed
         AND (new.id, new.sample) = (old.id, old.sample))`,
    [release],
  )
  for (const table of TABLES) await vault.run(`UPDATE ${table} SET confirmed = true WHERE release = $1`, [release])
}

async function drop(vault: DuckDBConnection, release: string): Promise<void> {
  for (const table of TABLES) await vault.run(`DELETE FROM ${table} WHERE release = $1 AND NOT confirmed`, [release])
}

/** A municipality's year. */
export interface Place {
  municipality: string
  year: number
}

/** The municipality's years that have a row. Invented persons and real ones are kept apart. */
export function releasedPlaces(vault: DuckDBConnection, instrument: string, sample: boolean): Promise<Place[]> {
  return rowsOf(
    vault,
    `SELECT municipality, year FROM released_year WHERE instrument = $1 AND sample = $2 AND confirmed
     ORDER BY municipality, year`,
    [instrument, sample],
  )
}

/** What the last release rests on; null where nothing was ever released. */
export async function releasedYear(
  vault: DuckDBConnection,
  instrument: string,
  { municipality, year }: Place,
  sample: boolean,
): Promise<ReleasedYear | null> {
  const [row] = await rowsOf<Record<string, unknown>>(
    vault,
    `SELECT instrument, municipality, year, sample, salt, signature, changes, fingerprints, answers FROM released_year
     WHERE instrument = $1 AND municipality = $2 AND year = $3 AND sample = $4 AND confirmed`,
    [instrument, municipality, year, sample],
  )
  if (!row) return null
  return {
    ...(row as unknown as ReleasedYear),
    changes: JSON.parse(row.changes as string),
    fingerprints: fingerprintsFrom(row.fingerprints as Uint8Array),
  }
}

/** Notes what the release being built rests on; it counts once that release is published. */
export async function noteReleased(vault: DuckDBConnection, release: string, years: ReleasedYear[]): Promise<void> {
  const appender = await vault.createAppender('released_year')
  for (const year of years) {
    appender.appendVarchar(year.instrument)
    appender.appendVarchar(year.municipality)
    appender.appendInteger(year.year)
    appender.appendVarchar(release)
    appender.appendBoolean(false)
    appender.appendBoolean(year.sample)
    appender.appendVarchar(year.salt)
    appender.appendVarchar(year.signature)
    appender.appendVarchar(JSON.stringify(year.changes))
    appender.appendBlob(bytesOf(year.fingerprints))
    if (year.answers) appender.appendBlob(year.answers)
    else appender.appendNull()
    appender.endRow()
  }
  appender.closeSync()
}

function bytesOf(fingerprints: Fingerprints): Uint8Array {
  return Buffer.from([...fingerprints].flat().join(''), 'hex')
}

function fingerprintsFrom(bytes: Uint8Array): Fingerprints {
  const text = Buffer.from(bytes).toString('hex')
  const marks = text.match(/.{16}/g) ?? []
  return new Map(marks.flatMap((mark, i) => (i % 2 === 0 ? [[mark, marks[i + 1]!] as const] : [])))
}

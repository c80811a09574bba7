import type { Category, Instrument, Measure } from '../../data/instruments/definition.ts'
import { asNumber } from '../../data/instruments/items.ts'
import { identifier } from '../../data/store/duckdb.ts'
import { answerColumns, scoreColumns } from '../../data/store/vault.ts'
import { personValue, personView } from '../../data/store/vault-persons.ts'
import type { Persons } from './persons.ts'
import type { KindPlan } from './plan.ts'

/**
 * The question that reads a kind's persons by municipality, year and pseudonym: who, a digest of the interview, the
 * number of the category in each dimension, and then each different number that a measure reads once.
 */
export function questionOf(instrument: Instrument, kind: KindPlan): string {
  const values = expressionsOf(kind).map((expression) => `CAST(${expression} AS DOUBLE)`)
  const columns = [
    'municipality',
    'CAST(year AS INTEGER)',
    'pseudo_id',
    digestOf(instrument, kind),
    ...instrument.dimensions.map(({ id, categories }) => placeAmong(id, categories)),
    ...values,
  ]
  return `SELECT ${columns.join(', ')} FROM ${personView(instrument, kind.kind)} ORDER BY municipality, year, pseudo_id`
}

/** The columns after municipality and year, as `questionOf` asks for them. */
export function personsFrom(
  [ids, contents, ...columns]: unknown[][],
  { dimensions }: Instrument,
  kind: KindPlan,
): Persons {
  const expressions = expressionsOf(kind)
  const numbers = columns.slice(dimensions.length).map(doubles)
  const valuesOf = (expression: string): Float64Array => numbers[expressions.indexOf(expression)]!
  return {
    ids: ids as string[],
    contents: contents as string[],
    categories: columns.slice(0, dimensions.length).map((column) => Int8Array.from(column as number[])),
    values: kind.measures.map(({ measure }) => valuesOf(numberOf(measure))),
    asked: kind.measures.map(({ measure }) => (measure.derivation.among ? valuesOf(askedOf(measure)) : undefined)),
  }
}

function expressionsOf({ measures }: KindPlan): string[] {
  const all = measures.flatMap(({ measure }) => [
    numberOf(measure),
    ...(measure.derivation.among ? [askedOf(measure)] : []),
  ])
  return [...new Set(all)]
}

/** The number that a measure reads of a person, before any test. */
function numberOf(measure: Measure): string {
  return personValue({ ...measure, derivation: asNumber(measure.derivation) })
}

/** 1 for those whom a measure asks of. */
function askedOf({ derivation, ...measure }: Measure): string {
  return personValue({ ...measure, derivation: { value: 'person', among: derivation.among! } })
}

function placeAmong(column: string, categories: Category[]): string {
  const codes = categories.map(({ id }) => `'${id}'`).join(', ')
  return `CAST(COALESCE(list_position([${codes}], ${identifier(column)}), 0) - 1 AS INTEGER)`
}

/** Answers by name, missing ones left out, so that a column added to the format alters nobody. */
function digestOf(instrument: Instrument, kind: KindPlan): string {
  const own = [...answerColumns(instrument).map(({ id }) => id), ...scoreColumns(instrument)]
  const parts = [...own, ...laterColumns(kind)].map((name) => `'${name}=' || CAST(${identifier(name)} AS VARCHAR)`)
  return `sha256(concat_ws('|', ${parts.join(', ')}))`
}

/** In `change` what is read from the later interview. */
function laterColumns({ measures }: KindPlan): string[] {
  const readings = measures.map(({ measure }) => measure.derivation.value)
  const later = readings.flatMap((value) => (typeof value === 'object' && value.at === 'after' ? [value.column] : []))
  return [...new Set(later)].map((column) => `after_${column}`)
}

function doubles(column: unknown[]): Float64Array {
  return Float64Array.from(column, (value) => (value === null ? Number.NaN : (value as number)))
}

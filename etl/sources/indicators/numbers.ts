import type { Figure } from '../../../data/store/figure.ts'
import { say } from '../../language.ts'
import { numberOf } from '../../read/written-number.ts'
import { notNumber, twofold } from '../number.ts'
import type { Reading } from '../reading.ts'
import { type Column, VALUE_COLUMNS } from './columns.ts'
import type { Line } from './line.ts'
import type { Notations } from './notations.ts'

/** The marks of the Swedish statistical press. */
const MARKS = new Map<string, NonNullable<Figure['status']>>([
  ['', 'missing'],
  ['-', 'missing'],
  ['..', 'secrecy'],
  ['.', 'not-applicable'],
])

/** Why a value is not there, by its mark; undefined where something else is written. Any dash is the same. */
export const statusOf = (written: string): Figure['status'] | undefined =>
  MARKS.get(written.replace(/^[\u2010-\u2014\u2212]$/, '-'))

/** The numbers of a row. */
export type Numbers = {
  value: number | null
  numerator: number | null
  denominator: number | null
  /** Decimals that the value is written with. */
  decimals: number
  /** The value is written as percent: by the format of its cell, or with the sign. */
  inPercent: boolean
}

/** The numbers of a row; undefined, with findings, where one of them is none. @param notations how the numbers of the file are written */
export function numbersOf(line: Line, notations: Notations, reading: Reading): Numbers | undefined {
  const unusable = VALUE_COLUMNS.filter((column) => !isUsable(line, column, notations, reading))
  if (unusable.length > 0) return undefined
  const [numerator, denominator] = (['taljare', 'namnare'] as const).map(
    (column) => numberOf(line.cell(column), notations.decimalIn(line, column)) ?? null,
  ) as [number | null, number | null]
  if (denominator !== null && denominator <= 0) return refuse(line, 'namnare', 'denominator', badDenominator(), reading)
  if (numerator !== null && numerator < 0) return refuse(line, 'taljare', 'numerator', badNumerator(), reading)
  return { ...writtenValue(line, notations), numerator, denominator }
}

function writtenValue(line: Line, notations: Notations): Pick<Numbers, 'value' | 'decimals' | 'inPercent'> {
  const written = line.cell('varde')
  const value = numberOf(withoutSign(written), notations.decimalIn(line, 'varde')) ?? null
  const isFraction = line.note('varde') === 'percent'
  if (value === null) return { value, decimals: 0, inPercent: false }
  const told = isFraction ? Number((value * 100).toPrecision(14)) : value
  return { value: told, decimals: decimalsOf(String(told)), inPercent: isFraction || written.endsWith('%') }
}

const withoutSign = (written: string): string => written.replace(/\s*%$/, '')

const decimalsOf = (written: string): number => /\.(\d+)$/.exec(written)?.[1]?.length ?? 0

/** Whether a cell holds a number or nothing; says what it holds else. */
function isUsable(line: Line, column: Column, notations: Notations, reading: Reading): boolean {
  const note = line.note(column)
  if (note === 'uncomputed') refuse(line, column, 'uncomputed', uncomputed(), reading)
  else if (note === 'date') refuse(line, column, 'date', madeByExcel(), reading)
  else if (note === 'error') refuse(line, column, 'formula-error', formulaError(), reading)
  else if (note === 'two-readings' && !notations.decimalIn(line, column)) reading.found(twofold(line.row, column))
  else if (note === 'truth' || !isNumber(line.cell(column), column)) reading.found(notNumber(line.row, column))
  else return true
  return false
}

function isNumber(written: string, column: Column): boolean {
  if (column !== 'varde') return numberOf(written) !== undefined
  return statusOf(written) !== undefined || numberOf(withoutSign(written)) !== undefined
}

function refuse({ row }: Line, column: Column, rule: string, message: string, reading: Reading): undefined {
  reading.found({ row, column, rule, severity: 'error', message })
}

const uncomputed = () =>
  say(
    'Formeln har inget lagrat resultat. Öppna arbetsboken i Excel, spara den och försök igen.',
    'The formula has no stored result. Open the workbook in Excel, save it and try again.',
  )

const madeByExcel = () =>
  say(
    'Här står ett datum. Excel gör datum av tal som 2,5 och 10-12: skriv talet igen i en cell som är formaterad som tal.',
    'There is a date here. Excel makes dates of numbers such as 2,5 and 10-12: enter the number again in a cell formatted as a number.',
  )

const formulaError = () =>
  say('Formeln ger ett fel i stället för ett tal.', 'The formula gives an error instead of a number.')

const badDenominator = () => say('Nämnaren ska vara större än noll.', 'The denominator must be greater than zero.')

const badNumerator = () => say('Täljaren kan inte vara negativ.', 'The numerator cannot be negative.')

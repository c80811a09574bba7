import { say } from '../../language.ts'
import { packingOf } from '../../read/bytes.ts'
import { type Limits, RefusedFile } from '../../read/refused.ts'
import { readText } from '../../read/text.ts'
import { FigureCheck } from '../figure-check.ts'
import type { Reading } from '../reading.ts'
import { isMetadata, readMetadata } from './metadata.ts'
import { toldIn } from './told.ts'
import { readUnitEntry, type UnitEntry } from './units.ts'

type Page = { count?: unknown; values: unknown[]; next_url?: unknown }

const COLUMNS = { indicator: 'kpi', municipality: 'municipality', period: 'period', sex: 'gender', value: 'value' }

/** Longest text that one JSON file may hold: V8 keeps no longer string. */
const MOST_CHARACTERS = 500_000_000

/** Whether a file, plain or gzipped, begins as JSON does. @throws RefusedFile when it cannot be read */
export async function isJson(path: string, limits: Limits): Promise<boolean> {
  const packing = await packingOf(path, limits)
  if (packing === 'zip' || packing === 'ole') return false
  for await (const part of readText(path, limits)) return /^\uFEFF?\s*[[{]/.test(part)
  return false
}

/**
 * Reads a file of Kolada's v3 pages: one page, an array of pages, or an array of what stands in them; values or metadata.
 * An entry's number, from 1, takes the place of a row.
 * @throws RefusedFile when it is not whole JSON of that shape
 */
export async function readKoladaJson(path: string, reading: Reading): Promise<void> {
  readPages(pagesIn(await parsed(path, reading)), reading)
}

async function parsed(path: string, reading: Reading): Promise<unknown> {
  const parts: string[] = []
  let length = 0
  for await (const part of readText(path, reading.limits)) {
    length += part.length
    if (length > MOST_CHARACTERS) throw tooLong()
    parts.push(part)
  }
  try {
    return JSON.parse(parts.join('').replace(/^\uFEFF/, ''))
  } catch {
    throw truncated()
  }
}

/** Brings the three shapes to one. @throws RefusedFile for any other */
function pagesIn(content: unknown): Page[] {
  if (isPage(content)) return [content]
  if (!Array.isArray(content)) throw otherShape()
  if (content.length > 0 && content.every(isPage)) return content
  if (content.some(isPage)) throw otherShape()
  return [{ values: content }]
}

function isPage(content: unknown): content is Page {
  return isObject(content) && Array.isArray(content.values) && !('kpi' in content)
}

const isObject = (content: unknown): content is Record<string, unknown> =>
  typeof content === 'object' && content !== null && !Array.isArray(content)

/** Reads pages that follow one another, as `readKoladaJson`. @param before entries on pages before them @returns entries with those */
export function readPages(pages: Iterable<Page>, reading: Reading, before = 0): number {
  const check = new FigureCheck(reading, COLUMNS)
  let entry = before
  let more: unknown = null
  for (const { count, values, next_url } of pages) {
    more = next_url
    if (typeof count === 'number' && count > values.length)
      reading.found(shortPage(entry + values.length, count, values.length))
    for (const value of values) {
      entry += 1
      reading.counted()
      if (isMetadata(value)) readMetadata(value, entry, reading)
      else if (isUnitEntry(value)) readUnitEntry(value, entry, check, reading)
      else readEntry(value, entry, check, reading)
    }
  }
  if (more) reading.found(morePages(entry))
  return entry
}

type Entry = { kpi: string; municipality: string; period: number; values: Record<string, unknown>[] }

function readEntry(value: unknown, row: number, check: FigureCheck, reading: Reading): void {
  if (!isEntry(value)) {
    reading.found(unknownEntry(row))
    return
  }
  if (isGroupMean(value.municipality)) return
  const indicator = check.indicator(row, value.kpi)
  if (!indicator) return
  for (const told of toldIn(value.values, indicator, row, reading)) {
    check.take(row, { indicator, municipality: value.municipality, period: value.period, ...told })
  }
}

const isEntry = (value: unknown): value is Entry => isOf(value, 'municipality')
const isUnitEntry = (value: unknown): value is UnitEntry => isOf(value, 'ou')

/** Whether it holds values of an indicator and a year, and says whose they are. */
function isOf(value: unknown, whose: 'municipality' | 'ou'): boolean {
  return (
    isObject(value) &&
    typeof value.kpi === 'string' &&
    typeof value[whose] === 'string' &&
    typeof value.period === 'number' &&
    Array.isArray(value.values) &&
    value.values.every(isObject)
  )
}

/** Kolada's own means over its groups (`G…`): we make our own. */
const isGroupMean = (municipality: string) => /^G\d+$/.test(municipality)

const shortPage = (row: number, expected: number, found: number) => ({
  row,
  column: 'values',
  rule: 'truncated-page',
  severity: 'error' as const,
  message: say(
    `Sidan säger sig ha ${expected} poster men har ${found}: den är avkortad. Hämta den igen.`,
    `The page says ${expected} entries but has ${found}: it is truncated. Fetch it again.`,
  ),
})

const morePages = (row: number) => ({
  row,
  column: 'next_url',
  rule: 'more-pages',
  severity: 'warning' as const,
  message: say('Det finns fler sidor efter den sista i filen.', 'There are more pages after the last one in the file.'),
})

const unknownEntry = (row: number) => ({
  row,
  column: null,
  rule: 'unknown-entry',
  severity: 'error' as const,
  message: say(
    'Posten har inte formen {kpi, municipality, period, values:[…]}.',
    'The entry does not have the shape {kpi, municipality, period, values:[…]}.',
  ),
})

const tooLong = () =>
  new RefusedFile(
    'file-too-large',
    'JSON-filen är för stor. Dela den i flera filer.',
    'The JSON file is too large. Split it into several files.',
  )

const truncated = () =>
  new RefusedFile(
    'file-damaged',
    'Filen är inte hel JSON: den är avkortad eller skadad. Hämta den igen.',
    'The file is not whole JSON: it is truncated or damaged. Fetch it again.',
  )

const otherShape = () =>
  new RefusedFile(
    'unknown-format',
    'JSON-filen har inte formen av sidor ur Koladas v3.',
    'The JSON file does not have the shape of pages from Kolada v3.',
  )

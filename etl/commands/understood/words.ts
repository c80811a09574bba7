import type { PictureRole } from '../../../data/model/workbook-understanding.ts'
import { say } from '../../language.ts'

/** The mark that stands before a cell of the picture, by what the cell was taken for. */
export const MARKS: Record<PictureRole, string> = {
  title: '"',
  heading: '#',
  place: '@',
  label: ' ',
  value: '=',
  part: '+',
  'by-row': '*',
  asked: '?',
  left: '-',
  sum: '~',
}

export const legend = (): string =>
  say(
    '  # rubrik, @ kommun, = värde som läses, + antal eller gräns bredvid värdet, * radens nyckeltal, år eller kön, ? fråga att svara på, ~ riket, län eller grupp, - läses inte, " titel',
    '  # heading, @ municipality, = value that is read, + number or limit beside the value, * the row’s indicator, year or sex, ? question to answer, ~ country, county or group, - not read, " title',
  )

const BECAUSE: Record<string, [string, string]> = {
  heading: ['står i rubriken', 'stands in the heading'],
  title: ['står ovanför tabellen', 'stands above the table'],
  sheet: ['står i bladets namn', 'stands in the name of the sheet'],
  file: ['står i filens namn', 'stands in the name of the file'],
  row: ['står på varje rad', 'stands on each row'],
  mapping: ['står i mappningen', 'stands in the mapping'],
  default: ['inget annat sägs', 'nothing else is said'],
  'percent-format': ['cellerna är i procentformat, gånger hundra', 'cells in percent format, times a hundred'],
  catalogue: ['enligt katalogen, som de står', 'by the catalogue, as they stand'],
}

/** What a guess rests on. */
export const because = (why: string): string => (BECAUSE[why] ? say(...BECAUSE[why]) : why)

const SEXES: Record<string, [string, string]> = { T: ['alla', 'everyone'], K: ['kvinnor', 'women'], M: ['män', 'men'] }

/** Whom values are of; null where each row says it. */
export const sexOf = (sex: string | null): string => say(...(SEXES[sex ?? ''] ?? BY_ROW))
const BY_ROW: [string, string] = ['varje rad säger sitt', 'each row says its own']
export const byRow = (): string => say(...BY_ROW)

const REASONS: Record<string, [string, string]> = {
  sums: [
    'om riket, län, grupper eller delar av kommuner',
    'about the country, counties, groups or parts of municipalities',
  ],
  'unknown-place': ['utan känd kommun', 'of no known municipality'],
  hidden: ['dolda', 'hidden'],
  'no-places': ['har ingen kolumn med kommuner', 'has no column of municipalities'],
}

/** Why rows or sheets are left out. */
export const reasonOf = (reason: string): string => (REASONS[reason] ? say(...REASONS[reason]) : reason)

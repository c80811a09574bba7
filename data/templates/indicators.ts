import type { Lang } from '../model/numbers.ts'
import { sayIn } from './codebook.ts'
import { plainCsv, plainXlsx } from './plain.ts'

/** The columns of a file of local indicators, in the template's order. */
export const indicatorColumns = [
  'indikator',
  'titel',
  'kommun',
  'period',
  'kon',
  'varde',
  'taljare',
  'namnare',
] as const

/** An empty file of local indicators. */
export const indicatorsCsv = (): string => plainCsv(indicatorColumns)

/** The same as a workbook, with its codebook on a second sheet. */
export const indicatorsXlsx = (language: Lang): Promise<Buffer> =>
  plainXlsx(sayIn(language)('Indikatorer', 'Indicators'), indicatorColumns, contentIn(language), language)

function contentIn(language: Lang): Record<(typeof indicatorColumns)[number], string> {
  const say = sayIn(language)
  return {
    indikator: say(
      'eget id: 2–41 tecken av A–Z, a–z, 0–9, _ och -',
      'an id of your own: 2–41 of A–Z, a–z, 0–9, _ and -',
    ),
    titel: say('vad som mäts, med enheten sist: "…, andel (%)"', 'what is measured, the unit last: "…, andel (%)"'),
    kommun: say('kommunkod, fyra siffror', 'municipality code, four digits'),
    period: say('år, fyra siffror', 'year, four digits'),
    kon: say('T alla, K kvinnor, M män; tomt = T', 'T all, K women, M men; empty = T'),
    varde: say(
      'tal; tomt räknas ut av täljare och nämnare; "-" saknas, ".." sekretess, "." ej aktuellt',
      'number; empty is computed from numerator and denominator; "-" missing, ".." secrecy, "." not applicable',
    ),
    taljare: say('antal som uppfyller, om det är känt', 'how many of them, if known'),
    namnare: say(
      'antal av hur många, om det är känt: ger osäkerhetsintervall',
      'of how many, if known: gives an interval',
    ),
  }
}

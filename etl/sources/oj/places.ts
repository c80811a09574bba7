import { catalogue } from '../../../data/catalogue/index.ts'
import { UNSEEN } from './unseen.ts'

/** What a cell says of a place. */
export type Place =
  | { kind: 'municipality'; code: string; name: boolean }
  /** The country, a region, a county, a group or a sum over some of them. */
  | { kind: 'sum' }
  /** A part of a municipality. */
  | { kind: 'district' }
  /** Four digits that are nobody's code. */
  | { kind: 'unknown'; code: string }

/** Words of rows that speak of more than one municipality, wherever in the row they stand. */
const SUMS =
  /^(?:hela\s+)?(?:riket|landet|sverige|sweden)(?:\s|$|,|\()|^(?:total|totalt|summa|sum|samtliga|alla)(?:\s|$|,)|^(?:o?vägt\s+|oviktat\s+|viktat\s+)?(?:medel|medelvärde|genomsnitt|snitt|median|medianen|average|mean)(?:\s|$|,|\()|^(?:min|max|minimum|maximum|standardavvikelse|percentil|kvartil)(?:\s|$|,)|\S\s+län(?:et|ets)?$|\bcounty$|^region\s+\p{Lu}|regionen$|^landsting|^(?:kommungrupp|storst|större st|mindre st|pendlings|lågpendlings|landsbygds|förorts|turism|glesbygd|liknande kommuner|jämförelsegrupp)/iu

const DISTRICTS = /stadsdel|^sdn|^sdf|distrikt|stadsområde|kommundel|områdesnämnd|resultatområde|^enhet\s/i

let names: Map<string, string> | undefined

/** Codes of the municipalities by the ways that people write their names. */
function codeByName(): Map<string, string> {
  names ??= new Map(
    catalogue().municipalities.flatMap(({ code, name, shortName }) =>
      [name, shortName, `${shortName} kommun`, `${shortName}s kommun`, `${shortName}s stad`, `${shortName} stad`].map(
        (text) => [plain(text), code] as const,
      ),
    ),
  )
  return names
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0-]+/g, ' ')
    .trim()

/** The code in a cell of nothing but three or four digits, a lost first zero put back; null for another cell. */
export function codeIn(cell: string): string | null {
  const digits = /^\s*(\d{3,4})\s*$/.exec(cell.replace(UNSEEN, ''))?.[1]
  return digits ? digits.padStart(4, '0') : null
}

const said = new Map<string, Place | null>()
const MOST_REMEMBERED = 5000
/** Letters of a cell that is worth remembering: no place has a longer name, and a long text stands once. */
const LONGEST_REMEMBERED = 80

/** What a cell says of a place; null when it says nothing of any. The same cells are asked about again and again. */
export function placeIn(cell: string): Place | null {
  const before = said.get(cell)
  if (before !== undefined) return before
  const place = readPlace(cell)
  if (cell.length <= LONGEST_REMEMBERED && said.size < MOST_REMEMBERED) said.set(cell, place)
  return place
}

function readPlace(cell: string): Place | null {
  const text = cell
    .replace(UNSEEN, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  if (text === '' || text.length > 80) return null
  const code = codeIn(text)
  if (code) return placeOfCode(code)
  if (/^\d{1,2}$/.test(text)) return { kind: 'sum' }
  return placeWithCode(text) ?? placeOfName(text)
}

function placeOfCode(code: string): Place {
  if (catalogue().municipalityByCode.has(code)) return { kind: 'municipality', code, name: false }
  return /^00\d\d$/.test(code) ? { kind: 'sum' } : { kind: 'unknown', code }
}

/** "0114 Upplands Väsby", "01 Stockholms län", "00 Riket": code and name in one cell, which have to agree. */
function placeWithCode(text: string): Place | null {
  const found = /^(\d{2}|\d{4})[ ,.:–-]+(\p{L}.*)$/u.exec(text)
  if (!found) return null
  const [, code = '', name = ''] = found
  if (code.length === 2) return { kind: 'sum' }
  const byCode = placeOfCode(code)
  if (byCode.kind !== 'municipality') return byCode.kind === 'unknown' && !codeByName().has(plain(name)) ? null : byCode
  return codeByName().get(plain(name)) === code ? { ...byCode, name: true } : null
}

function placeOfName(text: string): Place | null {
  const code = codeByName().get(plain(text))
  if (code) return { kind: 'municipality', code, name: true }
  if (DISTRICTS.test(text)) return { kind: 'district' }
  return SUMS.test(text) ? { kind: 'sum' } : null
}

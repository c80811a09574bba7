import { type Indicator, KOLADA_AREA, koladaIdSchema } from '../../data/model/indicator.ts'
import type { Localized } from '../../data/model/localized.ts'
import { declared } from './declare.ts'

/** What Kolada says of an indicator that the catalogue does not have. */
type Described = { id: string; title: string; area: string | null; bySex: boolean }

const NOT_JUDGED: Localized = {
  sv: 'Indikatorn hör inte till katalogen: ingen har granskat den eller bedömt om högt eller lågt är bra.',
  en: 'The indicator is not of the catalogue: nobody has reviewed it or judged whether high or low is good.',
}

/**
 * An indicator of Kolada's that nobody here has reviewed: neutral, in an area by Kolada's own division, its unit and kind as far
 * as its title tells. The scale of a share and the decimals follow from its values when a release is built.
 */
export function outsideCatalogue({ id, title, area, bySex }: Described): Indicator {
  const made = declared({ id, title: plainTitle(title), source: 'Kolada', ...areaOf(area) })
  return {
    ...made,
    short: shortOf(title),
    ...unitInTail(made, title),
    scale: made.kind === 'share' ? null : made.scale,
    title: { sv: title, en: title },
    says: { sv: title, en: title },
    directionReason: NOT_JUDGED,
    matters: NOT_JUDGED,
    bySex,
    discontinued: endedIn(title),
  }
}

const UNDESCRIBED: Localized = {
  sv: 'Kolada beskriver inte längre indikatorn: bara dess id och värden är kända.',
  en: 'Kolada no longer describes the indicator: only its id and values are known.',
}

/** An indicator of which nothing but the id is known; null for what is no id of Kolada's. */
export function undescribed(id: string): Indicator | null {
  if (!koladaIdSchema.safeParse(id).success) return null
  const made = outsideCatalogue({ id, title: id, area: null, bySex: false })
  return { ...made, says: UNDESCRIBED, directionReason: UNDESCRIBED, matters: UNDESCRIBED }
}

/** "(-2023)" behind a title: collected until then. */
const ENDED = /\s*\(\s*[-–]\s*((?:19|20)\d\d)\s*\)\s*$/

function endedIn(title: string): number | null {
  const year = Number(ENDED.exec(title)?.[1])
  return year >= 2000 ? year : null
}

const plainTitle = (title: string): string => title.replace(ENDED, '') || title

const LONGEST_SHORT = 45
/** What a title says of its unit, last: ", andel (%)", ", kr/inv". */
const UNIT_TAIL =
  /,\s*(?:andel\s*\(?%\)?|antal(?:\/[\d\s]+(?:inv|invånare)?)?|kr\/inv|kr|index|\(%\)|\(ja\s*=\s*1.*\))\s*$/i

function shortOf(title: string): Localized {
  const plain = plainTitle(title)
  const name = plain.replace(UNIT_TAIL, '') || plain
  const short = name.length > LONGEST_SHORT ? `${name.slice(0, LONGEST_SHORT - 1).trimEnd()}…` : name
  return { sv: short, en: short }
}

/** Units that stand last in a title and that no other word of it tells: kg, ton CO2e/inv, timmar/vecka, recept/1000 inv. */
const MEASURED =
  /,\s*((?:kg|ton|gram|liter|meter|hektar|kbm|kvm|km|år|[kM]Wh|MW|Mbit)(?:[ /][\p{L}\d /-]{1,24})?|\p{L}+\/[\p{L}\d ]{1,16})\s*$/iu

function unitInTail({ unit, kind }: Indicator, title: string): Partial<Indicator> {
  const tail = kind === 'amount' && unit === 'värde' ? MEASURED.exec(plainTitle(title))?.[1]?.trim() : undefined
  return tail ? { unit: tail, unitText: { sv: tail, en: tail } } : {}
}

const LONGEST_AREA = 40

/** "Äldre och funktionshinder" is the area kolada-aldre-och-funktionshinder. */
function areaOf(name: string | null): { area: string; areaName: Localized } {
  if (name === null) return { area: `${KOLADA_AREA}ovrigt`, areaName: { sv: 'Kolada: övrigt', en: 'Kolada: other' } }
  const english = ENGLISH[name] ?? name
  return { area: slugOf(name), areaName: { sv: `Kolada: ${name}`, en: `Kolada: ${english}` } }
}

const slugOf = (name: string): string =>
  `${KOLADA_AREA}${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')}`
    .slice(0, LONGEST_AREA)
    .replace(/-+$/, '')

/** Kolada's operating areas in English; another keeps its Swedish name. */
const ENGLISH: Record<string, string> = {
  Befolkning: 'Population',
  'Hälso- och sjukvård': 'Health care',
  'Individ- och familjeomsorg': 'Individual and family services',
  'Kommunen, övergripande': 'The municipality as a whole',
  'Kultur och fritid': 'Culture and leisure',
  'Äldre och funktionshinder': 'Older people and people with disabilities',
}

import { catalogue } from '../../data/catalogue/index.ts'
import type { directions, Indicator, indicatorSources, kinds } from '../../data/model/indicator.ts'

/** What a file says of an indicator that is not in the catalogue. */
export type Declaration = {
  id: string
  title: string
  source: (typeof indicatorSources)[number]
  unit?: string | undefined
  kind?: (typeof kinds)[number] | undefined
  direction?: (typeof directions)[number] | undefined
  area?: string | undefined
  /** What the area is called, where it is none of the catalogue's. */
  areaName?: Indicator['areaName']
}

type Measure = Pick<Indicator, 'kind' | 'unit' | 'multiplier' | 'scale' | 'decimals'>

const SHARE: Measure = { kind: 'share', unit: '%', multiplier: 100, scale: { min: 0, max: 100 }, decimals: 1 }
const KRONOR = /(?<![a-zåäö])(kr|tkr|mkr|mnkr|kronor)(?![a-zåäö])((?:\/| per )[^(),;]*)?/i
const YES_NO: Measure = { kind: 'yesno', unit: 'ja/nej', multiplier: null, scale: { min: 0, max: 1 }, decimals: 0 }

/** What a title says about the unit, as Kolada, Öppna jämförelser and people write it. First that matches. */
const TAILS: [RegExp, (found: RegExpExecArray) => Measure | null][] = [
  [/(?:avvikelse|förändring|ökning|minskning).*(?:%|procent)/i, () => plain('amount', '%', 1)],
  [/täckning|försörjningsgrad|beläggning|nyttjandegrad|måluppfyll/i, (found) => ofWhatMayExceed(found.input)],
  [/andel|%|procent/i, () => SHARE],
  [/ja\/nej|ja\s*=\s*1|1\s*=\s*ja|\(ja\)/i, () => YES_NO],
  [/(?:antal|per|st)\s*\/?\s*(1\s?000|10\s?000|100\s?000)\s*([^)]*)/i, ([, per, whom]) => rate(per!, whom!)],
  [/\bper (?:inv[a-zåäö]*|capita)/i, ([unit]) => ({ ...plain('rate', unit, 1), multiplier: 1 })],
  [KRONOR, (found) => plain('amount', kronorUnit(found), 0)],
  [/index/i, () => plain('index', 'index', 1)],
  [/(?:[,(] ?|\bi )(dygn|timmar|minuter|veckor|månader)\)?$/i, ([, unit]) => plain('mean', unit!.toLowerCase(), 1)],
  [/\bdagar\b/i, () => plain('mean', 'dagar', 1)],
  [/genomsnitt[a-zåäö]*\s+antal|medelantal/i, () => plain('mean', 'antal', 1)],
  [/\bmedel|\bgenomsnitt/i, () => plain('mean', 'medelvärde', 1)],
  [/antal/i, () => plain('count', 'antal', 0)],
]

/** What is covered, used or reached can be more than all of it. */
const ofWhatMayExceed = (title: string): Measure | null =>
  /andel|%|procent|grad\b/i.test(title) ? { ...SHARE, scale: null } : null

const plain = (kind: Measure['kind'], unit: string, decimals: number): Measure => ({
  kind,
  unit,
  multiplier: null,
  scale: null,
  decimals,
})

/** "Kostnad (kr)" and "Belopp, kr" have the unit kr; what follows the word belongs to it: kr/inv, kr per brukare. */
const kronorUnit = ([, unit = 'kr', per = '']: RegExpExecArray): string =>
  `${/^kronor$/i.test(unit) ? 'kr' : unit}${per.trimEnd()}`

function rate(per: string, whom: string): Measure {
  const multiplier = Number(per.replace(/\s/g, ''))
  return {
    kind: 'rate',
    unit: `per ${multiplier.toLocaleString('sv-SE')} ${whom}`.trim(),
    multiplier,
    scale: null,
    decimals: 1,
  }
}

const OTHERWISE: Measure = { kind: 'amount', unit: 'värde', multiplier: null, scale: null, decimals: 1 }

/** How an indicator of that title is measured, as far as its title tells. */
function measureOf(title: string, kind?: Declaration['kind']): Measure {
  if (kind === 'share') return SHARE
  if (kind === 'yesno') return YES_NO
  for (const [tail, measure] of TAILS) {
    const found = tail.exec(title)
    const told = found && measure(found)
    if (told) return { ...told, ...(kind ? { kind } : {}) }
  }
  return { ...OTHERWISE, ...(kind ? { kind } : {}) }
}

const NOT_REVIEWED = {
  sv: 'Definitionen följde med filen och är inte granskad.',
  en: 'The definition came with the file and has not been reviewed.',
}
const DEFAULT_AREA = 'ifo'
/** How Kolada writes in a title that no is 2. */
const NO_IS_TWO = /nej\s*=\s*2/i
const LONGEST_SHORT = 45

/** An indicator made of what a file says of it: neutral unless the file says which way is better, and marked as not reviewed. */
export function declared(declaration: Declaration): Indicator {
  const { id, title, source, kind } = declaration
  const measure = measureOf(title, kind)
  const unit = declaration.unit || measure.unit
  const short = title.length > LONGEST_SHORT ? `${title.slice(0, LONGEST_SHORT - 1)}…` : title
  return {
    id,
    ...areaOf(declaration),
    sub: null,
    core: false,
    title: { sv: title, en: title },
    short: { sv: short, en: short },
    ...measure,
    unit,
    unitText: unitText(unit),
    direction: declaration.direction ?? 'neutral',
    directionReason: NOT_REVIEWED,
    says: { sv: title, en: title },
    matters: NOT_REVIEWED,
    bySex: false,
    yesNoCoding: measure.kind === 'yesno' ? (NO_IS_TWO.test(title) ? '1/2' : '1/0') : null,
    children: false,
    grades: null,
    otherWords: [],
    base: null,
    baseReason: null,
    source,
    discontinued: null,
    checkedBy: null,
    reviewed: null,
    nextReview: null,
  }
}

function areaOf({ area, areaName }: Declaration): Pick<Indicator, 'area' | 'areaName'> {
  if (area && areaName) return { area, areaName }
  return { area: area && catalogue().areaById.has(area) ? area : DEFAULT_AREA }
}

function unitText(unit: string): Indicator['unitText'] {
  const known = catalogue().indicators.find((indicator) => indicator.unit === unit)
  return known?.unitText ?? { sv: unit, en: unit }
}

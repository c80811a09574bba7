import { catalogue } from '../../../data/catalogue/index.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { DERIVED, type Derived } from './words.ts'

type Sex = Figure['sex']

/** What a heading says. */
export interface Heading {
  /** Indicators that it names: none, one, or more than can be true. */
  indicators: string[]
  sexes: Sex[]
  years: number[]
  /** A span of years, as it is written: no year is told by it. */
  span: string | null
  derived: Derived | null
  /** What is said beside all that, which changes the meaning in a way that is not known. */
  rest: string
  /** A unit that the heading names. */
  units: string[]
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g
const SPAN = /(?<!\d)((?:19|20)\d\d)\s?[-–—/]\s?((?:19|20)?\d\d)(?![-\d])/g
const DATE = /(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)/g
const BOTH =
  /(?:kvinnor|flickor|kvinna|women)\s*(?:och|samt|&|\+|\/|,|and)\s*(?:män|pojkar|man|men)(?![a-zåäö])|(?:män|pojkar|man|men)\s*(?:och|samt|&|\+|\/|,|and)\s*(?:kvinnor|flickor|kvinna|women)|båda(?: könen)?(?![a-zåäö])|bägge könen|könen totalt/g
const SEX_WORDS: [RegExp, Sex][] = [
  [/(?<![a-zåäö])(?:kvinnor|kvinna|flickor|flicka|women|woman|kv)(?![a-zåäö])/g, 'K'],
  [/(?<![a-zåäö])(?:män|man|pojkar|pojke|men)(?![a-zåäö])/g, 'M'],
  [/(?<![a-zåäö])(?:totalt|samtliga|alla|total|tot)(?![a-zåäö])/g, 'T'],
]
const UNITS =
  /promille|‰|\btkr\b|tusental kronor|tusen kr(?:onor)?|\bmn?kr\b|miljoner kr(?:onor)?|kvot|\(?0\s?[-–]\s?1\)?(?=$|[\s),])/g
/** Words that change nothing of what is meant. */
const NEUTRAL =
  /(?<![a-zåäö])(?:andel(?:en)?|procent|procentuell|resultat(?:et)?|värde(?:t)?|visat|utfall|år|indikator(?:n)?|nyckeltal|tabell|värden|i|kr|kronor|st|kön|öj|nr|blad|kommun(?:er|erna|vis)?|redovisat|per kommun|över|index)(?![a-zåäö])/g

/** Reads a heading, its stacked parts joined. @param known an indicator by its id, of the catalogue or of an earlier file */
export function readHeading(text: string, known: (id: string) => Indicator | undefined): Heading {
  let left = ` ${text.toLowerCase().replace(/[\s\u00a0]+/g, ' ')} `
  const named = idsIn(text, known)
  for (const id of named) left = left.replaceAll(id.toLowerCase(), ' ')
  const titled = takeTitle(left, named[0])
  left = titled.left
  const taken = takeWhenAndWho(left)
  const indicators = [...new Set([...named, ...titled.ids])]
  return { ...taken, indicators, ...derivedIn(taken.rest, indicators, known) }
}

function idsIn(text: string, known: (id: string) => Indicator | undefined): string[] {
  const found = text.match(/(?<![A-Za-z0-9])[NUnu]\d{5}(?!\d)/g) ?? []
  return [...new Set(found.map((id) => id.toUpperCase()))].filter((id) => known(id) !== undefined)
}

/** Reads a text beside the headings, such as a title or a sheet's name, for the years that it speaks of. Dates are of the making. */
export function yearsIn(text: string): { years: number[]; span: string | null } {
  const { years, span } = takeWhenAndWho(` ${text.toLowerCase()} `)
  return { years, span }
}

function takeWhenAndWho(text: string): Pick<Heading, 'years' | 'span' | 'sexes' | 'units' | 'rest'> {
  let left = text.replace(DATE, ' ')
  const span = left.match(SPAN)?.find(isSpan) ?? null
  left = left.replace(SPAN, (found) => (isSpan(found) ? ' ' : found))
  const years = [...new Set(left.match(YEAR) ?? [])].map(Number)
  left = left.replace(YEAR, ' ')
  const units = left.match(UNITS) ?? []
  left = left.replace(UNITS, ' ')
  const sexes: Sex[] = BOTH.test(left) ? ['T'] : []
  BOTH.lastIndex = 0
  left = left.replace(BOTH, ' ')
  for (const [word, sex] of SEX_WORDS) {
    if (left.search(word) < 0) continue
    sexes.push(sex)
    left = left.replace(word, ' ')
  }
  return { years, span, units: units.map((unit) => unit.trim()), sexes: [...new Set(sexes)], rest: words(left) }
}

/** 2019–2021 and 2019/20, not 2019-05. */
function isSpan(text: string): boolean {
  const [, from, to = ''] = /((?:19|20)\d\d)\s?[-–—/]\s?((?:19|20)?\d\d)/.exec(text) ?? []
  const end = Number(to.length === 2 ? `${from?.slice(0, 2)}${to}` : to)
  return end > Number(from) && end - Number(from) <= 20
}

const words = (text: string): string => text.replace(/[^\p{L}\d±%]+/gu, ' ').trim()

function derivedIn(rest: string, indicators: string[], known: (id: string) => Indicator | undefined) {
  const found = DERIVED.find(([, form]) => form.test(rest))
  if (found) return { derived: found[0], rest }
  const left = rest.replaceAll('%', ' ').replace(NEUTRAL, ' ').replace(/\s+/g, ' ').trim()
  const isCount = indicators.some((id) => ['count', 'amount', 'rate', 'mean'].includes(known(id)?.kind ?? ''))
  if (/^antal(?: personer| svar)?$/.test(left))
    return { derived: indicators.length > 0 && !isCount ? ('n' as const) : null, rest: isCount ? '' : left }
  if (/±/.test(left)) return { derived: 'margin' as const, rest: left }
  return { derived: null, rest: left }
}

/** A title of the catalogue by its words, and the indicators that are called so. */
type Title = { words: string[]; ids: string[] }
let titles: Map<string, Title[]> | undefined

/** The catalogue's titles by their first word. */
function allTitles(): Map<string, Title[]> {
  titles ??= byFirstWord(titlesOf(catalogue().indicators))
  return titles
}

function byFirstWord(all: readonly Title[]): Map<string, Title[]> {
  const found = new Map<string, Title[]>()
  for (const title of all) found.set(title.words[0]!, [...(found.get(title.words[0]!) ?? []), title])
  return found
}

function titlesOf(indicators: readonly Indicator[]): Title[] {
  const found = new Map<string, Title>()
  for (const { id, title, short } of indicators)
    for (const text of new Set([title.sv, title.en, short.sv, short.en])) {
      const words = wordsIn(text.toLowerCase()).map(({ word }) => word)
      const key = words.join(' ')
      if (key.length <= SHORTEST_TITLE) continue
      const same = found.get(key)
      if (!same) found.set(key, { words, ids: [id] })
      else if (!same.ids.includes(id)) same.ids.push(id)
    }
  return [...found.values()]
}
const SHORTEST_TITLE = 5

type Word = { word: string; from: number; to: number }

/** The words of a text and where they stand, without punctuation and the marks of shares, which are written in many ways. */
const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\d]+/gu), ({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  })).filter(({ word }) => word !== 'andel')

/** The longest title of the catalogue that stands among words, and at which. @param named the indicator that it has to be of */
function longestIn(words: readonly Word[], named: string | undefined): { title: Title; at: number } | null {
  let longest: { title: Title; at: number } | null = null
  for (const [at, { word }] of words.entries())
    for (const title of allTitles().get(word) ?? []) {
      const isLonger = lengthOf(title) > (longest ? lengthOf(longest.title) : 0)
      if (isLonger && standsAt(title, words, at) && (!named || title.ids.includes(named))) longest = { title, at }
    }
  return longest
}

const lengthOf = ({ words }: Title): number => words.reduce((sum, word) => sum + word.length + 1, 0)
const standsAt = ({ words: parts }: Title, words: readonly Word[], at: number): boolean =>
  parts.every((part, i) => words[at + i]?.word === part)

/** Takes the longest title of the catalogue out of a heading. @param named the indicator whose id stands there: only its own title */
function takeTitle(text: string, named: string | undefined): { ids: string[]; left: string } {
  const words = wordsIn(text)
  const found = longestIn(words, named)
  if (!found) return { ids: [], left: text }
  const { title, at } = found
  const [from, to] = [words[at]!.from, words[at + title.words.length - 1]!.to]
  return { ids: named ? [] : title.ids, left: `${text.slice(0, from)} ${text.slice(to)}` }
}

import type { Localized } from '../localized.ts'
import { nearest } from '../nearest.ts'

/** What a token can ask for: the word of each language, and whether it needs a municipality. */
const TOKENS = {
  value: { sv: 'värde', en: 'value' },
  rank: { sv: 'rang', en: 'rank' },
  change: { sv: 'förändring', en: 'change' },
  second: { sv: 'nästbäst', en: 'second' },
} as const satisfies Record<string, Localized>
type TokenWord = keyof typeof TOKENS

/** A place in a text that is filled from data: `{värde:N31814:Solna}`, `{värde:N31814:Solna:2022}`, `{nästbäst:N31814}`. */
export type Token = {
  word: TokenWord
  indicator: string
  /** Null for the second best, which is found. */
  municipality: string | null
  period: number | null
  /** Where it stands in the text. */
  start: number
  end: number
}

/** What a token may name: indicators by id, municipalities by short name or code. */
export type Known = {
  indicators: ReadonlySet<string>
  /** Short name to code. */
  municipalities: ReadonlyMap<string, string>
}

export type TokenMistake = { token: string; start: number; message: Localized }
export type Read = { tokens: Token[]; mistakes: TokenMistake[] }

const BRACES = /\{([^{}\n]*)\}/g
const WORDS = new Map<string, TokenWord>(
  (Object.keys(TOKENS) as TokenWord[]).flatMap((word) => [
    [TOKENS[word].sv, word],
    [TOKENS[word].en, word],
  ]),
)

/** Every token of a text, and what is wrong with those that cannot be filled: the nearest known is named. */
export function readTokens(text: string, known: Known): Read {
  const read: Read = { tokens: [], mistakes: [] }
  for (const match of text.matchAll(BRACES)) {
    const found = readToken(match[1]!, match.index, match[0].length, known)
    if ('message' in found) read.mistakes.push({ token: match[0], start: match.index, message: found.message })
    else read.tokens.push(found)
  }
  for (const start of strayBraces(text)) read.mistakes.push({ token: text[start]!, start, message: UNCLOSED })
  return read
}

/** Braces that belong to no token: one was begun and not ended. */
const strayBraces = (text: string): number[] =>
  [...text.replace(BRACES, (whole) => ' '.repeat(whole.length)).matchAll(/[{}]/g)].map(({ index }) => index)

const UNCLOSED: Localized = {
  sv: 'Klammern har ingen motsvarighet. Skriv till exempel {värde:N31814:Solna}.',
  en: 'The brace has no counterpart. Write for example {value:N31814:Solna}.',
}

function readToken(inside: string, start: number, length: number, known: Known): Token | { message: Localized } {
  const [name = '', indicator = '', ...rest] = inside.split(':').map((part) => part.trim())
  const word = WORDS.get(name.toLowerCase())
  if (!word) return { message: strange(name, [...WORDS.keys()]) }
  if (!known.indicators.has(indicator)) return { message: strange(indicator, [...known.indicators]) }
  const named = word === 'second' && /^(\d{4})?$/.test(rest[0] ?? '') ? [null, ...rest] : rest
  const municipality = named[0] == null || named[0] === '' ? null : codeOf(named[0], known)
  if (municipality === undefined) return { message: strange(named[0]!, [...known.municipalities.keys()]) }
  if (municipality === null && word !== 'second') return { message: noMunicipality(name, indicator) }
  const period = periodOf(named[1])
  if (period === undefined || named.length > 2) return { message: badYear(named.slice(1).join(':')) }
  return { word, indicator, municipality, period, start, end: start + length }
}

/** A name is read whatever its case; undefined where it is not known. */
function codeOf(name: string, { municipalities }: Known): string | undefined {
  const folded = name.toLowerCase()
  for (const [short, code] of municipalities) if (short.toLowerCase() === folded || code === name) return code
  return undefined
}

function periodOf(text: string | null | undefined): number | null | undefined {
  if (text == null || text === '') return null
  return /^(19|20)\d\d$/.test(text) ? Number(text) : undefined
}

const strange = (given: string, known: readonly string[]): Localized => {
  const closest = nearest(given.slice(0, 64), known)
  return {
    sv: `${given.slice(0, 64) || 'Ingenting'} finns inte; menade du ${closest}?`,
    en: `${given.slice(0, 64) || 'Nothing'} is not known; did you mean ${closest}?`,
  }
}

const noMunicipality = (word: string, indicator: string): Localized => ({
  sv: `Skriv också en kommun: {${word}:${indicator}:Solna}.`,
  en: `Name a municipality too: {${word}:${indicator}:Solna}.`,
})

const badYear = (given: string): Localized => ({
  sv: `${given.slice(0, 40)} är inget år. Skriv det sist, med fyra siffror, eller utelämna det för det senaste.`,
  en: `${given.slice(0, 40)} is not a year. Write it last, with four digits, or leave it out for the latest.`,
})

/** The text with each token replaced by what it becomes; `{` never stays. */
export function fillTokens(text: string, filled: readonly { token: Token; text: string }[]): string {
  let from = 0
  let result = ''
  for (const { token, text: becomes } of [...filled].sort((a, b) => a.token.start - b.token.start)) {
    result += text.slice(from, token.start) + becomes
    from = token.end
  }
  return result + text.slice(from)
}

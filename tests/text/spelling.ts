import dictionary from 'dictionary-sv'
import nspell from 'nspell'

/** With the dictionary's own rules for compounds the checker takes every word for one, so they are left out of it. */
const COMPOUNDING = /^(COMPOUND|ONLYINCOMPOUND|CHECKCOMPOUND)/

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const aff = text(dictionary.aff)
  .split('\n')
  .filter((line) => !COMPOUNDING.test(line))
  .join('\n')
const speller = nspell({ aff: Buffer.from(aff), dic: Buffer.from(dictionary.dic) })

const isWord = (word: string) => speller.correct(word) || speller.correct(word.toLowerCase())
const SHORTEST_PART = 3
const MOST_JOINTS = 2

/** Whether a word is Swedish: in the dictionary, or put together of two or three that are, with or without an s between. */
export function isSwedish(word: string, joints = MOST_JOINTS): boolean {
  if (isWord(word)) return true
  if (joints === 0) return false
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const [first, rest] = [word.slice(0, at), word.slice(at)]
    if (isFirstPart(first) && isSwedish(rest, joints - 1)) return true
  }
  return false
}

const isFirstPart = (part: string) =>
  isWord(part) || (part.endsWith('s') && part.length > SHORTEST_PART && isWord(part.slice(0, -1)))

/** Literals of a source file, without what is put into them and without the signs of a line break. */
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g
const said = (found: RegExpMatchArray) => (found[1] ?? found[2] ?? '').replace(/\$\{[^}]*\}|\\[nt]/g, ' ')

/** Every literal of a file in which all text is Swedish. */
export const literalsIn = (source: string): string[] =>
  Array.from(source.replace(/^(import|export \* from) .*$/gm, '').matchAll(LITERAL), said)

const SAYING = new RegExp(`(?:\\bsay\\(\\s*(?:lang,\\s*)?|\\bsv: )(?:${LITERAL.source})`, 'g')

/** The Swedish of everything that is said in both languages: the first literal of each `say(…)`, and what stands at `sv`. */
export const swedishSaidIn = (source: string): string[] => Array.from(source.matchAll(SAYING), said)

/** The words of a text, without markup, addresses, ids and abbreviations of two letters. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(/<[^>]+>|https?:\S+|\b\w+\.\w+\b|[NU]\d{5}/g, ' ')
  return (plain.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2)
}

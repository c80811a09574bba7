const WORD = /[\p{L}\p{N}]+/gu
const LONGEST = 40
const SHORTEST = 2

/** How a word is written whatever its case and however its letters are put together. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** The words of a text in its order, folded; letters alone and what is longer than any word are cut away. */
export const wordsOf = (text: string): string[] =>
  (folded(text).match(WORD) ?? []).filter(({ length }) => length >= SHORTEST).map((word) => word.slice(0, LONGEST))

/** How many times each word stands in a text. */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const AROUND = 110

/** The place in a text where one of the words stands, with what stands around it; its beginning where none does. */
export function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const at = firstOf(folded(plain), words)
  const from = at <= AROUND ? 0 : plain.indexOf(' ', at - AROUND) + 1
  const to = Math.min(plain.length, at + AROUND)
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to)}${to < plain.length ? ' …' : ''}`
}

function firstOf(text: string, words: readonly string[]): number {
  const places = words.map((word) => startOf(text, word)).filter((at) => at >= 0)
  return places.length > 0 ? Math.min(...places) : 0
}

/** Where a word begins with these letters; -1 where none does. */
function startOf(text: string, letters: string): number {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return at
  return -1
}

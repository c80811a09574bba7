const MARKS = /\p{Diacritic}/gu
const NOT_WORD = /[^\p{L}\p{N}]+/gu
const ALIKE = 0.6

/** Lower case, without accents or punctuation: `Långvarigt bistånd,` becomes `langvarigt bistand`. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(NOT_WORD, ' ').trim()

/**
 * The items that a query means, best first. Every word of the query must be found, anywhere within a word, since Swedish
 * compounds hide the word one looks for ("bistånd" in "försörjningsbistånd"); if nothing fits, the most alike are given.
 * @param textOf everything of an item that may be searched, its name first
 */
export function search<Item>(query: string, items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const words = folded(query).split(' ').filter(Boolean)
  if (words.length === 0) return [...items]
  const haystacks = items.map((item) => ({ item, text: ` ${folded(textOf(item))}` }))
  const exact = scored(haystacks, (text) => exactScore(text, words))
  return exact.length > 0 ? exact : scored(haystacks, (text) => alikeScore(text, words))
}

function scored<Item>(haystacks: readonly { item: Item; text: string }[], scoreOf: (text: string) => number): Item[] {
  return haystacks
    .map(({ item, text }, index) => ({ item, index, score: scoreOf(text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ item }) => item)
}

/** 0 unless every word is there; more where they begin the name or a word. */
function exactScore(text: string, words: readonly string[]): number {
  if (!words.every((word) => text.includes(word))) return 0
  const begins = words.filter((word) => text.includes(` ${word}`)).length
  return 1 + begins + (text.startsWith(` ${words[0]}`) ? words.length : 0)
}

/** The mean share of each word's letter pairs that the text has; 0 below a threshold. */
function alikeScore(text: string, words: readonly string[]): number {
  const shares = words.map((word) => {
    const wanted = pairs(` ${word}`)
    return wanted.filter((pair) => text.includes(pair)).length / wanted.length
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return mean >= ALIKE ? mean : 0
}

const pairs = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))

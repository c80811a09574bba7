const ENDINGS = 'arnas ernas ornas andet arna erna orna aren ande ens ets arn ern en et ar er or na n t a e s'.split(
  ' ',
)

/** Shortest stem that an ending may be taken from: "barn" stays "barn", "barnen" becomes "barn". */
const SHORTEST_STEM = 4

/** Words that a question can do without. */
const CONNECTING = new Set('i och av med som till på for the of and in en ett'.split(' ').map(folded))

/** Lower case without rings, dots and accents: "Bistånd" and "bistand" become the same. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The folded words and numbers of a text, in order. */
export function words(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a question that carry its meaning; all of them when none does. */
export function tellingWords(question: string): string[] {
  const all = words(question)
  const telling = all.filter((word) => !CONNECTING.has(word))
  return telling.length ? telling : all
}

/** A folded Swedish word without its inflection: "kostnaderna", "kostnaden" and "kostnad" become the same. */
export function stem(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM)
  return ending ? word.slice(0, -ending.length) : word
}

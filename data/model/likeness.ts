import { editDistance } from './nearest.ts'
import { stem } from './words.ts'

/** How well a folded word of a text answers a folded word of a question: 0 nothing of it. */
export type Likeness = (word: string) => number

/**
 * As spelt: 1 the same word, 0.95 another inflection, 0.7–0.9 the first part of a compound or an unfinished word ("bistånd" in
 * "biståndsmottagare"), 0.6–0.75 its last part ("hem" in "familjehem"), 0.5 a part inside it.
 */
export function likenessTo(asked: string): Likeness {
  const root = stem(asked)
  // Whatever answers holds the root: most words of a long list are done with here.
  return (word) => (word.includes(root) ? likenessOfRoot(asked, root, word) : 0)
}

function likenessOfRoot(asked: string, root: string, word: string): number {
  if (asked === word) return 1
  const wordRoot = stem(word)
  if (root === wordRoot) return 0.95
  const covered = root.length / word.length
  if (root.length >= 2 && word.startsWith(root)) return 0.7 + 0.2 * covered
  if (root.length >= 3 && wordRoot.endsWith(root)) return 0.6 + 0.15 * covered
  return root.length >= 5 ? 0.5 : 0
}

/**
 * The same for a misspelt word, 0–0.45: one wrong letter in words of 4–5 letters, two in longer ones, in the whole word or
 * in the first or last part of a compound.
 */
export function misspeltLikenessTo(asked: string): Likeness {
  const allowed = asked.length < 4 ? 0 : asked.length < 6 ? 1 : 2
  const letters = lettersOf(asked)
  return (word) => {
    if (allowed === 0 || word.length < asked.length - allowed) return 0
    // Each letter that stands nowhere in the word is one that is wrong.
    if (counted(letters & ~lettersOf(word)) > allowed) return 0
    return misspelt(asked, word, allowed)
  }
}

function misspelt(asked: string, word: string, allowed: number): number {
  const whole = wrongLetters(asked, word, allowed)
  if (whole !== null) return 0.45 - 0.05 * whole
  if (word.length <= asked.length) return 0
  const parts = [word.slice(0, asked.length), word.slice(-asked.length)]
  const fewest = parts.map((part) => wrongLetters(asked, part, allowed)).filter((wrong) => wrong !== null)
  return fewest.length ? 0.35 - 0.05 * Math.min(...fewest) : 0
}

function wrongLetters(asked: string, word: string, allowed: number): number | null {
  if (Math.abs(asked.length - word.length) > allowed) return null
  const wrong = editDistance(asked, word)
  return wrong <= allowed ? wrong : null
}

/** One bit for each letter that stands in a word; several share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function counted(bits: number): number {
  let left = bits
  let count = 0
  for (; left !== 0; count++) left &= left - 1
  return count
}

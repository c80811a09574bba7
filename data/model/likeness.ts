import { editDistance } from './nearest.ts'
import { stem } from './words.ts'

/**
 * How well a folded word of a text answers a folded word of a question, as spelt: 1 the same word, 0.95 another
 * inflection, 0.7–0.9 the first part of a compound or an unfinished word ("bistånd" in "biståndsmottagare"), 0.6–0.75
 * its last part ("hem" in "familjehem"), 0.5 a part inside it, 0 nothing of it.
 */
export function likeness(asked: string, word: string): number {
  if (asked === word) return 1
  const root = stem(asked)
  const wordRoot = stem(word)
  if (root === wordRoot) return 0.95
  const covered = root.length / word.length
  if (root.length >= 2 && word.startsWith(root)) return 0.7 + 0.2 * covered
  if (root.length >= 3 && wordRoot.endsWith(root)) return 0.6 + 0.15 * covered
  return root.length >= 5 && word.includes(root) ? 0.5 : 0
}

/**
 * The same for a misspelt word, 0–0.45: one wrong letter in words of 4–5 letters, two in longer ones, in the whole word or
 * in the first or last part of a compound.
 */
export function misspeltLikeness(asked: string, word: string): number {
  const allowed = asked.length < 4 ? 0 : asked.length < 6 ? 1 : 2
  if (allowed === 0 || word.length < asked.length - allowed) return 0
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

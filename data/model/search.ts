import { likeness, misspeltLikeness } from './likeness.ts'
import { tellingWords, words } from './words.ts'

/** What can be searched: `title` is what people read, `more` further words that count for less (area, meaning). */
export type Findable = { id: string; title: string; more?: string }

type Entry<T> = { item: T; weights: Map<string, number>; length: number }
type Answers = Map<string, number>

const TITLE = 1
const MORE = 0.4

/**
 * Makes a search over titles that forgives spelling and understands Swedish compounds. The search returns the entries that
 * answer most of the question's words, the best answer first; equal answers stand in Swedish order of title. An empty
 * question, or one of which no word is known, finds nothing.
 */
export function searcher<T extends Findable>(items: readonly T[]): (question: string, limit?: number) => T[] {
  const entries = items.map(entryOf)
  const vocabulary = [...new Set(entries.flatMap((entry) => [...entry.weights.keys()]))].sort()
  return (question, limit = 20) => {
    const answers = tellingWords(question).flatMap((asked) => answersTo(asked, vocabulary))
    return ranked(entries, answers).slice(0, limit)
  }
}

function entryOf<T extends Findable>(item: T): Entry<T> {
  const title = words(`${item.title} ${item.id}`)
  const weights = new Map(words(item.more ?? '').map((word) => [word, MORE]))
  for (const word of title) weights.set(word, TITLE)
  return { item, weights, length: title.length }
}

/**
 * The known words that answer one asked word, with how well: as spelt; else as a compound of two known words, which then
 * must both be answered; else as misspelt.
 */
function answersTo(asked: string, vocabulary: readonly string[]): Answers[] {
  const spelt = matching(asked, vocabulary, likeness)
  if (spelt.size) return [spelt]
  return partsOf(asked, vocabulary) ?? [matching(asked, vocabulary, misspeltLikeness)]
}

function matching(asked: string, vocabulary: readonly string[], like: typeof likeness): Answers {
  const found: Answers = new Map()
  for (const word of vocabulary) {
    const score = like(asked, word)
    if (score > 0) found.set(word, score)
  }
  return found
}

/** "barnbistånd" → answers to "barn" and to "bistånd"; the s that binds a compound is dropped by the likeness. */
function partsOf(compound: string, vocabulary: readonly string[]): Answers[] | null {
  for (let cut = compound.length - 3; cut >= 3; cut--) {
    const parts = [compound.slice(0, cut), compound.slice(cut)].map((part) => beginning(part, vocabulary))
    if (parts.every((part) => part.size > 0)) return parts
  }
  return null
}

function beginning(part: string, vocabulary: readonly string[]): Answers {
  return matching(part, vocabulary, (asked, word) => {
    const score = likeness(asked, word)
    return score >= 0.7 ? score : 0
  })
}

function ranked<T extends Findable>(entries: readonly Entry<T>[], answers: readonly Answers[]): T[] {
  const hits = entries.map((entry) => ({ entry, ...scoreOf(entry, answers) })).filter((hit) => hit.answered > 0)
  const most = Math.max(0, ...hits.map((hit) => hit.answered))
  return hits
    .filter((hit) => hit.answered === most)
    .sort((a, b) => b.score - a.score || byTitle(a.entry.item, b.entry.item))
    .map((hit) => hit.entry.item)
}

/** The sum of the best answer to each word, with a little for a title that says not much else. */
function scoreOf<T>(entry: Entry<T>, answers: readonly Answers[]): { answered: number; score: number } {
  const best = answers.map((known) => {
    let score = 0
    for (const [word, weight] of entry.weights) score = Math.max(score, weight * (known.get(word) ?? 0))
    return score
  })
  const answered = best.filter((score) => score > 0).length
  const sum = best.reduce((total, score) => total + score, 0)
  return { answered, score: Math.round((sum + (0.1 * answered) / entry.length) * 1e6) }
}

const swedish = new Intl.Collator('sv')

function byTitle(a: Findable, b: Findable): number {
  return swedish.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
}

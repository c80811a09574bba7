import { type Likeness, likenessTo, misspeltLikenessTo } from './likeness.ts'
import { tellingWords, words } from './words.ts'

/** What can be searched: `title` is what people read, `more` further words that count for less (area, meaning). */
export type Findable = { id: string; title: string; more?: string }

/** The words of many entries, each with the entries that it stands in; plain arrays, so that it can be stored and read whole. */
export type SearchIndex = {
  /** Folded, ascending. */
  words: readonly string[]
  /** Where each word's entries begin, and after the last where they end. */
  starts: Uint32Array
  entries: Uint16Array
  /** Beside each entry: 1 where the word stands in its title, 0 where it only stands among the further words. */
  inTitle: Uint8Array
  /** Words in the title, by entry. */
  lengths: Uint16Array
  /** Place in the Swedish order of titles, by entry. */
  order: Uint16Array
}

const TITLE = 1
const MORE = 0.4

/** @param items at most 65 535 */
export function indexOf(items: readonly Findable[]): SearchIndex {
  const lengths = new Uint16Array(items.length)
  const standing = new Map<string, Map<number, number>>()
  items.forEach(({ id, title, more }, entry) => {
    const inTitle = words(`${title} ${id}`)
    lengths[entry] = inTitle.length
    for (const word of words(more ?? '')) note(standing, word, entry, 0)
    for (const word of inTitle) note(standing, word, entry, 1)
  })
  return { ...inverted(standing), lengths, order: orderOf(items) }
}

function note(standing: Map<string, Map<number, number>>, word: string, entry: number, inTitle: number): void {
  const entries = standing.get(word) ?? new Map<number, number>()
  standing.set(word, entries.set(entry, inTitle))
}

function inverted(standing: ReadonlyMap<string, ReadonlyMap<number, number>>) {
  const known = [...standing.keys()].sort()
  const starts = new Uint32Array(known.length + 1)
  known.forEach((word, at) => {
    starts[at + 1] = starts[at]! + standing.get(word)!.size
  })
  const entries = new Uint16Array(starts.at(-1)!)
  const inTitle = new Uint8Array(entries.length)
  known.forEach((word, at) => {
    let place = starts[at]!
    for (const [entry, title] of standing.get(word)!) {
      entries[place] = entry
      inTitle[place++] = title
    }
  })
  return { words: known, starts, entries, inTitle }
}

const swedish = new Intl.Collator('sv')

function orderOf(items: readonly Findable[]): Uint16Array {
  const order = new Uint16Array(items.length)
  const sorted = items.map((item, entry) => ({ item, entry }))
  sorted.sort((a, b) => swedish.compare(a.item.title, b.item.title) || (a.item.id < b.item.id ? -1 : 1))
  sorted.forEach(({ entry }, place) => {
    order[entry] = place
  })
  return order
}

/** Places of the known words that answer an asked one, with how well. */
type Answers = Map<number, number>

/**
 * Entries, by their numbers, that answer most of the question's words, the best answer first; equal answers stand in Swedish
 * order of title. Forgives spelling and understands Swedish compounds. Nothing for an empty question, or one of which no word
 * is known.
 * @param isOffered which entries are searched among
 */
export function searchIn(index: SearchIndex, question: string, isOffered = (_entry: number) => true): number[] {
  const scores = new Map<number, { answered: number; sum: number }>()
  for (const answers of tellingWords(question).flatMap((asked) => answersTo(asked, index.words))) {
    for (const [entry, best] of bestOf(answers, index, isOffered)) {
      const { answered, sum } = scores.get(entry) ?? { answered: 0, sum: 0 }
      scores.set(entry, { answered: answered + 1, sum: sum + best })
    }
  }
  return ranked(index, scores)
}

/** The best answer of each entry that has any. */
function bestOf(answers: Answers, index: SearchIndex, isOffered: (entry: number) => boolean): Map<number, number> {
  const best = new Map<number, number>()
  for (const [word, like] of answers) {
    for (let place = index.starts[word]!; place < index.starts[word + 1]!; place++) {
      const entry = index.entries[place]!
      const score = like * (index.inTitle[place] ? TITLE : MORE)
      if (score > (best.get(entry) ?? 0) && isOffered(entry)) best.set(entry, score)
    }
  }
  return best
}

/** By the sum of the best answers to each word, with a little for a title that says not much else. */
function ranked(index: SearchIndex, scores: ReadonlyMap<number, { answered: number; sum: number }>): number[] {
  const most = [...scores.values()].reduce((highest, { answered }) => Math.max(highest, answered), 0)
  return [...scores]
    .filter(([, { answered }]) => answered === most)
    .map(([entry, { answered, sum }]) => ({
      entry,
      score: Math.round((sum + (0.1 * answered) / index.lengths[entry]!) * 1e6),
    }))
    .sort((a, b) => b.score - a.score || index.order[a.entry]! - index.order[b.entry]!)
    .map(({ entry }) => entry)
}

/**
 * The known words that answer one asked word: as spelt; else as a compound of two known words, which then must both be
 * answered; else as misspelt.
 */
function answersTo(asked: string, known: readonly string[]): Answers[] {
  const spelt = matching(known, likenessTo(asked))
  if (spelt.size) return [spelt]
  return partsOf(asked, known) ?? [matching(known, misspeltLikenessTo(asked))]
}

function matching(known: readonly string[], like: Likeness): Answers {
  const found: Answers = new Map()
  for (let at = 0; at < known.length; at++) {
    const score = like(known[at]!)
    if (score > 0) found.set(at, score)
  }
  return found
}

/** "barnbistånd" → answers to "barn" and to "bistånd"; the s that binds a compound is dropped by the likeness. */
function partsOf(compound: string, known: readonly string[]): Answers[] | null {
  for (let cut = compound.length - 3; cut >= 3; cut--) {
    const first = beginning(compound.slice(0, cut), known)
    if (first.size === 0) continue
    const last = beginning(compound.slice(cut), known)
    if (last.size > 0) return [first, last]
  }
  return null
}

function beginning(part: string, known: readonly string[]): Answers {
  const like = likenessTo(part)
  return matching(known, (word) => {
    const score = like(word)
    return score >= 0.7 ? score : 0
  })
}

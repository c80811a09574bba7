import type { Source } from '../../model/shelf/source.ts'
import { wordCounts, wordsOf } from '../../model/shelf/words.ts'
import type { Reading, Writing } from '../workspace.ts'

/** A word of the title, or of who wrote it, counts as many of the text. */
const IN_TITLE = 20
const AT_ONCE = 500
/** Past every letter: where the words that begin with some letters end. */
const LAST = '\u{10ffff}'

/** Makes the words of a source findable, in place of those that were. */
export async function index(transaction: Writing, source: string, about: Source, text: string): Promise<void> {
  await transaction.deleteFrom('shelf_word').where('source', '=', source).execute()
  const weights = wordCounts(text)
  for (const [word, count] of wordCounts([about.title, about.author, about.theme, about.year ?? ''].join(' ')))
    weights.set(word, (weights.get(word) ?? 0) + count * IN_TITLE)
  const rows = [...weights].map(([word, weight]) => ({ source, word, weight }))
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await transaction
      .insertInto('shelf_word')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
}

/** Sources that have every word of a question, or one that begins with it; the weightiest first. */
export async function findSources(read: Reading, question: string): Promise<string[]> {
  const found = await Promise.all([...new Set(wordsOf(question))].map((word) => having(read, word)))
  const [first, ...rest] = found
  if (!first) return []
  const all = [...first.keys()].filter((source) => rest.every((one) => one.has(source)))
  const weightOf = (source: string) => found.reduce((sum, one) => sum + Math.log1p(one.get(source)!), 0)
  return all.sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
}

async function having(read: Reading, word: string): Promise<Map<string, number>> {
  const rows = await read
    .selectFrom('shelf_word')
    .select(({ fn }) => ['source', fn.sum('weight').as('weight')])
    .where('word', '>=', word)
    .where('word', '<', word + LAST)
    .groupBy('source')
    .execute()
  return new Map(rows.map(({ source, weight }) => [source, Number(weight)]))
}

import { type Findable, indexOf, searchIn } from './search-index.ts'

/**
 * Makes a search over titles that forgives spelling and understands Swedish compounds. The search returns the entries that
 * answer most of the question's words, the best answer first; equal answers stand in Swedish order of title. An empty
 * question, or one of which no word is known, finds nothing.
 */
export function searcher<T extends Findable>(items: readonly T[]): (question: string, limit?: number) => T[] {
  const index = indexOf(items)
  return (question, limit = 20) =>
    searchIn(index, question)
      .slice(0, limit)
      .map((entry) => items[entry]!)
}

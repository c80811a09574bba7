/** The known word that needs the fewest single-letter edits to become the given one; undefined when none is known. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const word of known) {
    const edits = editDistance(given.toLowerCase(), word.toLowerCase())
    if (edits < fewest) [best, fewest] = [word, edits]
  }
  return best
}

/** The known number that is closest to the given one, of two as close the larger; undefined when none is known. */
export function nearestNumber(given: number, known: readonly number[]): number | undefined {
  const apart = (number: number) => Math.abs(number - given)
  return known.toSorted((a, b) => apart(a) - apart(b) || b - a)[0]
}

/** Levenshtein distance: insertions, deletions and substitutions between two words. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, substituted))
    }
    row = next
  }
  return row[b.length]!
}

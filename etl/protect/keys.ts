import { hash } from 'node:crypto'

/** SHA-256 as hexadecimal digits. */
export function digest(text: string): string {
  return hash('sha256', text)
}

/**
 * The salt of a municipality's year that draws anew: from the salt before it (none at first) and the marks of all its
 * persons, so that no salt comes twice, and the same build over the same vault draws the same.
 */
export function nextSalt(secret: string, before: string | null, marks: Iterable<readonly [string, string]>): string {
  const persons = Array.from(marks, (pair) => pair.join(':')).sort()
  return digest(`${secret}|salt|${before ?? ''}|${persons.join()}`).slice(0, 32)
}

const uint32 = (hexadecimal: string): number => Number.parseInt(hexadecimal.slice(0, 8), 16)

/** A person's key in a municipality's year, 0…2³²−1; another with every salt (disclosure rule 5). */
export function personKey(secret: string, municipality: string, year: number, salt: string, id: string): number {
  return uint32(digest(`${secret}|${municipality}|${year}|${salt}|${id}`))
}

/** The draw of a mean, 0 ≤ u < 1: a set of persons and a measure have one, so no two measures share their noise. */
export function meanDraw(secret: string, cellKey: number, measure: string): number {
  return uint32(digest(`${secret}|${inHexadecimal(cellKey)}|${measure}`)) / 2 ** 32
}

/** The draw at a cut of an item, 0 ≤ u < 1: of the persons at or above it, whichever cell they are looked for in. */
export function cutDraw(secret: string, key: number, cut: number): number {
  return uint32(digest(`${secret}|${inHexadecimal(key)}|${cut}`)) / 2 ** 32
}

const inHexadecimal = (key: number): string => key.toString(16).padStart(8, '0')

import type { Figure } from '../../../data/store/figure.ts'
import type { Heading } from './heading.ts'

const SEX_OF: Record<string, Figure['sex']> = { t: 'T', k: 'K', f: 'K', m: 'M', p: 'M' }

/**
 * Reads headings that say nothing more than a letter as those of a sex, where the letters of a table tell several sexes
 * apart: one alone could stand for anything.
 */
export function readLetters(headings: ReadonlyMap<number, Heading>): void {
  const all = Array.from(headings.values())
  const lettered = all.filter(({ rest, sexes }) => {
    const sex = SEX_OF[rest]
    return sex !== undefined && sexes.every((said) => said === sex)
  })
  const told = new Set([...lettered.map(({ rest }) => SEX_OF[rest]!), ...all.flatMap(({ sexes }) => sexes)])
  if (told.size < 2) return
  for (const heading of lettered) {
    heading.sexes = [SEX_OF[heading.rest]!]
    heading.rest = ''
  }
}

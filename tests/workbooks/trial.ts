import { Chance } from './chance.ts'
import { dishonestBook } from './dishonest.ts'
import { honestBook } from './honest.ts'
import { readBook } from './read.ts'

/** What went wrong with one workbook, by the seed that draws it. */
export interface Fault {
  seed: number
  name: string
  what: string
}

/** A seed in a file's name is never taken for a year. */
const LONG = 100_000

/** Reads honest workbooks: every value has to be read exactly, and no other. */
export async function tryHonest(folder: string, seeds: Iterable<number>): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const seed of seeds) {
    const { name, content, expected } = honestBook(new Chance(seed))
    const { stored, findings, refused } = await readBook(folder, `${LONG + seed}-${name}`, content)
    const told = findings
      .map(({ rule, column, row }) => `${rule}@${column}${row}`)
      .slice(0, 3)
      .join(' ')
    if (refused) {
      // Where all that was drawn are marks for missing values there is nothing to read.
      if (expected.size > 0) faults.push({ seed, name, what: `refused: ${told}` })
      continue
    }
    const wrong = [...stored].find(([key, value]) => expected.get(key) !== value)
    const lost = [...expected].find(([key]) => !stored.has(key))
    if (wrong) faults.push({ seed, name, what: `stored ${wrong.join(' = ')}, not ${expected.get(wrong[0])}` })
    else if (lost) faults.push({ seed, name, what: `lost ${lost.join(' = ')} (${told})` })
  }
  return faults
}

/** Reads dishonest workbooks: nothing wrong is stored, and what is not stored is told. */
export async function tryDishonest(folder: string, seeds: Iterable<number>): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const seed of seeds) {
    const { name, content, right, mustTell } = dishonestBook(new Chance(seed))
    const { stored, findings, refused } = await readBook(folder, `d${LONG + seed}-${name}`, content)
    if (refused) continue
    const wrong = [...stored].find(([key, value]) => right.get(key) !== value)
    if (wrong) faults.push({ seed, name, what: `stored ${wrong.join(' = ')}, not ${right.get(wrong[0])}` })
    else if (mustTell && findings.length === 0) faults.push({ seed, name, what: 'nothing was told' })
  }
  return faults
}

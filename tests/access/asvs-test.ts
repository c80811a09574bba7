import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TABLE = readFileSync(join(ROOT, 'api/access/ASVS.md'), 'utf8')

/** How many requirements of levels 1 and 2 each section of OWASP ASVS 5.0.0 has; they are its first ones. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
}
const REQUIREMENTS = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, at) => Array.from({ length: count }, (_, i) => `${chapter}.${at + 1}.${i + 1}`)),
)

const rows = TABLE.split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, ids, state, what, by]) => ({ ids: idsIn(ids!), state, what, tests: by!.match(/tests\/[^`]+/g) ?? [] }))

/** `1.2.1, 1.2.3–1.2.5` one by one. */
function idsIn(written: string): string[] {
  return written.split(', ').flatMap((part) => {
    const [first, last = first] = part.split('–')
    return REQUIREMENTS.slice(REQUIREMENTS.indexOf(first!), REQUIREMENTS.indexOf(last!) + 1)
  })
}

test('every requirement of levels 1 and 2 has its line, once', () => {
  expect(rows.flatMap(({ ids }) => ids).sort()).toEqual([...REQUIREMENTS].sort())
})

test('each line says how it stands and why; each test that it names is there', () => {
  for (const { ids, state, what, tests } of rows) {
    expect([ids, state]).toEqual([ids, expect.stringMatching(/^(holds|partly|open|–)$/)])
    expect(what!.length, ids.join()).toBeGreaterThan(3)
    expect(tests.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  }
})

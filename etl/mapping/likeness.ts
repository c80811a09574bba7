import type { Column } from '../../data/instruments/definition.ts'
import { editDistance } from '../../data/model/nearest.ts'
import { plainName } from '../check/headers.ts'
import { CODE_SYNONYMS, COLUMN_SYNONYMS } from './synonyms.ts'

const SURE = 1
/** Words that say nothing about which column it is. */
const EMPTY_WORDS = new Set('med av i om och for den det de till senaste 30 dagarna antal 0 1 n kr'.split(' '))

/** How sure a heading is the column's name: 1 the very same, 0 nothing in common. */
export function nameLikeness(heading: string, column: Column): number {
  const name = plainName(heading)
  if (namesOf(column).includes(name)) return SURE
  const [own, theirs] = [wordsOf(name), wordsOf(`${plainName(column.title.sv)}_${column.id}`)]
  const common = own.filter((word) => theirs.some((other) => isAlike(word, other))).length
  const lacking = wordsOf(column.id).filter((word) => !own.some((other) => isAlike(word, other))).length
  return common === 0 ? 0 : (0.9 * common) / (own.length + lacking)
}

function namesOf({ id, title, source }: Column): string[] {
  const synonyms = COLUMN_SYNONYMS[id]?.split(' ') ?? []
  return [id, plainName(title.sv), plainName(title.en), ...(source ? [plainName(source)] : []), ...synonyms]
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/[^a-z0-9_]/g, '_')
    .split('_')
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))

/** The same word, bent or compounded another way, or with a letter wrong. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 4) return false
  return long.startsWith(short) || (short.length >= 6 && editDistance(short, long) <= 1)
}

/** The column's code that a foreign code most likely stands for; null where none is near. */
export function likelyCode(foreign: string, column: Column): string | null {
  const name = plainName(foreign)
  const known = codeNamesOf(column)
  const same = known.find(([, names]) => names.includes(name))
  if (same) return same[0]
  const words = [name, ...wordsOf(name)]
  const near = known.filter(([, names]) => names.some((other) => words.some((word) => isNear(word, other))))
  return near.length === 1 ? near[0]![0] : null
}

/** A single letter says nothing unless it is all there is. */
const isNear = (word: string, name: string): boolean => name.length >= 3 && isAlike(word, name)

/** Codes with the names they go by; of a yes/no question 1 and 0. */
function codeNamesOf({ content, required }: Column): [string, string[]][] {
  const missing = required ? [] : ['X', 'N']
  const titled = content.kind === 'code' ? content.codes : []
  const plain = content.kind === 'whole' && content.max === 1 ? ['1', '0'] : []
  return [
    ...titled.map(({ id, title }): [string, string[]] => [id, [plainName(id), plainName(title.sv), ...synonymsOf(id)]]),
    ...[...plain, ...missing].map((code): [string, string[]] => [code, [code.toLowerCase(), ...synonymsOf(code)]]),
  ]
}

const synonymsOf = (code: string): string[] => CODE_SYNONYMS[code]?.split(' ') ?? []

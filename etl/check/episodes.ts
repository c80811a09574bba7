import { randomInt } from 'node:crypto'
import type { Problem } from './rules.ts'

/** What of a row decides how it stands to the person's other rows. */
export interface Episode {
  /** Municipality and pseudonym. */
  person: string
  /** YYYY-MM. */
  month: string
  /** Sets rows apart that may share a month: UBU's module and occasion; 'grund' is ASI's baseline. */
  sort: string
  row: number
  file: number
}

const PLACES = 6

/**
 * The person's rows over a whole file, however large: 24 bytes a row, the person as a 64-bit hash with a seed of its own
 * for every run, so that no pseudonym is kept.
 */
export class Episodes {
  #held = new Uint32Array(PLACES * 1024)
  #count = 0
  #sorts: string[] = []
  readonly #seed = randomInt(2 ** 32)

  add({ person, month, sort, row, file }: Episode): void {
    if ((this.#count + 1) * PLACES > this.#held.length) this.#grow()
    const at = this.#count * PLACES
    this.#held[at] = hash(person, this.#seed)
    this.#held[at + 1] = hash(person, ~this.#seed)
    this.#held[at + 2] = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
    this.#held[at + 3] = this.#sortNumber(sort)
    this.#held[at + 4] = row
    this.#held[at + 5] = file
    this.#count += 1
  }

  /** Every person's rows in turn, each person's by month and, within it, baseline first and then as they stand. */
  *persons(): Generator<Episode[]> {
    const held = this.#held
    const order = new Uint32Array(this.#count).map((_, i) => i * PLACES)
    order.sort((a, b) => {
      for (let place = 0; place < PLACES; place++) {
        const difference = (held[a + place] as number) - (held[b + place] as number)
        if (difference !== 0) return difference
      }
      return 0
    })
    for (let start = 0, end = 0; start < order.length; start = end) {
      while (end < order.length && this.#samePerson(order[start] as number, order[end] as number)) end += 1
      yield Array.from(order.subarray(start, end), (at) => this.#episode(at))
    }
  }

  #samePerson(a: number, b: number): boolean {
    return this.#held[a] === this.#held[b] && this.#held[a + 1] === this.#held[b + 1]
  }

  #episode(at: number): Episode {
    const [high, low, month, sort, row, file] = this.#held.subarray(at, at + PLACES) as unknown as number[]
    const year = Math.floor(Number(month) / 12)
    return {
      person: `${high}-${low}`,
      month: `${year}-${String((Number(month) % 12) + 1).padStart(2, '0')}`,
      sort: this.#sorts[Number(sort)] ?? '',
      row: Number(row),
      file: Number(file),
    }
  }

  /** Baselines come first. */
  #sortNumber(sort: string): number {
    if (this.#sorts.length === 0) this.#sorts.push(BASELINE)
    const known = this.#sorts.indexOf(sort)
    return known >= 0 ? known : this.#sorts.push(sort) - 1
  }

  #grow(): void {
    const larger = new Uint32Array(this.#held.length * 2)
    larger.set(this.#held)
    this.#held = larger
  }
}

/** Murmur's mixing over the characters. */
function hash(text: string, seed: number): number {
  let h = seed | 0
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0xcc9e2d51)
    h = (h << 15) | (h >>> 17)
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export const BASELINE = 'grund'
/** The row of a baseline that the vault already holds from other years. */
export const STORED = 0

type FileProblem = Problem & { file: number }

/** How a person's interviews stand to each other: doubled, or a follow-up without an earlier baseline. */
export function* episodeProblems(episodes: Episode[], pairs: boolean): Generator<FileProblem> {
  const baselines = episodes.filter(({ sort }) => pairs && sort === BASELINE)
  for (const [index, episode] of episodes.entries()) {
    if (episode.row === STORED) continue
    const before = episodes[index - 1]
    if (before?.month === episode.month && before.sort === episode.sort) yield problem(doubled(episode, pairs), episode)
    if (!pairs || episode.sort === BASELINE || baselines.some(({ month }) => month < episode.month)) continue
    const early = baselines.some(({ month }) => month > episode.month)
    yield problem(early ? 'followup-before-baseline' : 'followup-without-baseline', episode)
  }
}

const doubled = ({ sort }: Episode, pairs: boolean): Problem['rule'] =>
  pairs && sort === BASELINE ? 'duplicate-baseline' : 'duplicate-followup'

const problem = (rule: Problem['rule'], { row, file }: Episode): FileProblem => ({ rule, row, column: 'manad', file })

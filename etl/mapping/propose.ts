import type { Column, Instrument } from '../../data/instruments/definition.ts'
import { classesOf } from '../../data/instruments/extract-mapping.ts'
import { type ColumnSource, ExtractMapping, headingsOf } from '../../data/model/extract-mapping.ts'
import { cellReader } from '../check/cell.ts'
import { plainName } from '../check/headers.ts'
import { isSomebodys } from '../check/heading-row.ts'
import { likenessTo } from '../check/likeness.ts'
import type { Rule } from '../check/rules.ts'
import type { Limits } from '../read/refused.ts'
import { openTable } from '../read/table.ts'
import { likelyCode, nameLikeness } from './likeness.ts'
import { type ColumnTally, type ExampleCode, looksLikeCode, tallied } from './tally.ts'

/** What a column of the municipality's own file was taken for, and why. */
interface ProposedColumn {
  /** Empty where the heading itself could point out a person. */
  heading: string
  letter: string
  /** Why it cannot be taken in at all. */
  rule: Rule | null
  /** Column of the format; null where it would be left out. */
  target: string | null
  because: 'earlier' | 'name' | 'values' | null
  examples: ExampleCode[]
}

export interface Proposal {
  mapping: ExtractMapping
  columns: ProposedColumn[]
}

export interface ProposalOptions {
  limits?: Limits | undefined
  /** What the municipality, or another with the same system, chose before; the latest first. */
  earlier?: readonly ExtractMapping[]
  /** The municipality that hands in, where the file does not say it. */
  municipality?: string | undefined
}

/**
 * Proposes how a file with headings of its own is to be read: by an earlier choice, by name, by what the values look like.
 * @returns null where the first row is somebody's own and no headings: nothing of it is told
 * @throws RefusedFile when the file cannot be read
 */
export async function proposeMapping(
  path: string,
  instrument: Instrument,
  { limits, earlier = [], municipality }: ProposalOptions = {},
): Promise<Proposal | null> {
  const table = await openTable(path, { ...(limits && { limits }), likeness: likenessTo(instrument) })
  const tallies = await tallied(table.header, table.rows)
  if (isSomebodys(table.header.cells) || tallies.some((tally) => tally.holdsItsHeading)) return null
  const matching = new Matching(tallies, instrument)
  for (const mapping of earlier) matching.takeEarlier(mapping)
  matching.takeLikely()
  if (municipality) matching.takeConstant('kommun', municipality)
  return matching.proposal()
}

type Because = ProposedColumn['because']
type Match = { source: ColumnSource; because: Because }

const PSEUDONYM = 'pseudo_id'
const BARELY = 0.5
const BY_VALUES = 0.3
const FITTING = 0.8

class Matching {
  readonly #tallies: ColumnTally[]
  readonly #instrument: Instrument
  readonly #matches = new Map<string, Match>()

  constructor(tallies: ColumnTally[], instrument: Instrument) {
    this.#tallies = tallies
    this.#instrument = instrument
  }

  /** Every column that the earlier mapping made, where the file has its headings. */
  takeEarlier({ instrument, columns }: ExtractMapping): void {
    if (instrument !== this.#instrument.id) return
    for (const [id, source] of Object.entries(columns)) {
      const present = headingsOf(source).every((heading) => this.#usable(heading))
      if (present && !this.#matches.has(id)) this.#matches.set(id, { source, because: 'earlier' })
    }
  }

  /** The surest pairs of heading and column first, each used once. */
  takeLikely(): void {
    const pairs = this.#tallies.flatMap((tally) => this.#likely(tally))
    const taken = this.#headingsTaken()
    for (const { tally, column, because } of pairs.sort((a, b) => b.sureness - a.sureness)) {
      if (this.#matches.has(column.id) || taken.has(plainName(tally.heading))) continue
      this.#matches.set(column.id, { source: sourceOf(tally, column), because })
      taken.add(plainName(tally.heading))
    }
  }

  takeConstant(id: string, constant: string): void {
    if (!this.#matches.has(id)) this.#matches.set(id, { source: { constant }, because: null })
  }

  proposal(): Proposal {
    const taken = this.#headingsTaken()
    const leftOut = this.#tallies
      .filter(({ heading, rule }) => heading !== '' && !rule && !taken.has(plainName(heading)))
      .map(({ heading }) => heading)
    const columns = Object.fromEntries(
      this.#instrument.columns.flatMap(({ id }) => {
        const match = this.#matches.get(id)
        return match ? [[id, match.source]] : []
      }),
    )
    return {
      mapping: ExtractMapping.parse({ instrument: this.#instrument.id, columns, leftOut: leftOut.filter(isHeading) }),
      columns: this.#tallies
        .filter(({ heading, rule }) => heading !== '' || rule)
        .map((tally) => this.#proposed(tally)),
    }
  }

  #proposed({ heading, letter, rule, examples }: ColumnTally): ProposedColumn {
    const found = [...this.#matches].find(([, { source }]) => headingsOf(source).some(sameAs(heading)))
    return {
      heading,
      letter,
      rule: found ? null : rule,
      target: found?.[0] ?? null,
      because: found?.[1].because ?? null,
      examples: found && found[0] !== PSEUDONYM ? examples : [],
    }
  }

  #usable(heading: string): boolean {
    return this.#tallies.some((tally) => sameAs(heading)(tally.heading))
  }

  #headingsTaken(): Set<string> {
    return new Set([...this.#matches.values()].flatMap(({ source }) => headingsOf(source).map(plainName)))
  }

  #likely(tally: ColumnTally) {
    if (!isHeading(tally.heading)) return []
    return this.#instrument.columns.flatMap((column) => {
      const name = nameLikeness(tally.heading, column)
      if (name < BY_VALUES || !mayBe(tally, column)) return []
      const fit = fitOf(tally, column)
      const because: Because = name >= BARELY ? 'name' : fit >= FITTING ? 'values' : null
      return because ? [{ tally, column, because, sureness: name + fit / 10 }] : []
    })
  }
}

const isHeading = (heading: string): boolean =>
  heading !== '' && ExtractMapping.shape.leftOut.safeParse([heading]).success

const sameAs =
  (heading: string) =>
  (other: string): boolean =>
    other !== '' && plainName(heading) === plainName(other)

/** A column that could point out a person is proposed for nothing; an age only where it is made into classes. */
function mayBe({ heading, rule }: ColumnTally, column: Column): boolean {
  if (rule === null) return true
  const isAge = rule === 'forbidden-column' && /^(alder|age)$/.test(plainName(heading))
  return isAge && column.content.kind === 'code' && classesOf(column.content.codes) !== null
}

/** Share of the rows whose value the column takes, as it stands or made into one of its codes. */
function fitOf({ counts }: ColumnTally, column: Column): number {
  const read = cellReader(column)
  let [all, fitting] = [0, 0]
  for (const [value, rows] of counts) {
    all += rows
    if (!read(value).rule || likelyCode(value, column) !== null || isInClass(value, column)) fitting += rows
  }
  return all === 0 ? 0 : fitting / all
}

const isInClass = (value: string, { content }: Column): boolean =>
  content.kind === 'code' && classesOf(content.codes) !== null && /^\d{1,3}$/.test(value)

/** As it stands where every value fits; else its numbers in classes, or its codes one by one. */
function sourceOf(tally: ColumnTally, column: Column): ColumnSource {
  const from = tally.heading
  const read = cellReader(column)
  const foreign = [...tally.counts.keys()].filter((value) => read(value).rule)
  if (foreign.length === 0 || tally.isLong) return { from }
  const classes = column.content.kind === 'code' ? classesOf(column.content.codes) : null
  if (classes && foreign.every((value) => /^\d{1,3}$/.test(value))) return { from, classes }
  const codes = foreign.flatMap((value) => {
    const code = looksLikeCode(value) ? likelyCode(value, column) : null
    return code === null ? [] : [[value, code]]
  })
  return codes.length > 0 ? { from, codes: Object.fromEntries(codes) } : { from }
}

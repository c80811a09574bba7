import type { DuckDBConnection } from '@duckdb/node-api'
import type { Instrument } from '../../data/instruments/definition.ts'
import { identifier, rowsOf } from '../../data/store/duckdb.ts'
import type { ExtractRow } from './rows.ts'
import type { Problem } from './rules.ts'

const ENOUGH = 50
const UNLIKE = 0.3

type Counts = Map<string, number>

/** How a municipality's rows fall over the codes of each dimension, to be set beside its last extract. */
export class Distributions {
  readonly #counts = new Map<string, Counts>()
  readonly #instrument: Instrument

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  add({ values }: ExtractRow): void {
    for (const { id } of this.#instrument.dimensions) {
      const code = values[id]
      if (typeof code !== 'string') continue
      const counts = this.#countsOf(`${values.kommun} ${id}`)
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }

  /** Columns whose codes fall very unlike the municipality's last extract: a third or so would have to change. */
  async problems(vault: DuckDBConnection): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const [key, counts] of this.#counts) {
      const [municipality, column] = key.split(' ') as [string, string]
      const before = await lastCounts(vault, this.#instrument, municipality, column)
      const unlike = total(counts) >= ENOUGH && total(before) >= ENOUGH && distance(counts, before) > UNLIKE
      if (unlike) problems.push({ rule: 'unlike-last-extract', column, about: { sv: municipality, en: municipality } })
    }
    return problems
  }

  #countsOf(key: string): Counts {
    const known = this.#counts.get(key)
    if (known) return known
    const fresh: Counts = new Map()
    this.#counts.set(key, fresh)
    return fresh
  }
}

async function lastCounts(vault: DuckDBConnection, instrument: Instrument, municipality: string, column: string) {
  const rows = await rowsOf<{ code: string; n: number }>(
    vault,
    `SELECT ${identifier(column)} AS code, CAST(count(*) AS INTEGER) AS n FROM ${identifier(instrument.id)}
     WHERE municipality = $municipality AND ${identifier(column)} IS NOT NULL AND extract = (
       SELECT extract.id FROM extract JOIN extract_part ON extract_part.extract = extract.id
       WHERE extract.instrument = $instrument AND municipality = $municipality
       ORDER BY loaded_at DESC, id LIMIT 1)
     GROUP BY code ORDER BY code`,
    { municipality, instrument: instrument.id },
  )
  return new Map(rows.map(({ code, n }) => [code, n]))
}

const total = (counts: Counts): number => Array.from(counts.values()).reduce((sum, n) => sum + n, 0)

/** Share of the rows that would have to change code: half the sum of the differences between the shares. */
function distance(a: Counts, b: Counts): number {
  const codes = new Set([...a.keys(), ...b.keys()])
  const [allA, allB] = [total(a), total(b)]
  const differences = Array.from(codes, (code) => Math.abs((a.get(code) ?? 0) / allA - (b.get(code) ?? 0) / allB))
  return differences.reduce((sum, difference) => sum + difference, 0) / 2
}

import { SEXES } from '../../data/figures/places.ts'
import type { Precision } from '../../data/figures/precision.ts'
import type { Sex } from '../../data/model/answers/figure.ts'
import type { SizeClass } from '../../data/stats/index.ts'
import { NOISE, RECKONED } from '../../data/store/release-questions.ts'
import type { Questions } from './questions.ts'

/** What follows for an indicator from all its values, made with the release. */
export type Reckoned = {
  /** Its number in the release's tables. */
  number: number
  /** The year that is shown where none is asked for; null where no municipality ever had a value. */
  latest: number | null
  precision: Precision
  noise: ReadonlyMap<Sex, readonly SizeClass[]>
}

type Row = { indicator: number; latest: number | null; decimals: number; whole: number }
type NoiseRow = { indicator: number; sex: number; upTo: number; n: number; sd: number }

/** By the indicator's id. @param ids in the order of their numbers */
export async function reckonedOf(questions: Questions, ids: readonly string[]): Promise<Map<string, Reckoned>> {
  const rows = await questions.rows<Row>(RECKONED)
  const byNumber = new Map(rows.map((row) => [row.indicator, row]))
  const noise = await noiseOf(questions)
  return new Map(
    ids.map((id, number) => {
      const { latest = null, decimals = 0, whole = 1 } = byNumber.get(number) ?? {}
      return [id, { number, latest, precision: { decimals, whole }, noise: noise.get(number) ?? new Map() }]
    }),
  )
}

async function noiseOf(questions: Questions): Promise<Map<number, Map<Sex, SizeClass[]>>> {
  const found = new Map<number, Map<Sex, SizeClass[]>>()
  const rows = await questions.rows<NoiseRow>(NOISE)
  for (const { indicator, sex, ...size } of rows) {
    const bySex = found.get(indicator) ?? new Map<Sex, SizeClass[]>()
    found.set(indicator, bySex.set(SEXES[sex]!, [...(bySex.get(SEXES[sex]!) ?? []), size]))
  }
  return found
}

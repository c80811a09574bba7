import { rankLimitsOf } from '../../data/figures/rank-limits.ts'
import { type Format, writers } from '../formats/index.ts'
import { type PackedTable, unpacked } from '../formats/packed.ts'
import type { Language } from '../language.ts'

type Writing = { format: Exclude<Format, 'json'>; table: PackedTable; language: Language }
type Ranking = { figures: Parameters<typeof rankLimitsOf>[0]; direction: Parameters<typeof rankLimitsOf>[1] }

/** What is done aside, in threads: everything that would keep others waiting for their answers. */
export const tasks = {
  /** A table as a file. */
  write: async ({ format, table, language }: Writing): Promise<Uint8Array> =>
    new Uint8Array(await writers[format].write(unpacked(table), language)),
  rankLimits: ({ figures, direction }: Ranking) => rankLimitsOf(figures, direction),
}

export type TaskName = keyof typeof tasks
export type Given<N extends TaskName> = Parameters<(typeof tasks)[N]>[0]
export type Made<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>

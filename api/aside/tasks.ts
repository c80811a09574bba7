import { rankLimitsOf } from '../../data/figures/rank-limits.ts'
import { writers } from '../formats/index.ts'
import { type PackedTable, unpacked } from '../formats/packed.ts'
import type { FileFormat, Written } from '../formats/written.ts'
import type { Language } from '../language.ts'
import type { Put } from './answer.ts'

type Writing = { format: FileFormat; table: PackedTable; language: Language }
type Asked = Parameters<typeof rankLimitsOf>
type Ranking = { figures: Asked[0]; direction: Asked[1]; wanted?: Asked[2] }

/** What is done aside, in threads: everything that would keep others waiting for their answers. */
export const tasks = {
  /** A table as a file. */
  write: async ({ format, table, language }: Writing): Promise<Uint8Array> =>
    new Uint8Array(await writers[format].write(unpacked(table), language)),
  /** The answer to a question that is large: from reading the release to the bytes that are sent. What that takes is read when first needed. */
  answer: async (put: Put): Promise<Omit<Written, 'body'> & { body: Uint8Array }> => {
    const { answerOf } = await import('./answer.ts')
    const { body, ...written } = await answerOf(put)
    return { ...written, body: new Uint8Array(body) }
  },
  rankLimits: ({ figures, direction, wanted }: Ranking) => rankLimitsOf(figures, direction, wanted),
}

export type TaskName = keyof typeof tasks
export type Given<N extends TaskName> = Parameters<(typeof tasks)[N]>[0]
export type Made<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>

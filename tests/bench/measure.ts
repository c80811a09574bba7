import { cpus, totalmem } from 'node:os'

/** One line of the benchmark: the work, what it is set against in the same run, and how many times as much it took. */
export type Measured = {
  work: string
  amount: string
  /** Milliseconds, unless another unit stands with it. */
  milliseconds: number
  unit?: string
  against: string
  againstMilliseconds: number
  ratio: number
  /** What was to be reached, and whether it was. */
  goal?: string
  met?: boolean
}

/** A peer that could be measured beside us and is not here: said, not left out. */
export type Absent = { work: string; absent: string }

export const isAbsent = (row: Measured | Absent): row is Absent => 'absent' in row

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** How long each of several runs took. @param work gets the number of its turn */
export async function timesOf(runs: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < runs; turn++) times.push(await timed(() => work(turn)))
  return times
}

/** What this share of the times is at most. */
export const percentile = (share: number, times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]!

/** Sets a time beside the one it is measured against. */
export function measured(
  work: string,
  amount: string,
  milliseconds: number,
  against: string,
  baseline: number,
): Measured {
  return {
    work,
    amount,
    milliseconds: rounded(milliseconds),
    against,
    againstMilliseconds: rounded(baseline),
    ratio: rounded(milliseconds / baseline),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** The same held to a goal. */
export const held = (row: Measured, goal: string, met: boolean): Measured => ({ ...row, goal, met })

/** The machine that the times hold for. */
export function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  }
}

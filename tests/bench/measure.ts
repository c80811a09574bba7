import { cpus, totalmem } from 'node:os'

/** One line of the benchmark: the work, what it is set against in the same run, and how many times as long it took. */
export type Measured = {
  work: string
  amount: string
  milliseconds: number
  against: string
  againstMilliseconds: number
  ratio: number
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The middle one of several runs, after one that does not count. */
export async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) times.push(await timed(work))
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** Sets a time beside the one it is measured against. */
export function measured(
  work: string,
  amount: string,
  milliseconds: number,
  against: string,
  baseline: number,
): Measured {
  const rounded = (value: number) => Math.round(value * 100) / 100
  return {
    work,
    amount,
    milliseconds: rounded(milliseconds),
    against,
    againstMilliseconds: rounded(baseline),
    ratio: rounded(milliseconds / baseline),
  }
}

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

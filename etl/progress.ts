import { SingleBar } from 'cli-progress'
import { say } from './language.ts'

/** Tells how far long work has come. */
export type Progress = { at(done: number): void; end(): void }

const SILENT: Progress = { at: () => {}, end: () => {} }

/** A running count on a terminal; nothing in a pipe. @param label what is being done */
export function progressOf(label: string): Progress {
  if (!process.stderr.isTTY) return SILENT
  const format = say('{label}: {value} rader, {duration_formatted}', '{label}: {value} rows, {duration_formatted}')
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true, etaBuffer: 1 })
  bar.start(Number.MAX_SAFE_INTEGER, 0, { label })
  return { at: (done) => bar.update(done), end: () => bar.stop() }
}

/** Does the work under a running count that it moves on itself. */
export async function whileCounting<T>(label: string, work: (at: Progress['at']) => Promise<T>): Promise<T> {
  const progress = progressOf(label)
  try {
    return await work(progress.at)
  } finally {
    progress.end()
  }
}

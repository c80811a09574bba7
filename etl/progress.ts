import { SingleBar } from 'cli-progress'
import { say } from './language.ts'

/** Tells how far long work has come. */
export type Progress = { at(done: number): void; end(): void }

const SILENT: Progress = { at: () => {}, end: () => {} }

/** A running count on a terminal; nothing in a pipe. @param label what is being done */
function progressOf(label: string): Progress {
  if (!process.stderr.isTTY) return SILENT
  const format = say('{label}: {value} rader, {duration_formatted}', '{label}: {value} rows, {duration_formatted}')
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true, etaBuffer: 1 })
  bar.start(Number.MAX_SAFE_INTEGER, 0, { label })
  return { at: (done) => bar.update(done), end: () => bar.stop() }
}

/** The same towards an end that is known, with the time left. @param unit what is counted */
export function progressTowards(label: string, total: number, unit: string): Progress {
  if (!process.stderr.isTTY) return SILENT
  const format = say(
    '{label}: {value} av {total} {unit}, {eta_formatted} kvar',
    '{label}: {value} of {total} {unit}, {eta_formatted} left',
  )
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true, etaBuffer: 100 })
  bar.start(total, 0, { label, unit })
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

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Another process is writing to the same home. */
export class HomeBusy extends Error {
  override name = 'HomeBusy'
  constructor(readonly pid: number) {
    super(
      `En annan inläsning pågår (process ${pid}). Vänta tills den är klar. / Another load is running (process ${pid}). Wait for it to finish.`,
    )
  }
}

/**
 * Runs the work as the only writer of a home. A lock left by a process that is gone is taken over.
 * @throws HomeBusy while another living process holds it
 */
export async function asOnlyWriter<T>(lock: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true })
  take(lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): void {
  try {
    write(lock)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(lock, 'utf8'))
    if (isAlive(holder)) throw new HomeBusy(holder)
    rmSync(lock, { force: true })
    write(lock)
  }
}

function write(lock: string): void {
  const descriptor = openSync(lock, 'wx')
  writeSync(descriptor, String(process.pid))
  closeSync(descriptor)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const LOOK_EVERY_MS = 100

/** A program of its own process: what it takes is not what the benchmark takes. */
export type Service = {
  url: string
  /** Milliseconds from its start until it said where it answers. */
  started: number
  /** Megabytes that the process holds. */
  memory(): number
  stop(): Promise<void>
}

/** Starts a TypeScript program that says at which address it answers. */
export async function startService(words: readonly string[], environment: Record<string, string>): Promise<Service> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    ended.then(() => reject(new Error(said)))
  })
  return {
    url,
    started: performance.now() - begun,
    memory: () => megabytes(child.pid!, 'VmRSS'),
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** Runs the ETL in a process of its own. @returns milliseconds, and the most megabytes that it held */
export async function runEtl(words: readonly string[], environment: Record<string, string>) {
  const { code, ...took } = await spawnEtl(words, environment, null)
  if (code !== 0) throw new Error(`etl ${words.join(' ')} ended with ${code}`)
  return took
}

/** Kills the ETL as when the power goes. @param after milliseconds from its start */
export async function killEtl(words: readonly string[], environment: Record<string, string>, after: number) {
  const { code } = await spawnEtl(words, environment, after)
  if (code !== null) throw new Error(`etl ${words.join(' ')} ended with ${code} before it was killed`)
}

async function spawnEtl(words: readonly string[], environment: Record<string, string>, killedAfter: number | null) {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'etl/main.ts', ...words], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, megabytes(child.pid!, 'VmHWM'))
  }, LOOK_EVERY_MS)
  const bomb = killedAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(timer)
  clearTimeout(bomb)
  return { code, milliseconds: performance.now() - begun, megabytes: most }
}

/** What Linux says of a process; 0 elsewhere, and of one that is gone. */
function megabytes(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return 0
  const kilobytes = new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(status, 'utf8'))?.[1]
  return Math.round(Number(kilobytes ?? 0) / 1024)
}

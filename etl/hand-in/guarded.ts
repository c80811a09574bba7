import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const LOOK_EVERY_MS = 100
const LONGEST_LINE = 4 * 1024 * 1024

/** What a process may use. */
export type Guards = {
  /** JavaScript's own memory. */
  heapMb: number
  /** All memory that is the process's own, where the system can limit it. */
  dataMb: number
  /** What it may hold in memory at any moment, where the system tells it. */
  residentMb: number
  seconds: number
}

/** How a guarded process ended: by itself with 0, over one of its limits, on a word from outside, waiting for others in vain, or otherwise. */
export type Ending = 'done' | 'memory' | 'time' | 'stopped' | 'busy' | 'failed'

/**
 * Runs a script of the project in a process group of its own, gives it a job on its standard input and hands on every
 * line that it says. Over a limit, the whole group is killed.
 * @param environment all that it sees of ours
 */
export async function runGuarded(
  script: string,
  job: object,
  {
    guards,
    environment,
    line,
    stop,
  }: { guards: Guards; environment: NodeJS.ProcessEnv; line: (text: string) => void; stop?: AbortSignal },
): Promise<Ending> {
  const child = start(script, guards, environment)
  const watch = new Watch(child, guards, stop)
  child.stdin!.on('error', () => {}) // it may be gone before it has heard everything
  child.stdin!.end(JSON.stringify(job))
  const lines = createInterface({ input: child.stdout! })
  lines.on('line', (text) => {
    if (text.length <= LONGEST_LINE) line(text)
  })
  const said = new Promise<void>((resolve) => lines.once('close', resolve))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', (exit) => resolve(exit))
  })
  await said
  return watch.ending(code)
}

/** `ulimit -d` limits what `--max-old-space-size` does not see; a shell that has none goes on without. */
function start(script: string, { heapMb, dataMb, seconds }: Guards, env: NodeJS.ProcessEnv): ChildProcess {
  const words = [`--max-old-space-size=${heapMb}`, '--import', 'tsx', fileURLToPath(new URL(script, import.meta.url))]
  const limited = `ulimit -c 0 2>/dev/null; ulimit -d ${dataMb * 1024} 2>/dev/null; ulimit -t ${seconds * 4} 2>/dev/null; exec "$0" "$@"`
  const [command, args] =
    process.platform === 'win32' ? [process.execPath, words] : ['/bin/sh', ['-c', limited, process.execPath, ...words]]
  return spawn(command, args, { cwd: PROJECT, env, detached: true, stdio: ['pipe', 'pipe', 'ignore'] })
}

const running = new Set<Watch>()
/** Whoever ends us ends those whom we guard. */
process.once('exit', () => {
  for (const watch of running) watch.killGroup()
})

class Watch {
  #over: Ending | null = null
  readonly #child: ChildProcess
  readonly #residentMb: number
  readonly #clock: NodeJS.Timeout
  readonly #look: NodeJS.Timeout

  constructor(child: ChildProcess, { seconds, residentMb }: Guards, stop?: AbortSignal) {
    running.add(this)
    this.#child = child
    this.#residentMb = residentMb
    this.#clock = setTimeout(() => this.#end('time'), seconds * 1000)
    this.#look = setInterval(() => this.#lookAtMemory(), LOOK_EVERY_MS)
    stop?.addEventListener('abort', () => this.#end('stopped'), { once: true })
  }

  ending(code: number | null): Ending {
    running.delete(this)
    clearTimeout(this.#clock)
    clearInterval(this.#look)
    this.killGroup() // a grandchild may have outlived it
    if (this.#over) return this.#over
    if (code === 0) return 'done'
    if (code === BUSY) return 'busy'
    return code === null || code === ABORTED ? 'memory' : 'failed'
  }

  #lookAtMemory(): void {
    if (residentMb(this.#child.pid) > this.#residentMb) this.#end('memory')
  }

  #end(why: Ending): void {
    this.#over ??= why
    this.killGroup()
  }

  killGroup(): void {
    try {
      if (this.#child.pid) process.kill(-this.#child.pid, 'SIGKILL')
    } catch {
      // gone already
    }
  }
}

/** With this a guarded process says that others hold what it needs. */
export const BUSY = 75
/** What a shell makes of a process that V8 has ended for want of memory. */
const ABORTED = 134

/** 0 where the system does not tell. */
function residentMb(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

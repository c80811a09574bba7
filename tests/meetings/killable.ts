import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeHome } from '../api/home.ts'
import { PEOPLE, publishYear, signedIn } from './stage.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** A port that nobody has, kept for as long as it is wanted: the service comes back where it was. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** A real service as a process of its own, that can be killed and started again, with people who are signed in there. */
export class KillableService {
  readonly #home = makeHome()
  #port = 0
  #process: ChildProcess | undefined
  cookies = {} as Record<keyof typeof PEOPLE, string>

  async open(): Promise<void> {
    this.#port = await freePort()
    await publishYear(this.#home.home, 2023)
    this.cookies = await signedIn(this.#home.home, PEOPLE)
    await this.start()
  }

  close(): void {
    this.#process?.kill('SIGKILL')
    this.#home.remove()
  }

  async start(): Promise<void> {
    this.#process = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
      cwd: PROJECT,
      env: { ...process.env, JAMSIDES_HOME: this.#home.home.root, PORT: String(this.#port), JAMSIDES_LOG: 'silent' },
      stdio: 'ignore',
    })
    while (!(await this.#answers())) await pause(200)
  }

  /** As when the power goes. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#process!.once('exit', resolve))
    this.#process!.kill('SIGKILL')
    await gone
  }

  #answers = () =>
    fetch(`${this.address}/api/v1/health`).then(
      ({ ok }) => ok,
      () => false,
    )

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }
}

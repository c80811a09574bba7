import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { makeHome } from '../api/home.ts'
import { PEOPLE, publishYear, signedIn } from '../meetings/stage.ts'
import { launchBrowser } from './browser.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** A port that nobody has, kept for the whole file: the service comes back where it was. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** A real service as a process of its own, that can be killed and started again, and browsers that are signed in there. */
export class MeetingStage {
  readonly #home = makeHome()
  #port = 0
  #server: ChildProcess | undefined
  #browser: Browser | undefined
  cookies = {} as Record<keyof typeof PEOPLE, string>

  async open(): Promise<void> {
    if (!existsSync(`${PROJECT}/dashboards/dist/index.html`)) throw new Error('build the pages first: npm run build')
    this.#port = await freePort()
    await publishYear(this.#home.home, 2023)
    this.cookies = await signedIn(this.#home.home, PEOPLE)
    await this.start()
    this.#browser = await launchBrowser()
  }

  async close(): Promise<void> {
    await this.#browser?.close()
    this.#server?.kill('SIGKILL')
    this.#home.remove()
  }

  async start(): Promise<void> {
    this.#server = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
      cwd: PROJECT,
      env: { ...process.env, JAMSIDES_HOME: this.#home.home.root, PORT: String(this.#port), JAMSIDES_LOG: 'silent' },
      stdio: 'ignore',
    })
    while (!(await this.#answers())) await new Promise((again) => setTimeout(again, 200))
  }

  /** As when the power goes. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#server!.once('exit', resolve))
    this.#server!.kill('SIGKILL')
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

  /** A page of a browser of its own. @param cookie who is signed in there; null for nobody */
  async page(query: string, cookie: string | null, width = 1280): Promise<Page> {
    const context = await this.#browser!.newContext({ viewport: { width, height: 800 }, acceptDownloads: true })
    const value = cookie?.split('=')[1]
    if (value) await context.addCookies([{ name: 'jamsides', value, url: this.address }])
    context.setDefaultTimeout(120_000)
    const page = await context.newPage()
    await page.goto(`${this.address}/?${query}`)
    return page
  }
}

/** Writes a note at the card that is shown. */
export async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Skriv', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Skriv upp' }).click()
  await page.locator('.note-text', { hasText: words }).first().waitFor()
}

/** Makes a session of ekonomiskt bistånd for the eight of FoU Nordväst, by its form. */
export async function begin(page: Page): Promise<void> {
  await page.getByLabel('Kommuner').selectOption({ label: 'FoU Nordväst (8)' })
  await page.getByLabel('Ditt namn').fill('Fia')
  await page.getByRole('button', { name: 'Skapa mötet', exact: true }).click()
  await page.getByRole('heading', { name: /Agenda/ }).waitFor()
}

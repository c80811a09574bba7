import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { KillableService } from '../meetings/killable.ts'
import { borrowBrowser, giveBack } from './browser.ts'

const PAGES = fileURLToPath(new URL('../../dashboards/dist/index.html', import.meta.url))

/** A service that can be killed, and browsers that are signed in there. */
export class MeetingStage extends KillableService {
  #browser: Browser | undefined

  override async open(): Promise<void> {
    if (!existsSync(PAGES)) throw new Error('build the pages first: npm run build')
    await super.open()
    this.#browser = await borrowBrowser()
  }

  async leave(): Promise<void> {
    await giveBack(this.#browser)
    this.close()
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

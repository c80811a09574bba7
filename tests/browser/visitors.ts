import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

const DESK = { width: 1280, height: 900 }
/** What a page can be told again; all else of a visitor is of the browser that was opened for them. */
const TOLD_AGAIN = new Set(['viewport', 'colorScheme', 'forcedColors', 'reducedMotion'])

/**
 * Whoever visits a site, each with a browser's memory of their own. Starting one anew is most of the time that a short
 * visit takes: who leaves takes everything along, and the next may have the page.
 */
export class Visitors {
  readonly #browser: Browser
  readonly #address: string
  readonly #idle: Page[] = []
  readonly #lent = new Set<Page>()

  constructor(browser: Browser, address: string) {
    this.#browser = browser
    this.#address = address
  }

  /** A page that keeps nothing of any visit before. */
  async arrive(options: BrowserContextOptions): Promise<Page> {
    if (!Object.keys(options).every((name) => TOLD_AGAIN.has(name))) return this.arriveAnew(options)
    const page = this.#idle.pop() ?? (await this.arriveAnew({}))
    this.#lent.add(page)
    await page.setViewportSize(options.viewport ?? DESK)
    const { colorScheme = null, forcedColors = null, reducedMotion = null } = options
    await page.emulateMedia({ media: null, colorScheme, forcedColors, reducedMotion })
    return page
  }

  /** A page of a browser that was never here. */
  async arriveAnew(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: DESK, ...options })
    context.setDefaultTimeout(120_000)
    return context.newPage()
  }

  async leave(page: Page): Promise<void> {
    const context = page.context()
    if (!this.#lent.delete(page) || context.pages().length > 1) return context.close()
    page.removeAllListeners()
    await this.#forget(page, context)
    this.#idle.push(page)
  }

  /** From a page of the same site that has no script, as the one that is left writes on its way out. */
  async #forget(page: Page, context: BrowserContext): Promise<void> {
    await context.setOffline(false)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.goto(`${this.#address}/icon.svg`)
    await context.clearCookies()
    await page.evaluate(async () => {
      localStorage.clear()
      sessionStorage.clear()
      const services = (await navigator.serviceWorker?.getRegistrations()) ?? []
      await Promise.all(services.map((service) => service.unregister()))
      const kept = globalThis.caches ? await caches.keys() : []
      await Promise.all(kept.map((name) => caches.delete(name)))
    })
  }
}

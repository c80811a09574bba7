import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Running, startServer } from '../../api/server.ts'
import { readSettings } from '../../data/settings.ts'
import { borrowBrowser, giveBack } from './browser.ts'
import { layOutSample } from './sample-home.ts'
import { Visitors } from './visitors.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const ANOTHER = ['--years', '2024-2025', '--clients', '5', '--seed', '7']

type Visit = { page: Page; complaints: string[] }

/** The whole product as a visitor meets it: the sample loaded by the command line, the service over it, a browser. */
export type Site = {
  address: string
  running: Running
  browser: Browser
  /** A page of its own, and every complaint that its console or its scripts made. */
  open(path: string, options?: BrowserContextOptions): Promise<Visit>
  /** The same in a browser that was never here, and has fetched nothing yet. */
  openAnew(path: string): Promise<Visit>
  /** Ends what `open` began. */
  leave(page: Page): Promise<void>
  /** Puts another sample, from another seed and of two years only, in place of this one. */
  publishAnother(): Promise<void>
  close(): Promise<void>
}

/**
 * Builds the pages if they are not built, makes the sample in a folder of its own and serves both.
 * @param sample further arguments of the command that makes the sample
 */
export async function openSite(sample: readonly string[] = ['--years', '2020-2025']): Promise<Site> {
  if (!existsSync(join(PROJECT, 'dashboards/dist/index.html'))) await command('vite', ['build'])
  const home = mkdtempSync(join(tmpdir(), 'jamsides-browser-'))
  await layOutSample(home, sample, async (folder) => {
    await command('tsx', ['etl/main.ts', 'sample', ...sample], { JAMSIDES_HOME: folder })
  })
  const running = await startServer(readSettings({ JAMSIDES_HOME: home, PORT: '0', JAMSIDES_LOG: 'silent' }))
  const browser = await borrowBrowser()
  const visitors = new Visitors(browser, running.url)
  return {
    address: running.url,
    running,
    browser,
    open: async (path, options = {}) => visit(await visitors.arrive(options), `${running.url}${path}`),
    openAnew: async (path) => visit(await visitors.arriveAnew({}), `${running.url}${path}`),
    leave: (page) => visitors.leave(page),
    publishAnother: async () => {
      await command('tsx', ['etl/main.ts', 'sample', ...ANOTHER], { JAMSIDES_HOME: home })
    },
    close: async () => {
      await giveBack(browser)
      await running.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const command = (name: string, words: readonly string[], environment: Record<string, string> = {}) =>
  run(join(PROJECT, 'node_modules/.bin', name), words, { cwd: PROJECT, env: { ...process.env, ...environment } })

async function visit(page: Page, address: string): Promise<Visit> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address)
  await settled(page)
  return { page, complaints }
}

/** Waits until the page shows what its address asks for, drawn as wide as its window is. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main[aria-busy="false"] h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // Whether a figure has to be drawn at another width is seen when the page is next laid out.
  await picture(page)
  const undrawn = 'main [aria-busy="true"], js-figure .drawing-area:not([hidden]):not(:has(svg))'
  await page.locator(undrawn).first().waitFor({ state: 'detached' })
  await picture(page)
}

/** Waits for the next picture to be on the screen. */
const picture = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))

import chromium from '@sparticuz/chromium'
import { type Browser, chromium as launcher } from 'playwright-core'

/** The package's own arguments draw with an emulated graphics card, which takes most of the processor's time. */
const DRAWN_BY_PROCESSOR = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** A headless Chromium: the one at CHROMIUM_PATH, else the one that comes as an npm package. */
export async function launchBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: DRAWN_BY_PROCESSOR,
    headless: true,
  })
}

let lent: Promise<Browser> | undefined

/** The one browser of this process: files of tests use it one after the other. */
export async function borrowBrowser(): Promise<Browser> {
  const browser = await lent?.catch(() => null)
  if (browser?.isConnected()) return browser
  lent = launchBrowser()
  return lent
}

/** Ends everything that was opened in it. */
export async function giveBack(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}

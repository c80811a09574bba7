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

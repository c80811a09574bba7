import chromium from '@sparticuz/chromium'
import { type Browser, chromium as launcher } from 'playwright-core'

/** A headless Chromium: the one at CHROMIUM_PATH, else the one that comes as an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH
  // The package is made for one page a process; with its single process, closing a page would end the browser.
  const supplied = chromium.args.filter((argument) => !['--single-process', '--no-zygote'].includes(argument))
  return launcher.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: own ? ['--no-sandbox'] : [...supplied, '--no-sandbox'],
    headless: true,
  })
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { borrowBrowser, giveBack } from './browser.ts'
import { settled } from './site.ts'

const { home, remove } = makeHome()
let running: Running
let browser: Browser

beforeAll(async () => {
  await publish(home, { values: [] })
  // Figures of real persons are closed: that there are none is told to everyone.
  running = await serve(home)
  browser = await borrowBrowser()
})
afterAll(async () => {
  await giveBack(browser)
  await running?.close()
  remove()
})

test.each([
  ['asi', '', 'Inga uttag av ASI är inlästa'],
  ['asi', '&municipality=0184', 'Inga uttag av ASI är inlästa'],
  ['ubu', '&lang=en', 'No extracts of UBU are loaded'],
])('%s%s says that nothing is loaded, in the tab too, and how an extract is', async (view, choice, title) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${running.url}/?view=${view}${choice}`)
  await settled(page)
  expect(await page.locator('h1').textContent()).toBe(title)
  expect(await page.title()).toContain(title)
  expect(await page.locator('.message').textContent()).toContain(`npm run etl -- template ${view} --xlsx`)
  await page.locator('.message a').click()
  await page.waitForURL(/view=lamna-in/)
  await page.context().close()
})

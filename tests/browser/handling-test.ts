import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { RIGHT_IDS } from '../../data/model/handling.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { violationsOn } from './accessibility.ts'
import { borrowBrowser, giveBack } from './browser.ts'
import { settled } from './site.ts'

const { home, remove } = makeHome()
let running: Running
let browser: Browser

beforeAll(async () => {
  await publish(home, { values: [], extracts: ['asi'] })
  running = await serve(home, { JAMSIDES_PUBLISH_FOLLOWUP: 'yes' })
  browser = await borrowBrowser()
})
afterAll(async () => {
  await giveBack(browser)
  await running.close()
  remove()
})

test.each(['personal-data', 'running'])(
  'the page %s is read by anybody, at any width, in both languages, and printed whole',
  async (view) => {
    const page = await (await browser.newContext()).newPage()
    for (const [width, lang] of [
      [1280, 'sv'],
      [320, 'en'],
      [1920, 'sv'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${running.url}/?view=${view}&lang=${lang}`)
      await settled(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      expect(await violationsOn(page)).toEqual([])
      const rights = page.getByRole('region', { name: lang === 'sv' ? 'Vem får vad' : 'Who may do what' })
      expect(await rights.locator('tbody tr').count()).toBe(RIGHT_IDS.length)
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}-${view}-${width}-${lang}.png`, fullPage: true })
    }
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.masthead nav').isVisible()).toBe(false)
    expect(await page.locator('main').innerText()).toContain('JAMSIDES_AUDIT_DAYS')
  },
)

test('figures of ASI that are open to everyone say so; those that are not lead to the sign-in', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(`${running.url}/?view=asi&municipality=0184`)
  await page.getByText('för alla, utan inloggning').waitFor()
  const closed = await serve(home)
  await page.goto(`${closed.url}/?view=asi&municipality=0184`)
  await page.getByRole('heading', { name: 'Inloggning krävs' }).waitFor()
  expect(await page.getByText('för alla, utan inloggning').count()).toBe(0)
  await page.locator('main').getByRole('link', { name: 'Logga in' }).click()
  await page.locator('#field-email').waitFor()
  await closed.close()
})

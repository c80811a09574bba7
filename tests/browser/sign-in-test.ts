import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fewOf } from '../fixtures/short-form.ts'
import { violationsOn } from './accessibility.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Nothing sticks out at any width; the rules of accessibility are looked at once. */
async function isSound(page: Page): Promise<void> {
  await settled(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  if (page.viewportSize()!.width !== 1280) return
  expect(await violationsOn(page)).toEqual([])
}

/** On how many rows the menu stands. */
const rowsOfMenu = (page: Page): Promise<number> =>
  page
    .locator('.masthead nav a')
    .evaluateAll((links) => new Set(links.map((link) => Math.round(link.getBoundingClientRect().top))).size)

/** Goes on by Tab until the element with that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (text.startsWith(name)) return
  }
  throw new Error(`no ${name} within 60 Tabs`)
}

// In the short form the two that tell most: the narrowest, and the one at which the rules of accessibility are looked at.
test.each(fewOf([320, 1920, 1280], 2))(
  'one signs in as an example, invites, and the invited chooses a password: by keyboard, %i pixels wide',
  async (width) => {
    const { page } = await site.open('/?view=sign-in', { viewport: { width, height: 900 } })
    await isSound(page)
    await tabTo(page, 'Adam')
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Adam' }).waitFor()
    await page.locator('.masthead .who', { hasText: 'Adam' }).waitFor()
    await isSound(page)
    await tabTo(page, 'Konton')
    await page.keyboard.press('Enter')
    await page.locator('js-accounts table').waitFor()
    await page.locator('#field-name').focus()
    await page.keyboard.type('Anna')
    await page.keyboard.press('Tab')
    await page.keyboard.type(`anna${width}@solna.example`)
    await page.keyboard.press('Tab')
    await page.keyboard.type('dataansvarig: Solna')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const link = await page.locator('.notice code').innerText()
    await expect.poll(() => page.locator('#field-name').inputValue()).toBe('')
    await isSound(page)
    await page.goto(link)
    await page.locator('h1', { hasText: 'Välkommen' }).waitFor()
    expect(page.url()).not.toContain('#')
    await isSound(page)
    await page.locator('#field-password').fill('anna anna anna')
    await page.keyboard.press('Enter')
    await page.locator('.wrong', { hasText: 'lätt att gissa' }).waitFor()
    await page.locator('#field-password').fill('fjorton gula paraplyer')
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Anna' }).waitFor()
    expect(await page.locator('.finding').innerText()).toContain('dataansvarig (Solna)')
    await isSound(page)
    await site.leave(page)
  },
)

test('who may not see the audit log is told so in words; who may finds in it what was done', async () => {
  const { page } = await site.open('/?view=audit&lang=en')
  expect(await page.locator('main').innerText()).toContain('This needs a sign-in')
  await page.goto(`${site.address}/?view=sign-in&lang=en`)
  await page.getByRole('button', { name: /Adam/ }).click()
  await page.locator('h1', { hasText: 'Adam' }).waitFor()
  await page.locator('.masthead .account[title]').waitFor()
  expect(await rowsOfMenu(page)).toBe(1)
  await page.goto(`${site.address}/?view=audit&lang=en&find=account.invited`)
  await page.locator('tbody tr').first().waitFor()
  expect(new Set(await page.locator('tbody td:nth-child(3)').allInnerTexts())).toEqual(new Set(['Person invited']))
  expect(await page.locator('tbody td:nth-child(4)').allInnerTexts()).toContain('Anna')
  expect(await page.locator('tbody td:nth-child(4) code').count()).toBe(0)
  await isSound(page)
  await site.leave(page)
})

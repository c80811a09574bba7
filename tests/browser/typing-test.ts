import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site, settled } from './site.ts'
import { unpacked } from './unpacked.ts'

/** A quick typist's time between two keys. */
const PACE = { delay: 70 }
const COMPARE = '/?view=compare&municipality=0184&group=fou-nordvast&indicator=N31807'
const COMMENTS = ['Fråga varför.', 'Följ upp i maj.', 'Till nämnden.']

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

/** The own selection with the first three figures of a comparison. */
async function withThree(): Promise<{ page: Page; complaints: string[]; context: BrowserContext }> {
  const { page, complaints } = await site.open(COMPARE)
  for (let at = 0; at < 3; at++) await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
  await page.getByRole('link', { name: 'Eget urval' }).click()
  await page.waitForURL(/basket=/)
  await settled(page)
  return { page, complaints, context: page.context() }
}

const comments = (page: Page) => page.getByLabel('Kommentar')
const written = (page: Page) =>
  comments(page).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))

async function typeAll(page: Page) {
  for (const [at, comment] of COMMENTS.entries()) {
    await comments(page).nth(at).click()
    await page.keyboard.type(comment, PACE)
  }
}

test('three comments typed one after the other, and Word at once: all three are in the file', async () => {
  const { page, complaints, context } = await withThree()
  await page.getByLabel('Rubrik').click()
  await page.keyboard.type('Läget i maj ', PACE)
  await page.getByLabel('Inledning').click()
  await page.keyboard.type('Kort.', PACE)
  await typeAll(page)
  const word = page.getByRole('button', { name: 'Word', exact: true })
  const [download] = await Promise.all([page.waitForEvent('download'), word.click()])
  expect(download.suggestedFilename()).toBe('laget-i-maj.docx')
  const document = await (await unpacked((await download.path())!)).text('word/document.xml')
  for (const text of [...COMMENTS, 'Läget i maj', 'Kort.']) expect(document).toContain(`>${text}<`)
  expect(await written(page)).toEqual(COMMENTS)
  expect(await page.locator('h1').textContent()).toBe('Läget i maj')
  expect(complaints).toEqual([])
  await context.close()
})

test('a reload in the middle of a word, and the language turned in the middle of one, lose nothing', async () => {
  const { page, context } = await withThree()
  await typeAll(page)
  await page.keyboard.type(' Ännu', PACE)
  await page.reload()
  await settled(page)
  const after = [...COMMENTS.slice(0, 2), `${COMMENTS[2]} Ännu`]
  expect(await written(page)).toEqual(after)
  expect(await page.locator('.notice').count()).toBe(0)
  await comments(page).nth(1).press('End')
  await page.keyboard.type(' Och', PACE)
  await page.getByRole('link', { name: 'In English' }).click()
  await page.waitForURL(/lang=en/)
  await settled(page)
  expect(
    await page.getByLabel('Comment').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual([after[0], `${after[1]} Och`, after[2]])
  expect(await page.locator('.notice').count()).toBe(0)
  await context.close()
})

test('a figure is moved while its comment is still warm: each comment stays with its figure', async () => {
  const { page, context } = await withThree()
  await typeAll(page)
  await page
    .getByRole('button', { name: /^Flytta upp/ })
    .nth(2)
    .click()
  await comments(page).nth(0).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Nu!', PACE)
  await expect.poll(() => written(page)).toEqual([`${COMMENTS[0]} Nu!`, COMMENTS[2], COMMENTS[1]])
  await context.close()
})

test('two tabs write in the same selection, and neither loses what the other wrote', async () => {
  const { page, context } = await withThree()
  const other = await context.newPage()
  await other.goto(`${site.address}/?view=selection`)
  await settled(other)
  await comments(page).nth(0).click()
  await page.keyboard.type('Ett', PACE)
  await comments(other).nth(1).click()
  await other.keyboard.type('Två', PACE)
  await page.keyboard.type(' till', PACE)
  await other.keyboard.type('!', PACE)
  const both = ['Ett till', 'Två!', '']
  await expect.poll(() => written(page)).toEqual(both)
  await expect.poll(() => written(other)).toEqual(both)

  await other
    .getByRole('button', { name: /^Ta bort: / })
    .nth(2)
    .click()
  await expect.poll(() => page.locator('figcaption h2').count()).toBe(2)
  await comments(page).nth(1).click()
  await page.keyboard.type('?', PACE)
  await expect.poll(() => written(other)).toEqual(['Ett till', 'Två!?'])
  for (const tab of [page, other]) {
    await tab.reload()
    await settled(tab)
    expect(await written(tab)).toEqual(['Ett till', 'Två!?'])
    expect(await tab.locator('.notice').count()).toBe(0)
  }
  await context.close()
})

test("Back takes back one's own step, never what another tab has written since", async () => {
  const { page, context } = await withThree()
  await page
    .getByRole('button', { name: /^Ta bort: / })
    .nth(2)
    .click()
  await expect.poll(() => page.locator('figcaption h2').count()).toBe(2)
  const other = await context.newPage()
  await other.goto(`${site.address}/?view=selection`)
  await settled(other)
  await comments(other).nth(0).click()
  await other.keyboard.type('Från den andra', PACE)
  await expect.poll(() => comments(page).nth(0).inputValue()).toBe('Från den andra')
  await page.goBack()
  await settled(page)
  expect((await written(page))[0]).toBe('Från den andra')
  expect((await written(other))[0]).toBe('Från den andra')
  await context.close()
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sv } from '../../dashboards/text/sv.ts'
import { VIEW_IDS } from '../../dashboards/views/index.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

const START = '/?municipality=0184&group=fou-nordvast'
const LOST = [sv.state.offlineTitle, sv.state.outdatedTitle]
const heading = async (page: Page) => (await page.locator('main h1').first().innerText()).trim()

test.each(
  fewOf(
    VIEW_IDS.filter((id) => !['start', 'selection'].includes(id)),
    4,
  ),
)('%s without contact says so and what to do, and comes when there is contact again', async (id) => {
  const { page } = await site.openAnew(START)
  await page.context().setOffline(true)
  await page.locator('nav').getByRole('link', { name: sv.views[id], exact: true }).click()
  await page.getByRole('heading', { name: sv.state.offlineTitle }).waitFor()
  expect(await page.locator('main').innerText()).toContain(sv.state.offlineDetail)
  expect(page.url()).toContain(`view=${id}`)
  await page.context().setOffline(false)
  // A part of the page that was missed once is fetched anew only by loading the page: the button then says so.
  for (let press = 0; press < 2 && LOST.includes(await heading(page)); press++) {
    await page.getByRole('button', { name: sv.state.again }).click()
    await page.waitForLoadState()
    await settled(page)
  }
  expect(LOST).not.toContain(await heading(page))
  await site.leave(page)
})

test('what has been shown is shown again without contact', async () => {
  const { page } = await site.openAnew(`${START}&view=compare`)
  const before = await heading(page)
  await page.getByLabel('Jämför med').selectOption('county-12')
  await page.waitForURL(/group=county-12/)
  await settled(page)
  await page.context().setOffline(true)
  await page.goBack()
  await page.waitForURL(/group=fou-nordvast/)
  await settled(page)
  expect(await heading(page)).toBe(before)
  expect(await page.locator('svg.chart').count()).toBeGreaterThan(4)
  await site.leave(page)
})

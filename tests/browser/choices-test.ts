import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatrixAnswer } from '../../data/model/answers/matrix.ts'
import { placeOf } from '../../data/model/findings/quarters.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

const COMPARE = '/?view=compare&municipality=0184&group=fou-nordvast&indicator=N31807'

test('further municipalities stand beside the own one, in the group or not, and can be taken away', async () => {
  const { page, complaints } = await site.open(COMPARE)
  const ranked = page.locator('js-figure:has(figure[id^="rang-"])')
  const before = await ranked.locator('[data-point]').count()
  await page.getByRole('combobox', { name: 'Visa även' }).click()
  await page.keyboard.type('Malmö')
  await page.keyboard.press('Enter')
  await page.waitForURL(/also=1280/)
  await settled(page)
  expect(await ranked.locator('[data-point]').count()).toBe(before + 1)
  for (const kind of ['rang', 'utveckling', 'var-for-sig', 'fordelning']) {
    const chart = page.locator(`js-figure:has(figure[id^="${kind}-"]) .chart`)
    expect(await chart.locator('text', { hasText: /^Malmö$/ }).count()).toBe(1)
  }
  await page.getByRole('button', { name: 'Ta bort Malmö' }).click()
  await page.waitForURL((url) => !url.search.includes('also'))
  await settled(page)
  expect(await ranked.locator('[data-point]').count()).toBe(before)
  expect(complaints).toEqual([])
  await site.leave(page)
})

test('a municipality outside the group is shown beside it, without a place in it', async () => {
  const { page } = await site.open('/?view=compare&municipality=0184&group=county-12&indicator=N31807')
  const ranked = page.locator('js-figure:has(figure[id^="rang-"])')
  expect(await ranked.locator('h2').innerText()).toMatch(/^Solna ligger (lägre|högre) än \d+ av \d+ i Skåne län$/)
  expect(await ranked.locator('[data-point^="Solna:"]').count()).toBe(1)
  await site.leave(page)
})

test('the overview keeps only the rows that are asked for, and says how many', async () => {
  const { page } = await site.open('/?view=matrix&municipality=0184&group=fou-nordvast&area=all')
  const address = `${site.address}/api/v1/matrix?group=fou-nordvast`
  const { rows, columns } = (await (await fetch(address)).json()) as MatrixAnswer
  const worst = rows.filter((row) => placeOf(row.cells[columns.indexOf('0184')]!.band, row) === 'worst')
  await page.getByLabel('Visa bara').selectOption('worst')
  await page.waitForURL(/only=worst/)
  await settled(page)
  expect(await page.locator('.matrix tbody tr').count()).toBe(worst.length)
  expect(await page.locator('.finding').innerText()).toContain(`Visar ${worst.length} av ${rows.length} indikatorer`)
  await site.leave(page)
})

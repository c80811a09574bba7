import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VIEW_IDS } from '../../dashboards/views/index.ts'
import type { CompareAnswer } from '../../data/model/answers/compare.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { inLanguages } from './languages.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

/** A4 less its margins of 14 mm, in CSS pixels. */
const SHEET = { width: 688, height: 1016 }
const CHOICE = 'municipality=0184&group=fou-nordvast&indicator=N31814&also=0180'
/** The overview has a sheet of its own, tested in the journey; a selection is empty until something is put in it. */
const printed = fewOf(inLanguages(VIEW_IDS.filter((id) => !['matrix', 'selection'].includes(id))), 6)

type Chart = { width: number; height: number; clipped: boolean; kept: boolean }

/** What the page looks like on paper: each chart's size, whether it sticks out of its area, and whether it may be broken. */
const chartsOf = (page: Page): Promise<Chart[]> =>
  page.locator('main svg.chart').evaluateAll((all) =>
    all.map((chart) => {
      const { width, height, right } = chart.getBoundingClientRect()
      const area = chart.parentElement!.getBoundingClientRect()
      const keeps = (one: Element | null): boolean =>
        one !== null && (getComputedStyle(one).breakInside.startsWith('avoid') || keeps(one.parentElement))
      return { width, height, clipped: right > area.right + 1, kept: keeps(chart) }
    }),
  )

test.each(printed)('$view in $lang: no chart is cut by a sheet of paper', async ({ view, lang }) => {
  const { page } = await site.open(`/?view=${view}&${CHOICE}&lang=${lang}`)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(SHEET)
  await settled(page)
  expect(await page.locator('.masthead nav').isVisible()).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SHEET.width)
  for (const { width, height, clipped, kept } of await chartsOf(page)) {
    expect(width).toBeLessThanOrEqual(SHEET.width)
    expect(height).toBeLessThan(SHEET.height)
    expect(clipped).toBe(false)
    expect(kept).toBe(true)
  }
  await site.leave(page)
})

test('a page that was drawn for a wide screen keeps its charts whole on paper', async () => {
  const { page } = await site.open(`/?view=compare&${CHOICE}`, { viewport: { width: 1600, height: 900 } })
  await page.emulateMedia({ media: 'print' })
  await settled(page)
  expect((await chartsOf(page)).length).toBeGreaterThan(4)
  const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type ?\/Page\b/g)!.length).toBeGreaterThan(1)
  await site.leave(page)
})

test('what was drawn for a wide screen is drawn anew for paper, and for the screen again after it', async () => {
  const { page } = await site.open(`/?view=compare&${CHOICE}`, { viewport: { width: 1600, height: 900 } })
  const widths = () =>
    page
      .locator('main .drawing-area:not([hidden]) svg.chart')
      .evaluateAll((all) => all.map((one) => one.getAttribute('width')))
  const before = await widths()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(new Set(await widths())).toEqual(new Set(['760']))
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(widths).toEqual(before)
  await site.leave(page)
})

test('all the municipalities of the country are ranked in parts, two of which fit a sheet', async () => {
  const { page } = await site.open('/?view=compare&municipality=0184&group=all&indicator=N31807&rows=all')
  const answer = await fetch(`${site.address}/api/v1/compare?indicator=N31807`)
  const known = ((await answer.json()) as CompareAnswer).rows.filter(({ value }) => value !== null).length
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const parts = page.locator('main figure').first().locator('.drawing-area > svg.chart')
  const sizes = await parts.evaluateAll((all) =>
    all.map((one) => ({ width: Number(one.getAttribute('width')), height: Number(one.getAttribute('height')) })),
  )
  expect(known).toBeGreaterThan(150)
  expect(sizes.length).toBe(Math.ceil((await parts.locator('[data-point]').count()) / 25))
  for (const { width, height } of sizes) expect((2 * height * SHEET.width) / width).toBeLessThan(SHEET.height)
  // Where many lack a value, a sentence names them instead of rows.
  expect(await parts.locator('[data-point]').count()).toBeGreaterThanOrEqual(known)
  await site.leave(page)
})

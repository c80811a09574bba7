import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VIEW_IDS } from '../../dashboards/views/index.ts'
import type { UnitsAnswer } from '../../data/model/answers/units.ts'
import { violationsOn } from './accessibility.ts'
import { inLanguages } from './languages.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

const CHOICE = 'municipality=0184&group=fou-nordvast&indicator=N31807'
const pages = inLanguages(VIEW_IDS).map(({ view, lang }) => ({
  view,
  lang,
  path: `/?view=${view}&${CHOICE}&lang=${lang}`,
}))

test.each(pages)(
  '$view in $lang: accessible, dark too, no complaint, the same after a reload, fits a telephone of 320 pixels',
  async ({ path, lang }) => {
    const { page, complaints } = await site.open(path)
    expect(await violationsOn(page)).toEqual([])
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    if (lang === 'sv') {
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violationsOn(page, { rules: ['color-contrast'] })).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await settled(page)
    const before = await page.locator('body').innerText()
    expect(before).toContain(lang === 'sv' ? 'Påhittade exempeldata' : 'Invented sample data')
    await page.reload()
    await settled(page)
    expect(await page.locator('body').innerText()).toBe(before)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(complaints).toEqual([])
    await site.leave(page)
  },
)

test('in forced colours only the page that one is on has a line below its name', async () => {
  const { page } = await site.open(`/?view=profile&${CHOICE}`, { forcedColors: 'active' })
  const lined = await page.locator('.masthead nav a').evaluateAll((links) => {
    const paper = getComputedStyle(document.querySelector('.masthead')!).backgroundColor
    return links.filter((link) => getComputedStyle(link).borderBottomColor !== paper).map((link) => link.textContent)
  })
  expect(lined.map((name) => name?.trim())).toEqual(['Profil'])
  await site.leave(page)
})

test('in forced colours the choosers keep an arrow that can be seen', async () => {
  const { page } = await site.open(`/?view=compare&${CHOICE}`, { forcedColors: 'active' })
  const arrows = await page.locator('.chooser :is(select, input)').evaluateAll((boxes) =>
    boxes.map((box) => {
      const { backgroundImage, backgroundColor, color } = getComputedStyle(box)
      return backgroundImage.includes(color) && color !== backgroundColor
    }),
  )
  expect(arrows.length).toBeGreaterThan(4)
  expect(arrows.every(Boolean)).toBe(true)
  await site.leave(page)
})

test('nothing moves for readers who asked for less motion', async () => {
  const { page } = await site.open(`/?view=compare&${CHOICE}`, { reducedMotion: 'reduce' })
  await page.locator('.choosers select').first().selectOption({ index: 1 })
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) => {
        const { animationName, transitionDuration } = getComputedStyle(one)
        return animationName !== 'none' || transitionDuration !== '0s'
      }).length,
  )
  expect(moving).toBe(0)
  await site.leave(page)
})

test.each(['sv', 'en'])('the menu stands on one row at 1280 pixels, %s', async (lang) => {
  const { page } = await site.open(`/?view=compare&${CHOICE}&lang=${lang}`)
  const tops = await page
    .locator('.masthead nav a')
    .evaluateAll((links) => [...new Set(links.map((link) => Math.round(link.getBoundingClientRect().top)))])
  expect(tops).toHaveLength(1)
  await site.leave(page)
})

test('the names of weights are not covered by their sliders on a telephone', async () => {
  const { page } = await site.open(`/?view=similar&${CHOICE}`, { viewport: { width: 320, height: 640 } })
  const covered = await page.locator('.weights li').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const words = document.createRange()
      words.selectNodeContents(row.querySelector('label')!)
      const [name, slider] = [words, row.querySelector('input')!].map((one) => one.getBoundingClientRect())
      const meets = name!.right > slider!.left && name!.bottom > slider!.top && slider!.right > name!.left
      return meets ? [row.textContent?.trim()] : []
    }),
  )
  expect(covered).toEqual([])
  await site.leave(page)
})

test('a comparison shows the units of the own municipality under its value, as published, and of no other', async () => {
  const choice = 'view=compare&group=fou-nordvast&indicator=U21468'
  const { page, complaints } = await site.open(`/?${choice}&municipality=0184`)
  const units = page.locator('figure[id^="enheter-"]')
  const answer = await fetch(`${site.address}/api/v1/units?municipality=0184&indicator=U21468`)
  const published = ((await answer.json()) as UnitsAnswer).units
  expect(published.length).toBeGreaterThan(1)
  const points = await units
    .locator('[data-point]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-point')!))
  const [own, ...others] = points.filter((point) => !/sekretess|saknas/.test(point))
  expect(own).toMatch(/^Solna/)
  const valued = published.filter(({ value }) => value !== null)
  expect(others.map((point) => point.replace(/ \(n.*/, ''))).toEqual(valued.map(({ name }) => name))
  await units.getByRole('button', { name: 'Tabell' }).click()
  const names = await units.locator('tbody tr :first-child').allInnerTexts()
  expect(names).toEqual(['Solna, hela kommunen', ...published.map(({ name }) => name)])
  expect(await violationsOn(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(complaints).toEqual([])
  await page.goto(`${site.address}/?${choice}&municipality=`)
  await settled(page)
  expect(await page.locator('figure').count()).toBeGreaterThan(1)
  expect(await units.count()).toBe(0)
  await page.context().close()
})

test('the pages of one language have no word of the other', async () => {
  const { page } = await site.open(`/?view=compare&${CHOICE}&lang=en`)
  const words = await page.locator('body').innerText()
  expect(words).not.toMatch(/Spara som|Tabell|Källa|Lägre är|mittersta|kommuner är/)
  await site.leave(page)
})

test('the JavaScript that is fetched before the first chart is at most 200 kB gzip', async () => {
  const { page } = await site.openAnew(`/?view=compare&${CHOICE}`)
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body())
  })
  await page.reload()
  await settled(page)
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThan(200_000)
  await site.leave(page)
})

import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

const COMPARE = '/?view=compare&municipality=0184&group=fou-nordvast&indicator=N31807'

async function turned(page: Page, to: RegExp) {
  await page.waitForURL(to)
  await settled(page)
}

describe('by keyboard only', () => {
  test('from the start page to a comparison and a saved picture', async () => {
    const { page, complaints } = await site.open('/')
    await page.getByRole('combobox', { name: 'Kommun' }).focus()
    await page.keyboard.type('järf')
    await page.keyboard.press('Enter')
    await turned(page, /municipality=0123/)
    expect(await page.locator('h1').textContent()).toContain('Järfälla')

    await page.getByRole('link', { name: 'Jämför', exact: true }).focus()
    await page.keyboard.press('Enter')
    await turned(page, /view=compare/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')

    await page.locator('summary', { hasText: 'Spara som' }).first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.png$/)
    const bytes = readFileSync((await download.path())!)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('arrow keys step through the points of a chart, and each is spoken', async () => {
    const { page } = await site.open(COMPARE)
    const figure = page.locator('js-figure').first()
    await figure.locator('.drawing-area').focus()
    await page.keyboard.press('ArrowDown')
    const first = await figure.locator('figure > [role=status]').textContent()
    await page.keyboard.press('ArrowDown')
    const second = await figure.locator('figure > [role=status]').textContent()
    expect(first).toMatch(/: [\d,]+\s%/)
    expect(second).not.toBe(first)
    await site.leave(page)
  })

  test('arrow keys move between the cells of the overview, and Enter opens the comparison', async () => {
    const { page } = await site.open('/?view=matrix&municipality=0184&group=fou-nordvast')
    await page.locator('td a').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(label).toBe(await page.locator('tbody tr').nth(1).locator('td a').nth(1).getAttribute('aria-label'))
    await page.keyboard.press('Enter')
    await turned(page, /view=compare/)
    await site.leave(page)
  })
})

describe('what leaves the page', () => {
  test.each([
    ['Vektorbild (SVG)', 'svg'],
    ['Tabell (CSV)', 'csv'],
    ['Excel (XLSX)', 'xlsx'],
  ])('%s is a real file', async (label, ending) => {
    const { page } = await site.open(COMPARE)
    const figure = page.locator('js-figure').first()
    await figure.locator('summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: label }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
    const bytes = readFileSync((await download.path())!)
    if (ending === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK')
    else expect(bytes.toString()).toContain('Solna')
    if (ending === 'svg') expect(bytes.toString()).toMatch(/Påhittade exempeldata/)
    if (ending === 'svg') expect(bytes.toString()).not.toContain('var(--')
    await site.leave(page)
  })

  test('a workbook of all municipalities is one as well, however large', async () => {
    const { page, complaints } = await site.open(COMPARE)
    const map = page.locator('js-figure:has(figure[id^="karta-"])')
    await map.locator('.save summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      map.getByRole('button', { name: 'Excel (XLSX)' }).click(),
    ])
    const { Sheets, SheetNames } = read(readFileSync((await download.path())!))
    const long = utils.sheet_to_json<string[]>(Sheets[SheetNames.at(-1)!]!, { header: 1 })
    expect(long.length).toBeGreaterThan(290)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('the printed page holds the finding and every chart, whole', async () => {
    const { page } = await site.open(COMPARE)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav').isVisible()).toBe(false)
    expect(await page.locator('.sample').isVisible()).toBe(true)
    const charts = await page
      .locator('.chart')
      .evaluateAll((all) => all.map((chart) => chart.getBoundingClientRect().height))
    expect(charts.length).toBeGreaterThanOrEqual(4)
    // A4 less its margins is 1 016 CSS pixels high: what is lower than that and may not break is never cut.
    for (const height of charts) expect(height).toBeLessThan(1016)
    expect((await page.pdf({ format: 'A4' })).subarray(0, 4).toString()).toBe('%PDF')
    await site.leave(page)
  })

  test('the table shows the same figures as the chart', async () => {
    const { page } = await site.open(COMPARE)
    const figure = page.locator('js-figure').first()
    const drawn = await figure
      .locator('[data-point]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-point') ?? ''))
    await figure.getByRole('button', { name: 'Tabell' }).click()
    const rows = await figure.locator('tbody tr').allInnerTexts()
    expect(rows.length).toBe(8)
    for (const label of drawn) {
      const [, name, value] = /^(.+): ([\d,]+)/.exec(label)!
      expect(rows.some((row) => row.startsWith(name!) && row.includes(value!))).toBe(true)
    }
    await site.leave(page)
  })
})

describe('the address holds everything', () => {
  test('back returns to the choice before, with its page', async () => {
    const { page } = await site.open(COMPARE)
    const before = await page.locator('h1').textContent()
    await page.getByLabel('Jämför med').selectOption('county-12')
    await turned(page, /group=county-12/)
    await page.goBack()
    await turned(page, /group=fou-nordvast/)
    expect(await page.locator('h1').textContent()).toBe(before)
    await site.leave(page)
  })

  test('a value that does not exist is met with a kind word, and the page still works', async () => {
    const { page, complaints } = await site.open('/?view=compare&municipality=9999&indicator=N00000')
    expect(await page.locator('.notice').allInnerTexts()).toEqual([
      'Det finns ingen kommun med koden 9999. Välj i listan.',
      'Indikatorn N00000 finns inte i de här data. Välj i listan.',
    ])
    expect(await page.locator('h1').textContent()).toBe('Välj en kommun')
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('the chosen municipality is remembered at the bare address', async () => {
    const { page } = await site.open('/')
    await page.getByRole('combobox', { name: 'Kommun' }).click()
    await page.keyboard.type('Åre')
    await page.keyboard.press('Enter')
    await turned(page, /municipality=2321/)
    await page.goto(site.address)
    await turned(page, /municipality=2321/)
    await site.leave(page)
  })

  test('without contact the page says so, and what to do', async () => {
    const { page } = await site.openAnew(COMPARE)
    await page.context().setOffline(true)
    await page.getByLabel('Jämför med').selectOption('county-12')
    await page.getByRole('heading', { name: 'Ingen kontakt med Jämsides' }).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await turned(page, /group=county-12/)
    expect(await page.locator('.chart').count()).toBeGreaterThanOrEqual(4)
    await site.leave(page)
  })
})

test('a part of the page that is not there any more is met with a way to load it anew', async () => {
  const { page } = await site.openAnew(COMPARE)
  await page.route(/assets\/profile-.*\.js$/, (route) => route.fulfill({ status: 404 }))
  await page.getByRole('link', { name: 'Profil', exact: true }).click()
  await page.getByRole('heading', { name: 'Sidan behöver laddas om' }).waitFor()
  await page.unroute(/assets\/profile-.*\.js$/)
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await page
    .getByRole('heading', { name: /fjärdedelen/ })
    .first()
    .waitFor()
  await site.leave(page)
})

test('the overview prints on one A3, however long', async () => {
  for (const area of ['ekonomiskt-bistand', 'all']) {
    const { page } = await site.open(`/?view=matrix&group=fou-nordvast&area=${area}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const sheets = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
      [width, height].map(Number),
    )
    expect(sheets.length).toBe(1)
    expect(Math.max(...sheets[0]!)).toBeGreaterThan(1150)
    await site.leave(page)
  }
})

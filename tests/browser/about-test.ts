import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../../api/server.ts'
import type { IndicatorsAnswer } from '../../data/model/answers/indicators.ts'
import type { ReleasesAnswer } from '../../data/model/answers/releases.ts'
import { writeDate } from '../../data/model/dates.ts'
import { readSettings } from '../../data/settings.ts'
import { load } from '../../etl/commands/load.ts'
import { emptyHome, temporaryFile } from '../fixtures/home.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

async function answer<Answer>(resource: string): Promise<Answer> {
  const response = await fetch(`${site.address}/api/v1/${resource}`)
  return (await response.json()) as Answer
}

describe('where the figures come from', () => {
  test('names the release and what it was built from, with dates and rows', async () => {
    const { page, complaints } = await site.open('/?view=about')
    const { releases } = await answer<ReleasesAnswer>('releases')
    const served = releases.find(({ current }) => current)!
    const told = await page.locator('#sources').innerText()
    expect(told).toContain(served.id)
    expect(told).toContain(writeDate(served.builtAt, 'sv'))
    const rows = await page.locator('#sources tbody tr').allInnerTexts()
    expect(rows.length).toBe(served.sources.length)
    expect(rows[0]!.replace(/\s/g, '')).toContain(String(served.sources[0]!.rows))
    expect(await page.locator('#sample').innerText()).toContain('påhittade')
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('keeps the source’s figures and our own apart', async () => {
    const { page } = await site.open('/?view=about')
    const terms = await page.locator('#terms').innerText()
    expect(terms).toContain('Källa: Kolada')
    expect(terms).toMatch(/Egen bearbetning\s+Medianer/)
    await site.leave(page)
  })
})

test('what the source changed afterwards is listed with before and now; real figures speak of no sample', async () => {
  const context = emptyHome()
  for (const solna of ['5', '5.5']) {
    const path = temporaryFile(
      'k.csv',
      `kpi,municipality,period,gender,value\nN31807,0184,2021,T,${solna}\nN31807,0123,2021,T,6\n`,
    )
    await load(context, [path], { release: true })
  }
  const running = await startServer(
    readSettings({ JAMSIDES_HOME: context.home.root, PORT: '0', JAMSIDES_LOG: 'silent' }),
  )
  const page = await site.browser.newPage()
  await page.goto(`${running.url}/?view=about`)
  await settled(page)
  const cells = await page.locator('#revisions tbody tr').first().locator('th, td').allTextContents()
  expect(cells.slice(0, 5)).toEqual(['Solna', 'Invånare med ekonomiskt bistånd', '2021', '5,0', '5,5'])
  expect(await page.locator('#revisions tbody tr').count()).toBe(1)
  expect(await page.locator('#sources tbody tr').first().innerText()).toMatch(/^Kolada/)
  expect(await page.locator('#sample').count()).toBe(0)
  await page.close()
  await running.close()
})

describe('the definitions', () => {
  test('are all there, each with what it says, why it matters, which way and why, and when it was reviewed', async () => {
    const { page } = await site.open('/?view=about')
    const { indicators } = await answer<IndicatorsAnswer>('indicators?lang=sv')
    expect(await page.locator('.definition').count()).toBe(indicators.length)
    for (const one of indicators.filter((_, index) => index % 30 === 0)) {
      const card = page.locator(`.definition[id="${one.id}"]`)
      await card.locator('summary').click()
      const told = await card.innerText()
      for (const part of [one.title, one.says, one.matters, one.directionReason]) expect(told).toContain(part)
      expect(told).toContain(writeDate(one.reviewed!, 'sv'))
      expect(told).toContain(writeDate(one.nextReview!, 'sv'))
    }
    await site.leave(page)
  })

  test('are searched as one types, and the address keeps the question', async () => {
    const { page } = await site.open('/?view=about')
    const all = await page.locator('.definition').count()
    await page.getByLabel('Sök bland definitionerna').fill('barn bistond')
    await page.locator('.said', { hasText: /^\d{1,2} indikator/ }).waitFor()
    const found = await page.locator('.definition summary').allInnerTexts()
    expect(found.length).toBeLessThan(all / 3)
    expect(found[0]).toMatch(/Barn.*bistånd/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/find=barn/)
    await page.reload()
    await settled(page)
    expect(await page.locator('.definition summary').allInnerTexts()).toEqual(found)
    await site.leave(page)
  })

  test('say so when nothing fits', async () => {
    const { page } = await site.open('/?view=about&find=qzxv')
    expect(await page.locator('.said').innerText()).toBe('Ingen indikator passar. Pröva ett annat ord.')
    await site.leave(page)
  })

  test('are one click from the comparison, and can be linked to', async () => {
    const { page } = await site.open('/?view=compare&municipality=0184&indicator=U30447')
    await page.getByText('Vad siffran säger').click()
    await page.getByRole('link', { name: 'Hela definitionen' }).click()
    await page.waitForURL(/view=about.*at=U30447/)
    await settled(page)
    const card = page.locator('.definition[id="U30447"]')
    expect(await card.getAttribute('open')).not.toBeNull()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('U30447')
    const { y } = (await card.boundingBox())!
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(900)
    expect(await card.innerText()).toContain('Räknas av')
    await site.leave(page)
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandoutAnswer } from '../../data/model/answers/standout.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

const START = '/?municipality=0184&group=fou-nordvast'
const section = (page: Page, title: string) =>
  page.locator('.found', { has: page.getByRole('heading', { name: title, exact: true }) })

async function standout(lang = 'sv'): Promise<StandoutAnswer> {
  const question = `municipality=0184&reference=fou-nordvast&count=6&lang=${lang}`
  return (await fetch(`${site.address}/api/v1/standout?${question}`)).json() as Promise<StandoutAnswer>
}

test('each sentence stands where it belongs: better, worse, costs, changed, missing', async () => {
  const { page } = await site.open(START)
  const answer = await standout()
  const said = (side: 'better' | 'worse' | null) =>
    answer.differs
      .filter((one) => one.side === side && (side === null || one.uncertainty !== 'unknown'))
      .map(({ sentence }) => sentence)
  const expected = {
    'Tydligt sämre': said('worse'),
    'Tydligt bättre': said('better'),
    'Kostnader och volymer': said(null),
    'Har rört sig mest': answer.moved.map(({ sentence }) => sentence),
    Saknas: answer.missing.map(({ sentence }) => sentence),
  }
  for (const [title, sentences] of Object.entries(expected)) {
    const shown = await section(page, title).locator('li a').allTextContents()
    expect(shown).toEqual(sentences.slice(0, 5))
    if (title !== 'Saknas') expect(await section(page, title).locator('li .beside svg').count()).toBe(shown.length)
    if (title !== 'Saknas') expect(await section(page, title).locator('li .rest').count()).toBe(shown.length)
  }
  await site.leave(page)
})

test('a sentence leads to its comparison, in its year', async () => {
  const { page } = await site.open(START)
  const [found] = (await standout()).differs
  await page.getByRole('link', { name: found!.sentence }).click()
  await page.waitForURL(/view=compare/)
  await settled(page)
  expect(page.url()).toContain(`indicator=${found!.indicator}`)
  expect(await page.locator('js-figure').first().innerText()).toContain(String(found!.period))
  await site.leave(page)
})

const COMPARE = '/?view=compare&municipality=0184&group=fou-nordvast&indicator=N31807'

async function compareWith(page: Page, group: string): Promise<void> {
  await page.getByLabel('Jämför med').selectOption(group)
  await page.waitForURL(new RegExp(`group=${group}`))
  await settled(page)
}

test('what the release brought, and the next one; a page that is open shows it at the next choice, whole', async () => {
  const { page: open, complaints } = await site.open(COMPARE)
  const before = await open.locator('.chart').first().innerHTML()
  const { page } = await site.open(`${START}&lang=en`)
  expect(await section(page, 'New in this release').innerText()).toContain('This is the first release.')
  await site.publishAnother()
  await page.reload()
  await settled(page)
  const news = await section(page, 'New in this release').innerText()
  expect(news).not.toContain('This is the first release.')
  expect(news).toMatch(/Invented sample data: .*(loaded anew|than in the release before)/)
  await site.leave(page)

  for (const group of ['county-01', 'fou-nordvast']) await compareWith(open, group)
  expect(await open.locator('.chart').first().innerHTML()).not.toBe(before)
  expect(complaints).toEqual([])
  await site.leave(open)
}, 300_000)

test('every page of the menu that one can go on to is there', async () => {
  const { page } = await site.open('/')
  const views = await section(page, 'Gå vidare')
    .locator('a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('view')))
  expect(views).toEqual(['compare', 'profile', 'matrix', 'relation', 'similar', 'asi', 'ubu', 'selection'])
  expect(await page.locator('.found').count()).toBe(2)
  await site.leave(page)
})

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsIn } from '../../dashboards/text/index.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { inLanguages } from './languages.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

/** More steps than this to what one is looking for is no way to get there. */
const MOST_STEPS = 120

/** Presses Tab until what is in focus has the words, and says how many times. */
async function tabTo(page: Page, words: string): Promise<number> {
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === words) return steps
  }
  throw new Error(`“${words}” is not reached by ${MOST_STEPS} steps`)
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

async function turnTo(page: Page, name: string) {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  await page.waitForURL(/view=/)
  await settled(page)
}

async function saved(page: Page, format: string): Promise<string> {
  await tabTo(page, format)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  return (await download.path())!
}

const VIEWS = ['compare', 'profile', 'matrix', 'relation', 'similar', 'asi', 'ubu'] as const
const pages = fewOf(inLanguages(VIEWS), 4)

describe('from the start page to a saved figure, by keyboard only', () => {
  test.each(pages)('$view in $lang', async ({ view, lang }: { view: (typeof VIEWS)[number]; lang: Lang }) => {
    const { views, figure } = textsIn(lang)
    const { page, complaints } = await site.open(`/?municipality=0184&group=fou-nordvast&lang=${lang}`, {})
    await turnTo(page, views[view])
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')

    await tabTo(page, figure.save)
    await page.keyboard.press('Enter')
    const file = await saved(page, figure.saveAs.svg)
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg/)
    expect(await focused(page)).toBe(figure.save)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('a figure is picked, and the selection saved as a Word document', async () => {
    const { views, figure } = textsIn('sv')
    const { page } = await site.open('/?municipality=0184&group=fou-nordvast')
    await turnTo(page, views.compare)
    await tabTo(page, figure.pick)
    await page.keyboard.press('Enter')
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')!.focus())
    await turnTo(page, views.selection)
    expect(
      readFileSync(await saved(page, 'Word'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await site.leave(page)
  })
})

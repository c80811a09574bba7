import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VIEW_IDS } from '../../dashboards/views/index.ts'
import { METHODS } from '../../data/model/methods.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { openSite, type Site, settled } from './site.ts'

let site: Site
let explained: string[]
beforeAll(async () => {
  site = await openSite()
  const { page } = await site.open('/?view=method')
  explained = await page.locator('section.method').evaluateAll((sections) => sections.map(({ id }) => id))
  await site.leave(page)
}, 240_000)
afterAll(() => site.close())

const CHOICE = 'municipality=0184&group=fou-nordvast&indicator=U30447&years=2023'
const COMPARE = `/?view=compare&${CHOICE}`

/** The figures that each page must at least have, so that a page without any is not taken for one where all is well. */
const FEWEST: Record<string, number> = { compare: 5, profile: 1, matrix: 1, relation: 1, similar: 1, asi: 4, ubu: 4 }

/** For each figure on a page, its name and where its method links lead to. */
async function figuresOn(page: Page): Promise<{ name: string; leadsTo: (string | null)[] }[]> {
  return page.locator('main figure').evaluateAll((figures) =>
    figures.map((figure) => ({
      name: figure.id,
      leadsTo: [...figure.querySelectorAll<HTMLAnchorElement>('.methods a')].map((link) => {
        const address = new URL(link.href).searchParams
        return address.get('view') === 'method' ? address.get('at') : null
      }),
    })),
  )
}

const begins = (page: Page, id: string) =>
  page.evaluate((at) => {
    const { top } = document.getElementById(at)!.getBoundingClientRect()
    return { isFocused: document.activeElement?.id === at, isInSight: top >= 0 && top < innerHeight }
  }, id)

describe('from every figure to its method', () => {
  test.each(fewOf(VIEW_IDS, 5))('%s: each figure has a link that leads to an explanation', async (view) => {
    const { page } = await site.open(`/?view=${view}&${CHOICE}`)
    const figures = await figuresOn(page)
    expect(figures.length).toBeGreaterThanOrEqual(FEWEST[view] ?? 0)
    for (const { name, leadsTo } of figures) {
      expect(leadsTo.length, name).toBeGreaterThan(0)
      for (const id of leadsTo) expect(explained, name).toContain(id)
    }
    await site.leave(page)
  })

  test('the figures link to the method of what they show', async () => {
    const { page } = await site.open(COMPARE)
    const figures = await figuresOn(page)
    const methodsOf = (kind: string) => figures.find(({ name }) => name.startsWith(`${kind}-`))?.leadsTo
    expect(methodsOf('rang')).toEqual(['share-interval', 'rank', 'band', 'reference', 'quartiles'])
    expect(methodsOf('tratt')).toEqual(['funnel', 'share-interval'])
    expect(methodsOf('utveckling')).toContain('trend')
    await site.leave(page)
  })

  test('one click shows it, and back returns', async () => {
    const { page, complaints } = await site.open(COMPARE)
    await page.locator('.methods a', { hasText: 'plats och dess intervall' }).first().click()
    await page.waitForURL(/view=method/)
    await settled(page)
    expect(await begins(page, 'rank')).toEqual({ isFocused: true, isInSight: true })
    await page.goBack()
    await page.waitForURL(/view=compare/)
    await settled(page)
    expect(await page.locator('.chart').count()).toBeGreaterThan(3)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('what stands out is linked to how that was found', async () => {
    const { page } = await site.open(`/?view=start&${CHOICE}`)
    const links = await page
      .locator('.found .methods a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(links.some((href) => href?.includes('at=rank'))).toBe(true)
    expect(links.some((href) => href?.includes('at=trend'))).toBe(true)
    await site.leave(page)
  })
})

describe('the method page', () => {
  test.each(fewOf(['sv', 'en'], 1))(
    'has each method in four sentences with a picture that is told in words, in %s',
    async (lang) => {
      const { page } = await site.open(`/?view=method&lang=${lang}`)
      expect(await page.locator('section.method').evaluateAll((all) => all.map(({ id }) => id))).toEqual([...METHODS])
      for (const text of await page.locator('.sentences').allInnerTexts())
        expect(text.match(/[.](?= \p{Lu}|$)/gu)?.length).toBe(4)
      const pictures = await page
        .locator('section.method svg')
        .evaluateAll((all) => all.map((svg) => `${svg.getAttribute('role')} ${svg.getAttribute('aria-label')}`))
      expect(pictures.length).toBe(METHODS.length)
      for (const told of pictures) expect(told).toMatch(/^img .{30,}/)
      await site.leave(page)
    },
  )

  test('begins at the method that its address points at, after a reload too', async () => {
    const { page } = await site.open('/?view=method&at=shrinkage')
    expect(await begins(page, 'shrinkage')).toEqual({ isFocused: true, isInSight: true })
    await page.reload()
    await settled(page)
    expect(await begins(page, 'shrinkage')).toEqual({ isFocused: true, isInSight: true })
    await site.leave(page)
  })

  test('leaves no trace in the address of the next page', async () => {
    const { page } = await site.open('/?view=method&at=shrinkage')
    await page.getByRole('navigation').getByRole('link', { name: 'Om data' }).click()
    await page.waitForURL(/view=about/)
    expect(page.url()).not.toContain('at=')
    await site.leave(page)
  })

  test('prints no method in two halves, each lower than a sheet', async () => {
    const { page } = await site.open('/?view=method')
    await page.emulateMedia({ media: 'print' })
    const sections = await page
      .locator('section.method')
      .evaluateAll((all) =>
        all.map((one) => [getComputedStyle(one).breakInside, one.getBoundingClientRect().height] as const),
      )
    for (const [breaks, height] of sections) {
      expect(breaks).toBe('avoid')
      expect(height).toBeLessThan(1016)
    }
    await site.leave(page)
  })
})

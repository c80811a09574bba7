import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FunnelAnswer } from '../../data/model/answers/funnel.ts'
import { funnelFinding } from '../../data/model/findings/funnel.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let funnel: FunnelAnswer
beforeAll(async () => {
  site = await openSite()
  const response = await fetch(`${site.address}/api/v1/funnel?indicator=U23461&reference=all`)
  funnel = (await response.json()) as FunnelAnswer
}, 300_000)
afterAll(() => site.close())

const address = (indicator: string, more = '') =>
  `/?view=compare&municipality=0184&group=fou-nordvast&indicator=${indicator}${more}`

const figureOn = (page: Page) => page.locator('js-figure:has(figure[id^="tratt-"])')
const drawn = () => funnel.points.filter(({ value, n }) => value !== null && n !== null)

describe('the funnel on the comparison page', () => {
  test.each(fewOf(['sv', 'en'] as const, 1))('states in %s what the service found', async (lang) => {
    const { page, complaints } = await site.open(address('U23461', `&lang=${lang}`))
    const { title, explanation } = funnelFinding(funnel, '0184', lang)
    expect(await figureOn(page).locator('h2').textContent()).toBe(title)
    expect(await figureOn(page).locator('.note').innerText()).toBe(explanation)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('draws a point for each municipality with a base, and names the own one', async () => {
    const { page } = await site.open(address('U23461'))
    expect(drawn().length).toBeGreaterThan(100)
    expect(await figureOn(page).locator('[data-point]').count()).toBe(drawn().length)
    expect(
      await figureOn(page)
        .locator('svg text', { hasText: /^Solna$/ })
        .count(),
    ).toBe(1)
    await site.leave(page)
  })

  test('marks exactly those outside the widened outer limits', async () => {
    const { page } = await site.open(address('U23461'))
    const far = drawn().filter(({ outsideAdjusted: side }) => side === 'above998' || side === 'below998')
    const marked = await figureOn(page)
      .locator('[data-point]')
      .evaluateAll((points) =>
        points
          .filter((point) => /better|worse/.test(point.getAttribute('fill') ?? ''))
          .map((point) => point.dataset.point),
      )
    expect(far.length).toBeGreaterThan(0)
    expect(marked.length).toBe(far.length)
    for (const { name } of far) expect(marked.some((label) => label?.startsWith(`${name}: `))).toBe(true)
    await site.leave(page)
  })

  test('is a table too, and a file', async () => {
    const { page } = await site.open(address('U23461'))
    const figure = figureOn(page)
    await figure.getByRole('button', { name: 'Tabell' }).click()
    expect(await figure.locator('tbody tr').count()).toBe(drawn().length)
    await figure.locator('.save summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'Tabell (CSV)' }).click(),
    ])
    const file = readFileSync((await download.path())!, 'utf8')
    expect(download.suggestedFilename()).toMatch(/^tratt-U23461-.*\.csv$/)
    expect(file).toContain('Solna')
    await site.leave(page)
  })

  test('is stepped through by keyboard, each point read with its base and side', async () => {
    const { page } = await site.open(address('U23461'))
    const figure = figureOn(page)
    await figure.locator('.drawing-area').focus()
    await page.keyboard.press('ArrowRight')
    expect(await figure.locator('figure > [role=status]').textContent()).toMatch(/: [\d,]+\s%, underlag \d+, \p{L}+/u)
    await site.leave(page)
  })

  test.each([
    ['a share without a published base', 'U31803'],
    ['a cost', 'N30101'],
  ])('is not there for %s', async (_, indicator) => {
    const { page } = await site.open(address(indicator))
    expect(await page.locator('js-figure').count()).toBeGreaterThan(2)
    expect(await figureOn(page).count()).toBe(0)
    await site.leave(page)
  })

  test('is not there where they differ so much that all would lie in it, and the strip says why', async () => {
    const { page } = await site.open(address('N31807'))
    expect(await figureOn(page).count()).toBe(0)
    const strip = page.locator('js-figure:has(figure[id^="fordelning-"])')
    expect(await strip.innerText()).toContain('mer än slumpen')
    await site.leave(page)
  })
})

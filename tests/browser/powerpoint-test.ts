import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CompareAnswer } from '../../data/model/answers/compare.ts'
import type { FunnelAnswer } from '../../data/model/answers/funnel.ts'
import type { ProfileAnswer } from '../../data/model/answers/profile.ts'
import type { UnitsAnswer } from '../../data/model/answers/units.ts'
import { openSite, type Site } from './site.ts'
import { unpacked } from './unpacked.ts'

// Every figure of every page is saved; a page of follow-up figures has up to ten.

let site: Site
beforeAll(async () => {
  site = await openSite(['--years', '2022-2024', '--clients', '60'])
}, 600_000)
afterAll(() => site.close())

const CHOICE = 'municipality=0184&group=fou-nordvast'

/** A slide's charts, its shapes and its pictures, and the values of the charts. */
type Saved = { kind: string; charts: string[]; shapes: string[]; pictures: number; slides: number }

async function saved(page: Page, at: number): Promise<Saved> {
  const figure = page.locator('js-figure').nth(at)
  const id = (await figure.locator('figure').first().getAttribute('id'))!
  await figure.locator('.save summary').click()
  const button = figure.getByRole('button', { name: 'PowerPoint' })
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const file = await unpacked((await download.path())!)
  const all = (pattern: RegExp) => Promise.all(file.names.filter((name) => pattern.test(name)).map(file.text))
  const slides = await all(/slides\/slide\d+\.xml$/)
  return {
    kind: id.split('-')[0]!,
    charts: await all(/charts\/chart\d+\.xml$/),
    shapes: slides.flatMap((slide) =>
      [...slide.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*custGeom.*?<\/p:sp>/gs)].map(([shape]) => shape),
    ),
    pictures: slides.join('').match(/<p:pic>/g)?.length ?? 0,
    slides: slides.length,
  }
}

/** All figures of a page, as they are saved one by one. */
async function figuresOf(path: string): Promise<Map<string, Saved>> {
  const { page, complaints } = await site.open(path)
  const figures = new Map<string, Saved>()
  for (let at = 0; at < (await page.locator('js-figure').count()); at++) {
    const one = await saved(page, at)
    figures.set(one.kind, one)
  }
  expect(complaints).toEqual([])
  await site.leave(page)
  return figures
}

async function answered<Answer>(question: string): Promise<Answer> {
  return (await (await fetch(`${site.address}/api/v1/${question}`)).json()) as Answer
}

/** The numbers of one kind of a chart's series, all series together, smallest first. */
const numbersIn = (xml: string, tag: string): number[] =>
  [...xml.matchAll(new RegExp(`<c:${tag}>.*?</c:${tag}>`, 'gs'))]
    .flatMap(([part]) => [...part.matchAll(/<c:v>([^<]+)<\/c:v>/g)])
    .map(([, value]) => Number(value))
    .sort((a, b) => a - b)

/** Every figure of the page is drawn by PowerPoint itself. */
function expectNative(figures: ReadonlyMap<string, Saved>) {
  for (const { kind, charts, shapes, pictures } of figures.values()) {
    expect(pictures, kind).toBe(0)
    expect(charts.length + shapes.length, kind).toBeGreaterThan(0)
  }
}

const known = ({ rows }: Pick<CompareAnswer, 'rows'>) => rows.flatMap(({ value }) => (value === null ? [] : [value]))

/** Of an indicator that has everything. */
const FIGURES = ['rang', 'enheter', 'utveckling', 'karta', 'tratt', 'fordelning', 'kon', 'var']

describe('PowerPoint draws itself', () => {
  test('every figure of Jämför, with the values of the answer, and women and men as two dots joined', async () => {
    const figures = await figuresOf(`/?view=compare&${CHOICE}&indicator=U23461`)
    expectNative(figures)
    expect([...figures.keys()]).toEqual(FIGURES)
    const question = 'compare?indicator=U23461&reference=all'
    const [country, group] = await Promise.all(
      ['all', 'fou-nordvast'].map((id) => answered<CompareAnswer>(`${question}&group=${id}`)),
    )
    const drawn = numbersIn(figures.get('rang')!.charts[0]!, 'xVal')
    for (const value of known(group!)) expect(drawn).toContain(value)
    expect(numbersIn(figures.get('rang')!.charts[0]!, 'plus').length).toBeGreaterThan(0)
    const { units } = await answered<UnitsAnswer>('units?indicator=U23461&municipality=0184')
    const dots = numbersIn(figures.get('enheter')!.charts[0]!, 'xVal')
    for (const { value } of units) if (value !== null) expect(dots).toContain(value)
    expect(figures.get('karta')!.shapes).toHaveLength(290)
    const hatched = figures.get('karta')!.shapes.filter((shape) => shape.includes('pattFill'))
    expect(hatched).toHaveLength(290 - known(country!).length)
    const funnel = await answered<FunnelAnswer>('funnel?indicator=U23461&reference=all')
    const heights = numbersIn(figures.get('tratt')!.charts[0]!, 'yVal')
    for (const { adjusted } of funnel.limits) expect(heights).toContain(adjusted.upper998)
    expect(figures.get('tratt')!.charts[0]).toMatch(/b="1"(?:(?!<a:t>).)*<a:t>Solna<\/a:t>/s)
    const strip = numbersIn(figures.get('fordelning')!.charts[0]!, 'xVal')
    for (const value of known(country!)) expect(strip).toContain(value)
    expect(figures.get('var')!.charts).toHaveLength(8)
    const women = await answered<CompareAnswer>(
      'compare?indicator=U23461&group=fou-nordvast&reference=fou-nordvast&sex=K',
    )
    const joined = numbersIn(figures.get('kon')!.charts[0]!, 'xVal')
    for (const value of known(women)) expect(joined).toContain(value)
  })

  test('the spines of Profil, with the values behind the places', async () => {
    const figures = await figuresOf(`/?view=profile&${CHOICE}&area=ifo`)
    expectNative(figures)
    const { rows } = await answered<ProfileAnswer>('profile?municipality=0184&area=ifo&reference=all')
    const xml = figures.get('profil')!.charts[0]!
    for (const { about, value, count } of rows)
      if (value !== null && count > 0) expect(xml).toContain(`<a:t>${about.short}`)
    const places = numbersIn(xml, 'xVal')
    expect(Math.min(...places)).toBe(0)
    expect(Math.max(...places)).toBe(1)
  })

  test.each([
    ['Samband', `/?view=relation&${CHOICE}&indicator=N31807&other=N03937`, ['samband']],
    ['Liknande kommuner', `/?view=similar&${CHOICE}`, ['liknande']],
    [
      'UBU',
      '/?view=ubu&place=fou-nordvast&years=2023',
      ['svarande', 'glapp', 'mot', 'situation', 'placeringar', 'indelning'],
    ],
  ])('every figure of %s', async (_, path, kinds) => {
    const figures = await figuresOf(path)
    expectNative(figures)
    expect([...figures.keys()]).toEqual(kinds)
  })

  test('every figure of ASI, with intervals, and the grid an area a slide', async () => {
    const figures = await figuresOf(`/?view=asi&${CHOICE}&years=2023&split=kon`)
    expectNative(figures)
    for (const kind of ['profil', 'kon'])
      expect(numbersIn(figures.get(kind)!.charts[0]!, 'plus').length).toBeGreaterThan(0)
    expect(figures.get('fordelning')!.charts[0]).toContain('<c:grouping val="percentStacked"/>')
    expect(figures.get('rutnat')!.slides).toBe(7)
    expect(figures.get('rutnat')!.charts).toHaveLength(28)
  })
})

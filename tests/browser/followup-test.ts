import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AdjustedAnswer } from '../../data/model/answers/adjusted.ts'
import type { AggregateAnswer } from '../../data/model/answers/aggregate.ts'
import { HIDDEN, writeProtected } from '../../data/model/findings/followup.ts'
import { writeNumber } from '../../data/model/numbers.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { violationsOn } from './accessibility.ts'
import { inLanguages } from './languages.ts'
import { openSite, type Site, settled } from './site.ts'

// The pages hold some thousand marks, and the check of accessibility looks at each.

let site: Site
beforeAll(async () => {
  site = await openSite(['--years', '2022-2024', '--clients', '60'])
}, 600_000)
afterAll(() => site.close())

/** How long a page may take to turn on a machine that does much else. */
const PATIENCE = { timeout: 30_000 }

const CHOICE = 'municipality=0184&group=fou-nordvast&years=2023'
const VIEWS = ['asi', 'ubu']
/** A breakdown into groups too small to show, and the link that gathers more people into them. */
const SMALL: Record<string, { split: string; link: string; leadsTo: RegExp }> = {
  asi: { split: 'dominerande_preparat', link: 'tre år tillsammans (2021–2023)', leadsTo: /years=2021-2023/ },
  ubu: { split: 'placeringsform', link: 'bara efter modul', leadsTo: /^((?!split=).)*$/ },
}
const pages = inLanguages(VIEWS).map(({ view, lang }) => ({
  view,
  lang,
  path: `/?view=${view}&${CHOICE}&lang=${lang}`,
}))

async function cells(question: string): Promise<AggregateAnswer['cells']> {
  const response = await fetch(`${site.address}/api/v1/aggregate?${question}`)
  return ((await response.json()) as AggregateAnswer).cells
}

/** A mean as the page writes it. */
const written = (value: number | null): string => (value === null ? 'visas inte' : writeNumber(value, 1, 'sv'))

const figureNamed = (page: Page, kind: string) => page.locator(`js-figure:has(figure[id^="${kind}-"])`)

/** The rows of a figure's table, after its button has been pressed. */
async function tableOf(page: Page, kind: string): Promise<string[][]> {
  const figure = figureNamed(page, kind)
  await figure.locator('.actions button').first().click()
  return figure
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
}

describe.each(pages)('$view in $lang', ({ path, lang }) => {
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    const opened = await site.open(path)
    page = opened.page
    complaints = opened.complaints
  })
  afterAll(() => page && site.leave(page))

  test('has no accessibility violation and no complaint in the console', async () => {
    expect(await violationsOn(page)).toEqual([])
    expect(complaints).toEqual([])
    expect(await page.locator('svg.chart').count()).toBeGreaterThan(4)
  })

  test('is the same after a reload, and says that the data are invented', async () => {
    const before = await page.locator('main').textContent()
    await page.reload()
    await settled(page)
    expect(await page.locator('main').textContent()).toBe(before)
    const invented = lang === 'sv' ? 'Påhittade exempeldata' : 'Invented sample data'
    expect(await page.locator('body').textContent()).toContain(`${invented}.`)
    expect(await page.locator('js-figure .sources', { hasText: invented }).count()).toBeGreaterThan(4)
  })

  test('fits a telephone of 320 pixels without scrolling sideways', async () => {
    const before = page.viewportSize()!
    await page.setViewportSize({ width: 320, height: 640 })
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.setViewportSize(before)
  })

  test('says on every figure of what place and year it is, and on how many it rests', async () => {
    const faces = await page.locator('js-figure .subtitle').allTextContents()
    expect(faces.length).toBeGreaterThan(4)
    const base = lang === 'sv' ? /underlag( per grupp)? omkring \d+/ : /base( by group)? about \d+/
    for (const face of faces) {
      expect(face).toMatch(/(Solna|FoU Nordväst[^·]*) 2023/)
      expect(face).toMatch(base)
    }
    const beside = faces.filter((face) => face.includes('○'))
    expect(beside.length).toBeGreaterThan(0)
    for (const face of beside)
      expect(face).toMatch(lang === 'sv' ? /\d av 8 kommuner|ojusterad/ : /\d of 8 municipal|unadjusted/)
  })

  test('explains the protection at every figure', async () => {
    const figures = await page.locator('js-figure').count()
    const words = lang === 'sv' ? 'Antal visas avrundade till närmaste femtal' : 'Counts are shown to the nearest five'
    expect(await page.locator('js-figure details:not(.save)', { hasText: words }).count()).toBe(figures)
  })
})

test.each(fewOf(VIEWS, 1))('%s has no contrast violation in dark', async (view) => {
  const { page } = await site.open(`/?view=${view}&${CHOICE}`, { colorScheme: 'dark' })
  expect(await violationsOn(page, { rules: ['color-contrast'] })).toEqual([])
  await site.leave(page)
})

test.each(VIEWS)('%s without a place says what to do', async (view) => {
  const { page } = await site.open(`/?view=${view}`)
  expect(await page.locator('h1').textContent()).toBe('Välj en plats')
  await page.locator('#place').fill('nordväst')
  await page.keyboard.press('Enter')
  await page.waitForURL(/place=fou-nordvast/)
  await settled(page)
  expect(await page.locator('.finding').textContent()).toContain('FoU Nordväst')
  await site.leave(page)
})

test.each(VIEWS)('%s: a figure that is not shown says so, and a link gathers more people into it', async (view) => {
  const { split, link, leadsTo } = SMALL[view]!
  const { page } = await site.open(`/?view=${view}&${CHOICE}&split=${split}`)
  const hidden = async () => {
    const notes = await page.locator('js-figure .note').allTextContents()
    return notes.reduce((sum, note) => sum + Number(/(\d+) siff\p{L}+ visas inte/u.exec(note)?.[1] ?? 0), 0)
  }
  const before = await hidden()
  expect(before).toBeGreaterThan(5)
  await page.getByRole('link', { name: link }).first().click()
  await page.waitForURL(leadsTo)
  await expect.poll(hidden, PATIENCE).toBeLessThan(before)
  await page.goBack()
  await expect.poll(hidden, PATIENCE).toBe(before)
  await site.leave(page)
})

test.each([
  ['asi', 'profil'],
  ['ubu', 'svarande'],
])('%s: the arrow keys step through the points and a live region speaks them', async (view, kind) => {
  const { page } = await site.open(`/?view=${view}&${CHOICE}`)
  const figure = figureNamed(page, kind)
  await figure.locator('.drawing-area').focus()
  await page.keyboard.press('ArrowRight')
  const first = await figure.locator('[role="status"]').textContent()
  await page.keyboard.press('ArrowRight')
  expect(first).toMatch(/: \d,\d \(n\s≈\s\d+\), \d,\d–\d,\d$/)
  expect(await figure.locator('[role="status"]').textContent()).not.toBe(first)
  await site.leave(page)
})

describe('ASI', () => {
  test('shows the very figures that the API answers, for the place and the group', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}&lang=en`)
    const rows = await tableOf(page, 'profil')
    expect(rows).toHaveLength(14)
    const [own, group] = await cells(
      'instrument=asi&measure=alkohol_skattning_grund&places=0184,fou-nordvast&periods=2023',
    )
    expect(rows.find(([area, place]) => area === 'Alcohol' && place === 'Solna')!.at(-1)).toBe(String(own!.nonResponse))
    const written = rows.filter(([area]) => area === 'Alcohol').map((row) => row.slice(1, 6))
    const expected = [own!, group!].map(({ name, value, lower, upper, count }) => [
      name.replace(' (north-west Stockholm)', ''),
      ...[value, lower, upper].map((number) => number!.toFixed(1)),
      count!.toLocaleString('en'),
    ])
    expect(written.map(([name, ...numbers]) => [name!.replace(' (north-west Stockholm)', ''), ...numbers])).toEqual(
      expected,
    )
    await site.leave(page)
  })

  test('never shows a change without how many were followed up', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}`)
    const [rate] = await cells('instrument=asi&measure=uppfoljda&places=0184&periods=2023')
    const figure = figureNamed(page, 'forandring')
    expect(await figure.locator('.subtitle').textContent()).toContain(
      `${rate!.value}\u00a0% av alla med grundintervju är uppföljda`,
    )
    const rows = await tableOf(page, 'forandring')
    expect(rows.map((row) => row.at(-1))).toEqual(Array(7).fill(`${rate!.value}\u00a0%`))
    await site.leave(page)
  })

  test('tells the change of women and of men apart, each with how many of them were followed up', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}`)
    const told = await cells(
      'instrument=asi&measure=uppfoljda,alkohol_skattning_fore,alkohol_skattning_efter,alkohol_skattning_forandring&places=0184&periods=2023&by=kon',
    )
    const of = (measure: string, kon: string) =>
      told.find((one) => one.measure === measure && one.categories.kon === kon)!
    const rows = await tableOf(page, 'konsforandring')
    const expected = ['kvinna', 'man', 'annat'].map((kon) => [
      ...['fore', 'efter', 'forandring'].map((when) => written(of(`alkohol_skattning_${when}`, kon).value)),
      writeProtected({ ...HIDDEN, ...of('uppfoljda', kon) } as typeof HIDDEN, 'share', 'sv'),
    ])
    const alcohol = rows.filter(([area]) => area === 'Alkohol')
    expect(alcohol.map(([, sex]) => sex)).toEqual(['Kvinna', 'Man', 'Annat'])
    expect(alcohol.map((row) => [...row.slice(2, 5), row.at(-1)])).toEqual(expected)
    await site.leave(page)
  })

  test('draws who improved, stayed and worsened as one bar that fills its hundred percent', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}&place=fou-nordvast`)
    const [improved] = await cells('instrument=asi&measure=alkohol_forbattrade&places=fou-nordvast&periods=2023')
    const said = writeProtected({ ...HIDDEN, ...improved!, bound: improved!.bound ?? null }, 'share', 'sv')
    const figure = figureNamed(page, 'utfall')
    const parts = await figure
      .locator('svg.chart rect[data-point^="Alkohol"]')
      .evaluateAll((bars) =>
        bars.map((bar) => ({ width: Number(bar.getAttribute('width')), name: bar.getAttribute('data-point')! })),
      )
    expect(parts.some(({ name }) => name === `Alkohol, förbättrade ${said}`)).toBe(true)
    expect(parts.length).toBeGreaterThan(1)
    const all = parts.reduce((sum, { width }) => sum + width, 0)
    const areas = await figure.locator('svg.chart rect[data-point]').evaluateAll((bars) => {
      const widths = new Map<string, number>()
      for (const bar of bars) {
        const area = bar.getAttribute('data-point')!.split(',')[0]!
        widths.set(area, (widths.get(area) ?? 0) + Number(bar.getAttribute('width')))
      }
      return [...widths.values()]
    })
    for (const width of areas) expect(Math.abs(width - all)).toBeLessThan(5)
    const rows = await tableOf(page, 'utfall')
    expect(rows.find(([area, way]) => area === 'Alkohol' && way === 'Förbättrade')![2]).toBe(
      improved!.bound ? said : `${improved!.value}`,
    )
    await site.leave(page)
  })

  test('reads worry, wish for help, days and the composite as well, the last with its caution', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}`)
    await page.locator('#reading').selectOption('sammanvagt')
    await page.waitForURL(/reading=sammanvagt/)
    await figureNamed(page, 'profil').getByText('får inte jämföras med utländska normer').waitFor()
    await page.locator('#reading').selectOption('dagar')
    await page.waitForURL(/reading=dagar/)
    await figureNamed(page, 'profil').getByText('Dagar med problem vid ASI Grund').waitFor()
    const [cell] = await cells('instrument=asi&measure=psykisk_dagar_grund&places=0184&periods=2023')
    const rows = await tableOf(page, 'profil')
    expect(rows.at(-2)![2]).toBe(cell!.value!.toFixed(1).replace('.', ','))
    await site.leave(page)
  })

  test('draws the seven areas by municipality, sex, age and main drug, and prints each area whole', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}`)
    const rows = await tableOf(page, 'rutnat')
    expect(rows).toHaveLength(7 * (8 + 3 + 6 + 10))
    await figureNamed(page, 'rutnat').locator('.actions button').first().click()
    await page.emulateMedia({ media: 'print' })
    const areas = figureNamed(page, 'rutnat').locator('.drawing-area > svg.chart')
    const sheet = (269 / 25.4) * 96
    const whole = (all: Element[], tallest: number) =>
      all.filter(
        (svg) => svg.getBoundingClientRect().height < tallest && getComputedStyle(svg).breakInside.startsWith('avoid'),
      ).length
    await expect.poll(() => areas.evaluateAll(whole, sheet)).toBe(7)
    expect(await page.locator('form.choosers').isVisible()).toBe(false)
    await site.leave(page)
  })

  test('puts the sexes beside each other within another breakdown', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}&split=kon,aldersgrupp`)
    const rows = await tableOf(page, 'uppdelning')
    expect(rows).toHaveLength(7 * 3 * 6)
    expect(rows[0]!.slice(0, 2)).toEqual(['Fysisk hälsa, kvinna', '18–24 år'])
    await site.leave(page)
  })

  test('compares the municipalities adjusted for age and sex, beside their own shares', async () => {
    const { page } = await site.open('/?view=asi&municipality=0184&group=fou-nordvast&years=2022-2024&focus=narkotika')
    const question =
      'measure=narkotika_skattning_minst_4_grund&places=fou-nordvast&periods=2022-2024&reference=fou-nordvast'
    const response = await fetch(`${site.address}/api/v1/adjusted?instrument=asi&${question}`)
    const answer = (await response.json()) as AdjustedAnswer
    const expected = Object.fromEntries(
      answer.rows.map(({ name, value }) => [name, value === null ? 'visas inte' : `${value}`]),
    )
    const rows = await tableOf(page, 'justerad')
    expect(Object.fromEntries(rows.map((row) => [row[0], row[2]]))).toEqual(expected)
    expect(answer.rows.some(({ value }) => value !== null)).toBe(true)
    await site.leave(page)
  })

  test('compares an own group adjusted for age and sex, under its own name', async () => {
    const municipalities = '0114,0123,0125,0139,0163,0183,0184'
    const { page } = await site.open(
      `/?view=asi&municipality=0184&group=${municipalities}~Grannar&years=2022-2024&focus=narkotika`,
    )
    const question = `measure=narkotika_skattning_minst_4_grund&places=${municipalities}&periods=2022-2024&municipalities=${municipalities}`
    const response = await fetch(`${site.address}/api/v1/adjusted?instrument=asi&${question}`)
    const answer = (await response.json()) as AdjustedAnswer
    const rows = await tableOf(page, 'justerad')
    const written = answer.rows.map(({ name, value }) => [name, value === null ? 'visas inte' : `${value}`])
    expect(Object.fromEntries(rows.map((row) => [row[0], row[2]]))).toEqual(Object.fromEntries(written))
    expect(answer.rows.some(({ value }) => value !== null)).toBe(true)
    expect(await figureNamed(page, 'justerad').locator('.subtitle').textContent()).toContain(
      `streckad linje: Grannar, ${answer.reference.value}`,
    )
    await site.leave(page)
  })

  test('saves all seven areas of a figure as CSV', async () => {
    const { page } = await site.open(`/?view=asi&${CHOICE}`)
    const figure = figureNamed(page, 'profil')
    await figure.locator('.save summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'Tabell (CSV)' }).click(),
    ])
    const text = await readFile((await download.path())!, 'utf8')
    for (const area of ['fysisk', 'arbete', 'alkohol', 'narkotika', 'rattsligt', 'familj', 'psykisk'])
      expect(text).toContain(`${area}_skattning_grund`)
    expect(text).toContain('Påhittade exempeldata')
    await site.leave(page)
  })

  test('of a place with nothing to show explains it and offers more people', async () => {
    const { page } = await site.open('/?view=asi&municipality=0184&group=fou-nordvast&years=2019')
    expect(await page.locator('h1').textContent()).toBe('Solna 2019: grundintervjuerna visas inte')
    await page.getByRole('link', { name: 'hela gruppen FoU Nordväst' }).click()
    await page.waitForURL(/place=fou-nordvast/)
    await site.leave(page)
  })
})

describe('UBU', () => {
  test('shows the three respondents side by side, the interview rate beside child and guardian', async () => {
    const { page } = await site.open(`/?view=ubu&${CHOICE}`)
    const rates = await cells(
      'instrument=ubu&measure=barn_intervjuat_arlig,vardnadshavare_intervjuad_arlig&places=0184&periods=2023',
    )
    const [child, guardian] = rates.map((cell) =>
      writeProtected({ ...HIDDEN, ...cell, bound: cell.bound ?? null }, 'share', 'sv'),
    )
    const rows = await tableOf(page, 'svarande')
    expect(rows).toHaveLength(21)
    expect(rows.slice(0, 3).map((row) => [row[1], row.at(-1)])).toEqual([
      ['Barnet', child],
      ['Vårdnadshavaren', guardian],
      ['Socialsekreteraren', ''],
    ])
    await site.leave(page)
  })

  test('sets every rating beside the group in one figure', async () => {
    const { page } = await site.open(`/?view=ubu&${CHOICE}`)
    const [own, group] = await cells(
      'instrument=ubu&measure=vardnadshavare_skola_arlig&places=0184,fou-nordvast&periods=2023',
    )
    const rows = await tableOf(page, 'mot-gruppen')
    expect(rows).toHaveLength(3 * 7 * 2)
    const school = rows.filter(([title]) => title === 'Vårdnadshavaren: Skola')
    expect(school.map((row) => row.slice(1, 3))).toEqual([
      ['Solna', written(own!.value)],
      ['FoU Nordväst', written(group!.value)],
    ])
    expect(school[1]![6]).toBe(group!.coverage!.text)
    await site.leave(page)
  })

  test('tells at closing how things ended, and by module', async () => {
    const { page } = await site.open(
      `/?view=ubu&municipality=0184&group=fou-nordvast&place=fou-nordvast&years=2022-2024&occasion=avslut`,
    )
    const [ended] = await cells('instrument=ubu&measure=oplanerat_avslut_avslut&places=fou-nordvast&periods=2022-2024')
    const told = ended!.bound === 'between' ? `${ended!.lower} och ${ended!.upper} procent` : `${ended!.value}\u00a0%`
    expect(await page.locator('h1').textContent()).toContain(`${told} av avsluten var oplanerade`)
    const rows = await tableOf(page, 'placeringar')
    expect(new Set(rows.map(([, module]) => module)).size).toBe(4)
    await site.leave(page)
  })

  test('of one module is told as a whole, and asks for that module', async () => {
    const { page } = await site.open(
      '/?view=ubu&municipality=0184&group=all&place=fou-nordvast&years=2022-2024&module=familjehem',
    )
    const [cell] = await cells(
      'instrument=ubu&measure=manader_i_insats_arlig&places=fou-nordvast&periods=2022-2024&where=modul:familjehem',
    )
    const rows = await tableOf(page, 'placeringar')
    const told = rows.filter(([title]) => title === 'Månader i insatsen')
    expect(told.map((row) => row[2])).toEqual([cell!.value!.toFixed(1).replace('.', ',')])
    await site.leave(page)
  })
})

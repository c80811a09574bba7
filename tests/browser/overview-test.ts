import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderedRows } from '../../dashboards/views/matrix/order.ts'
import type { MatrixAnswer } from '../../data/model/answers/matrix.ts'
import { placeOf } from '../../data/model/findings/quarters.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { violationsOn } from './accessibility.ts'
import { openSite, type Site, settled } from './site.ts'
import { unpacked } from './unpacked.ts'

let site: Site
let answer: MatrixAnswer
beforeAll(async () => {
  site = await openSite()
  answer = await (await fetch(`${site.address}/api/v1/matrix?group=fou-nordvast&area=ekonomiskt-bistand`)).json()
}, 300_000)
afterAll(() => site.close())

const OVERVIEW = '/?view=matrix&municipality=0184&group=fou-nordvast'
const WORST = `${OVERVIEW}&only=worst&sort=-0183`

const worstOnes = () => {
  const own = answer.columns.indexOf('0184')
  return answer.rows.filter((row) => placeOf(row.cells[own]!.band, row) === 'worst')
}

/** Names of the rows on the page, without unit and year. */
const namesOn = (page: Page): Promise<string[]> =>
  page
    .locator('.matrix tbody th')
    .evaluateAll((all) =>
      all.map((one) => one.textContent!.replace(one.querySelector('small')!.textContent!, '').trim()),
    )

/** The file that the overview is saved as. */
async function saved(page: Page, label: string): Promise<string> {
  const figure = page.locator('js-figure')
  await figure.locator('summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: label }).click(),
  ])
  return (await download.path())!
}

test('on a telephone the own column is in sight, however far to the right it stands', async () => {
  const { page } = await site.open(OVERVIEW, { viewport: { width: 320, height: 640 } })
  const box = (await page.locator('.matrix td.own').first().boundingBox())!
  expect(answer.columns.indexOf('0184')).toBeGreaterThan(2)
  expect([box.x >= 0, box.x + box.width <= 320]).toEqual([true, true])
  await site.leave(page)
})

const LANGUAGES = {
  sv: { sample: 'Påhittade exempeldata', picture: 'Vektorbild (SVG)', image: 'Bild (PNG)', pick: 'Lägg till i urval' },
  en: {
    sample: 'Invented sample data',
    picture: 'Vector picture (SVG)',
    image: 'Picture (PNG)',
    pick: 'Add to selection',
  },
}

describe.each(fewOf(['sv', 'en'] as const, 1))('the overview in %s leaves the page', (lang) => {
  const words = LANGUAGES[lang]
  const open = () => site.open(`${WORST}&lang=${lang}`)

  test('as a picture of the rows that are shown, in their order, with finding, source and warning', async () => {
    const { page, complaints } = await open()
    const svg = (await readFile(await saved(page, words.picture))).toString()
    const shown = await page.locator('.matrix tbody tr').count()
    expect(shown).toBe(worstOnes().length)
    expect(svg.match(/data-point="/g)).toHaveLength(shown * answer.columns.length)
    const heads = await namesOn(page)
    const places = heads.map((name) => svg.indexOf(`>${name}<`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
    for (const told of [await page.locator('h1').innerText(), words.sample, '>Solna<']) expect(svg).toContain(told)
    expect(svg).not.toContain('var(--')
    const png = await readFile(await saved(page, words.image))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('as a table of the rows that are shown, in their order', async () => {
    const { page } = await open()
    const [, ...lines] = (await readFile(await saved(page, 'CSV'))).toString().trim().split('\r\n')
    const inFile = lines.map((line) => line.split(/[;,]/)[0])
    expect(lines).toHaveLength(worstOnes().length * answer.columns.length)
    const inOrder = orderedRows({ ...answer, rows: worstOnes() }, '-0183').map(({ indicator }) => indicator)
    expect([...new Set(inFile)]).toEqual(inOrder)
    const workbook = await unpacked(await saved(page, 'XLSX'))
    expect(workbook.names).toContain('xl/workbook.xml')
    await site.leave(page)
  })

  test('as PowerPoint with a table that can be edited, and as Word with picture and table', async () => {
    const { page } = await open()
    const slides = await unpacked(await saved(page, 'PowerPoint'))
    const slide = await slides.text('ppt/slides/slide1.xml')
    expect(slide.match(/<a:tr /g)).toHaveLength(1 + worstOnes().length)
    expect(slide.match(/<a:tc[ >]/g)).toHaveLength((1 + worstOnes().length) * (1 + answer.columns.length))
    expect(slide).toMatch(/<a:t>[▼▽▾]<\/a:t>/)
    expect(slide).toContain(words.sample)
    const document = await unpacked(await saved(page, 'Word (DOCX)'))
    const text = await document.text('word/document.xml')
    expect(text.match(/<pic:pic/g)).toHaveLength(1)
    expect(text.match(/<w:tr>/g)).toHaveLength(1 + worstOnes().length)
    expect(text).toContain('<w:tblHeader/>')
    for (const { about } of worstOnes()) expect(text).toContain(about.unit)
    await site.leave(page)
  })

  test('into the own selection, where it is the same after a reload', async () => {
    const { page, complaints } = await open()
    const finding = await page.locator('h1').innerText()
    await page.getByRole('button', { name: words.pick }).click()
    await page.goto(`${site.address}/?view=selection&lang=${lang}`)
    await settled(page)
    const cells = () =>
      page.locator('.chart [data-point]').evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.point))
    expect(await page.locator('figcaption h2').allInnerTexts()).toEqual([finding])
    const before = await cells()
    expect(before).toHaveLength(worstOnes().length * answer.columns.length)
    expect(page.url()).toContain('basket=')
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await settled(page)
    expect(await cells()).toEqual(before)
    expect(await violationsOn(page)).toEqual([])
    expect(complaints).toEqual([])
    await site.leave(page)
  })
})

const SAVED = [
  ['Word', 'word/document.xml'],
  ['PowerPoint', 'ppt/slides/slide2.xml'],
  ['Excel', 'xl/sharedStrings.xml'],
  ['Vektorbilder (ZIP)', 'figurer.txt'],
] as const

test.each(fewOf(SAVED, 2))('a picked overview is saved as %s', async (format, part) => {
  const { page } = await site.open(OVERVIEW)
  const finding = await page.locator('h1').innerText()
  await page.getByRole('button', { name: 'Lägg till i urval' }).click()
  await page.getByRole('link', { name: 'Eget urval' }).click()
  await page.waitForURL(/view=selection/)
  await settled(page)
  const button = page
    .getByRole('group', { name: 'Spara urvalet som' })
    .getByRole('button', { name: format, exact: true })
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const file = await unpacked((await download.path())!)
  expect(await file.text(part)).toContain(finding)
  if (format.startsWith('Vektor')) {
    const picture = await file.text(file.names.find((name) => name.endsWith('.svg'))!)
    expect(picture.match(/data-point="/g)).toHaveLength(answer.rows.length * answer.columns.length)
  }
  await site.leave(page)
})

test('a long overview is drawn on several sheets, each with its heads and none cut by a page', async () => {
  const { page } = await site.open(`${OVERVIEW}&area=all`)
  await page.getByRole('button', { name: 'Lägg till i urval' }).click()
  await page.getByRole('link', { name: 'Eget urval' }).click()
  await page.waitForURL(/view=selection/)
  await settled(page)
  const sheets = page.locator('.drawing-area > .chart')
  expect(await sheets.count()).toBeGreaterThan(4)
  const heads = await sheets.evaluateAll(
    (all, names) =>
      all.map((sheet) =>
        [...sheet.querySelectorAll('text')].map((one) => one.textContent!).filter((word) => names.includes(word)),
      ),
    answer.names,
  )
  for (const named of heads) expect(named.length).toBeGreaterThan(0)
  const parts = answer.names.map((name) => heads.flat().filter((one) => one === name).length)
  expect(new Set(parts).size).toBe(1)
  expect(parts[0]).toBeGreaterThan(4)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 688, height: 1016 })
  await settled(page)
  for (const box of await sheets.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))) {
    expect(box.width).toBeLessThanOrEqual(688)
    expect(box.height).toBeLessThan(1016)
  }
  await site.leave(page)
})

test('the grid on the page offers no drawing, but all that a figure does', async () => {
  const { page } = await site.open(OVERVIEW)
  const figure = page.locator('js-figure')
  expect(await figure.locator('[role=grid]').count()).toBe(1)
  expect(await figure.locator('.drawing-area').count()).toBe(0)
  await figure.locator('summary').click()
  expect(await figure.locator('.save li').count()).toBe(10)
  await site.leave(page)
})

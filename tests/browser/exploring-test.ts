import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pack } from '../../dashboards/basket/packed.ts'
import type { CompareAnswer } from '../../data/model/answers/compare.ts'
import { fewOf } from '../fixtures/short-form.ts'
import { violationsOn } from './accessibility.ts'
import { inLanguages } from './languages.ts'
import { openSite, type Site, settled } from './site.ts'
import { unpacked } from './unpacked.ts'

// Axe, reloads and whole documents take their time on a busy machine.

let site: Site
let selection: string
beforeAll(async () => {
  site = await openSite()
  const query = 'view=compare&municipality=0184&group=fou-nordvast&indicator=N31807'
  selection = await pack({
    title: 'Bistånd i Solna',
    introduction: 'Inför beslutet & budgeten.',
    picked: [
      { query, figure: 'rang', comment: 'Fråga varför & följ upp.' },
      { query, figure: 'utveckling', comment: '' },
      { query: `${query.replace('compare', 'relation')}&other=N03937`, figure: 'samband', comment: '' },
    ],
  })
}, 300_000)
afterAll(() => site.close())

const CHOICE = 'municipality=0184&group=fou-nordvast&indicator=N31807'
const PATHS: Record<string, () => string> = {
  relation: () => `/?view=relation&${CHOICE}&other=N03937`,
  similar: () => `/?view=similar&${CHOICE}`,
  'own group': () => '/?view=similar&municipality=0184&group=0163,0184~V%C3%A5ra+grannar',
  selection: () => `/?view=selection&basket=${selection}`,
}
const pages = inLanguages(['own group', 'selection'])

async function turned(page: Page, to: RegExp) {
  await page.waitForURL(to)
  await settled(page)
}

describe.each(pages)('$view in $lang', ({ view, lang }) => {
  test('has no accessibility violation, no complaint, no overflow at 320 pixels, and is the same after a reload', async () => {
    const { page, complaints } = await site.open(`${PATHS[view]!()}&lang=${lang}`)
    expect(await violationsOn(page)).toEqual([])
    const before = await page.locator('body').innerText()
    await page.reload()
    await settled(page)
    expect(await page.locator('body').innerText()).toBe(before)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(complaints).toEqual([])
    await site.leave(page)
  })
})

test.each(fewOf(['own group', 'selection'], 1))('%s has no contrast violation in dark', async (view) => {
  const { page } = await site.open(PATHS[view]!(), { colorScheme: 'dark' })
  expect(await violationsOn(page, { rules: ['color-contrast'] })).toEqual([])
  await site.leave(page)
})

describe('Samband', () => {
  test('draws every municipality with both values, names the own group, and lets the indicators change places', async () => {
    const { page } = await site.open(PATHS.relation!())
    const answer = await (await fetch(`${site.address}/api/v1/relation?x=N03937&y=N31807`)).json()
    await expect.poll(() => page.locator('.chart [data-point]').count()).toBe(answer.n)
    expect(await page.locator('.drawing-area').textContent()).toContain('Solna')
    expect(await page.locator('main').textContent()).toContain('Ett samband är ingen orsak.')
    await page.getByRole('link', { name: 'Byt plats på indikatorerna' }).click()
    await turned(page, /indicator=N03937&other=N31807/)
    await site.leave(page)
  })
})

describe('Liknande kommuner', () => {
  test('weights change the index and stand in the address', async () => {
    const { page } = await site.open(PATHS.similar!())
    const before = await page.locator('h1').textContent()
    const sliders = page.locator('.weights input')
    for (let at = 0; at < (await sliders.count()) - 1; at++) {
      await sliders.nth(at).focus()
      await page.keyboard.press('Home')
      await settled(page)
    }
    expect(page.url()).toMatch(/weights=0%2C.*1/)
    await expect.poll(() => page.locator('h1').textContent()).not.toBe(before)
    await page.getByRole('link', { name: 'Tillbaka till de vanliga' }).click()
    await expect.poll(() => page.locator('h1').textContent()).toBe(before)
    await site.leave(page)
  })

  test('the neighbours become the group of every page, under a name', async () => {
    const { page } = await site.open(PATHS.similar!())
    await page.getByRole('link', { name: 'Jämför med de här på alla sidor' }).click()
    await turned(page, /group=\d{4}%2C/)
    await page.getByRole('link', { name: 'Jämför', exact: true }).click()
    await turned(page, /view=compare/)
    expect(await page.locator('main').textContent()).toContain('i gruppen ”Liknar Solna”')
    await site.leave(page)
  })

  test('an own group is picked from list, county and map, named, kept by the browser and forgotten', async () => {
    const { page } = await site.open(PATHS.similar!())
    await page.getByRole('button', { name: 'Utgå från Solna' }).click()
    await turned(page, /group=0184/)
    await page.getByRole('combobox', { name: 'Lägg till en kommun' }).fill('malmo')
    await page.keyboard.press('Enter')
    await turned(page, /group=0184%2C1280/)
    await page.getByLabel('Lägg till ett län').selectOption({ label: 'Gotlands län' })
    await turned(page, /group=0184%2C0980%2C1280/)
    await page.locator('.picking [data-point="Lund"]').click()
    await turned(page, /group=0184%2C0980%2C1280%2C1281/)
    await page.getByLabel('Gruppens namn').fill('Blandade')
    await page.keyboard.press('Enter')
    await turned(page, /Blandade/)
    await page.getByRole('button', { name: 'Spara i den här webbläsaren' }).click()
    await page.goto(`${site.address}/?view=similar&municipality=0184`)
    await settled(page)
    await page.getByRole('button', { name: 'Blandade (4)' }).click()
    await turned(page, /group=0184%2C0980%2C1280%2C1281%7EBlandade/)
    await page.getByRole('button', { name: 'Glöm gruppen Blandade' }).click()
    await expect.poll(() => page.getByText('Sparade grupper').count()).toBe(0)
    await site.leave(page)
  })
})

describe('Eget urval', () => {
  test('collects figures from several pages, in an order and with comments that the address keeps', async () => {
    const { page, complaints } = await site.open(`/?view=compare&${CHOICE}`)
    const findings = await page.locator('figcaption h2').allInnerTexts()
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    expect(await page.getByRole('button', { name: 'I urvalet' }).count()).toBe(2)
    await page.getByRole('link', { name: 'Eget urval' }).click()
    await turned(page, /view=selection/)
    expect(await page.locator('figcaption h2').allInnerTexts()).toEqual(findings.slice(0, 2))
    expect(await page.locator('js-pick-button').count()).toBe(0)
    await page.getByRole('button', { name: `Flytta ned: ${findings[0]}` }).click()
    await expect.poll(() => page.locator('figcaption h2').allInnerTexts()).toEqual(findings.slice(0, 2).reverse())
    await page.getByLabel('Kommentar').first().fill('Till nämnden i maj.')
    await page.getByLabel('Kommentar').first().blur()
    await settled(page)

    const elsewhere = await site.open(page.url().replace(site.address, ''))
    expect(await elsewhere.page.locator('figcaption h2').allInnerTexts()).toEqual(findings.slice(0, 2).reverse())
    expect(await elsewhere.page.getByLabel('Kommentar').first().inputValue()).toBe('Till nämnden i maj.')
    await site.leave(elsewhere.page)
    await page.getByRole('button', { name: `Ta bort: ${findings[0]}` }).click()
    await expect.poll(() => page.locator('figcaption h2').allInnerTexts()).toEqual([findings[1]])
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('takes a title and an introduction that reload, the browser and Back keep in step', async () => {
    const { page, complaints } = await site.open(`/?view=compare&${CHOICE}`)
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    await page.getByRole('link', { name: 'Eget urval' }).click()
    await turned(page, /basket=/)
    const heading = () => page.locator('h1').textContent()
    const entitle = async (title: string) => {
      await page.getByLabel('Rubrik').fill(title)
      await page.getByLabel('Rubrik').press('Enter')
      await expect.poll(heading).toBe(title)
      await settled(page)
    }
    await entitle('Bistånd i maj')
    await entitle('Bistånd i juni')
    await page.getByLabel('Inledning').fill('Till nämnden.')
    await page.getByLabel('Inledning').blur()
    await settled(page)
    expect(await page.title()).toContain('Bistånd i juni')
    await page.reload()
    await settled(page)
    expect([await heading(), await page.getByLabel('Inledning').inputValue()]).toEqual([
      'Bistånd i juni',
      'Till nämnden.',
    ])
    await entitle('Bistånd i juli')
    await page.goBack()
    await expect.poll(heading).toBe('Bistånd i juni')
    await settled(page)
    expect(await page.locator('.notice').count()).toBe(0)
    await page.goto(`${site.address}/?view=selection`)
    await settled(page)
    expect(await heading()).toBe('Bistånd i juni')
    await page.getByLabel('Rubrik').fill('x'.repeat(120))
    expect(await page.getByText('Här ryms högst 120 tecken').count()).toBe(1)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('shows what was added elsewhere when its page is turned to again', async () => {
    const { page } = await site.open(`/?view=compare&${CHOICE}`)
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    await page.getByRole('link', { name: 'Eget urval' }).click()
    await turned(page, /basket=/)
    await page.getByRole('link', { name: 'Jämför', exact: true }).click()
    await turned(page, /view=compare/)
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    await page.getByRole('link', { name: 'Eget urval' }).click()
    await turned(page, /basket=/)
    expect(await page.locator('figcaption h2').count()).toBe(2)
    expect(await page.locator('.notice').count()).toBe(0)
    await site.leave(page)
  })

  test('of somebody else is told apart from the own one, which comes back', async () => {
    const { page } = await site.open(`/?view=compare&${CHOICE}`)
    const [finding] = await page.locator('figcaption h2').allInnerTexts()
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    await page.goto(`${site.address}${PATHS.selection!()}`)
    await settled(page)
    expect(await page.locator('.notice').textContent()).toContain('Ditt eget har 1 figur')
    await page.getByRole('button', { name: 'Visa mitt eget' }).click()
    await expect.poll(() => page.locator('figcaption h2').allInnerTexts()).toEqual([finding])
    expect(await page.locator('.notice').count()).toBe(0)
    await site.leave(page)
  })

  test('keeps the year of its figures when the page shows the latest', async () => {
    const { page } = await site.open(`/?view=compare&${CHOICE}`)
    await page.getByRole('button', { name: 'Lägg till i urval' }).first().click()
    expect(await page.evaluate(() => localStorage.getItem('jamsides-basket'))).toContain('period=2025')
    await site.leave(page)
  })

  test('says what to do with a link that was cut off', async () => {
    const { page } = await site.open(`/?view=selection&basket=${selection.slice(0, 40)}`)
    expect(await page.locator('h1').textContent()).toBe('Länken till urvalet är avklippt')
    await site.leave(page)
  })

  test('is saved as PowerPoint whose chart holds the very values of the comparison', async () => {
    const file = await saved('PowerPoint')
    const asked = await fetch(
      `${site.address}/api/v1/compare?indicator=N31807&group=fou-nordvast&reference=fou-nordvast`,
    )
    const { rows } = (await asked.json()) as CompareAnswer
    const chart = await file.text(file.names.find((name) => name.endsWith('charts/chart1.xml'))!)
    const drawn = [...chart.matchAll(/<c:xVal>.*?<\/c:xVal>/gs)].flatMap(([part]) =>
      [...part.matchAll(/<c:v>([^<]+)/g)].map(([, value]) => Number(value)),
    )
    for (const { value } of rows) if (value !== null) expect(drawn).toContain(value)
    const cover = await file.text('ppt/slides/slide1.xml')
    for (const told of ['Bistånd i Solna', 'Inför beslutet &amp; budgeten.', 'Kommun: Solna', 'Påhittade exempeldata'])
      expect(cover).toContain(told)
    const slide = await file.text('ppt/slides/slide2.xml')
    expect(slide).toContain('Fråga varför &amp; följ upp.')
    expect(slide).toContain('Påhittade exempeldata')
    expect(file.names.filter((name) => /slides\/slide\d/.test(name))).toHaveLength(4)
  })

  test.each([
    ['Word', 'word/document.xml', 'Fråga varför &amp; följ upp.'],
    ['Excel', 'xl/sharedStrings.xml', 'Fråga varför &amp; följ upp.'],
    ['Vektorbilder (ZIP)', 'figurer.txt', 'Fråga varför & följ upp.'],
  ])('is saved as %s with comment and the warning of invented figures', async (format, part, comment) => {
    const file = await saved(format)
    expect(await file.text(part)).toContain(comment)
    expect(await file.text(part)).toContain('Bistånd i Solna')
    if (part.endsWith('.xml')) expect(await file.text(part)).toContain('Skillnad mot medianen i FoU Nordväst')
    const all = await Promise.all(file.names.filter((name) => /\.(xml|txt|svg)$/.test(name)).map(file.text))
    expect(all.join('')).toContain('Påhittade exempeldata')
  })

  test('is printed with its comments and without its buttons', async () => {
    const { page } = await site.open(PATHS.selection!())
    await page.emulateMedia({ media: 'print' })
    const text = await page.locator('main').innerText()
    for (const told of ['Bistånd i Solna', 'Inför beslutet & budgeten.', 'Sammanställt', 'Fråga varför & följ upp.'])
      expect(text).toContain(told)
    expect(text).not.toMatch(/PowerPoint|Kopiera länken|Kommentar/)
    await site.leave(page)
  })

  let shown: Awaited<ReturnType<Site['open']>> | undefined
  /** Saves the selection from the one page that all formats are saved from. */
  async function saved(format: string) {
    shown ??= await site.open(PATHS.selection!())
    const { page, complaints } = shown
    page.setDefaultTimeout(150_000)
    const button = page
      .getByRole('group', { name: 'Spara urvalet som' })
      .getByRole('button', { name: format, exact: true })
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(complaints).toEqual([])
    expect(download.suggestedFilename()).toMatch(/^bistand-i-solna\.(pptx|docx|xlsx|zip)$/)
    return unpacked((await download.path())!)
  }
})

describe('the search box', () => {
  test('leads to an indicator, a page and a municipality by keyboard only', async () => {
    const { page, complaints } = await site.open(`/?view=compare&${CHOICE}`)
    const goTo = async (words: string, to: RegExp) => {
      await page.keyboard.press('Control+k')
      await page.locator('dialog input').waitFor()
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
      await turned(page, to)
    }
    await goTo('bistånd barn', /indicator=U31803/)
    await goTo('sambnd', /view=relation/)
    await goTo('jarfalla', /municipality=0123/)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  const hits = (page: Page) => page.locator('dialog [role="option"]')

  const LEADS: Record<string, [words: string, kind: string, to: RegExp][]> = {
    sv: [
      ['bistånd barn', 'Indikator, Ekonomiskt bistånd', /indicator=U31803/],
      ['bistand barm', 'Indikator, Ekonomiskt bistånd', /indicator=U31803/],
      ['definition bistånd barn', 'Definition, Ekonomiskt bistånd', /view=about.*at=U31803/],
      ['spiegelhalter', 'Metod', /view=method.*at=funnel/],
      ['tillgänglighet', 'Om data', /view=about.*at=accessibility/],
      ['fou nordväst', 'Grupp, FoU-regioner', /group=fou-nordvast/],
      ['alkohol klientens oro', 'Mått, ASI', /view=asi.*reading=oro.*focus=alkohol/],
      ['asi boende', 'Uppdelning, ASI', /view=asi.*split=boende/],
      ['barnet om trygghet', 'Mått, UBU', /view=ubu/],
      ['kontaktfamilj', 'Modul, UBU', /view=ubu.*module=kontaktfamilj/],
      ['in english', 'Åtgärd', /lang=en/],
    ],
    en: [
      ['social assistance children', 'Indicator, Social assistance', /indicator=U31803.*lang=en/],
      ['rank', 'Method', /view=method.*at=rank.*lang=en/],
      ['breakdown housing asi', 'Breakdown, ASI', /view=asi.*split=boende.*lang=en/],
    ],
  }

  test.each(fewOf(Object.entries(LEADS), 1))(
    'in %s marks each kind by a word, and leads to it',
    async (lang, leads) => {
      const { page } = await site.open(`/?view=relation&municipality=0184&group=all&indicator=N31807&lang=${lang}`)
      for (const [words, kind, to] of leads) {
        await page.keyboard.press('Control+k')
        await page.locator('dialog input').fill(words)
        await expect.poll(() => hits(page).first().locator('small').textContent(), { message: words }).toBe(kind)
        expect(await hits(page).count()).toBeLessThanOrEqual(20)
        await page.keyboard.press('Enter')
        await turned(page, to)
      }
      await site.leave(page)
    },
  )

  test('begins with pages and actions, and says what it has done', async () => {
    const { page, complaints } = await site.open(`/?view=compare&${CHOICE}`)
    await page.keyboard.press('Control+k')
    await expect.poll(() => hits(page).first().textContent()).toContain('Start')
    expect(await hits(page).count()).toBeLessThan(20)
    await page.keyboard.type('lägg till figurer')
    await page.keyboard.press('Enter')
    const figures = await page.locator('main js-figure').count()
    await expect.poll(() => page.locator('dialog .done').textContent()).toContain(`Urvalet har ${figures} figurer`)
    expect(await page.locator('dialog .done').getAttribute('role')).toBe('status')
    expect(await page.locator('main').getByRole('button', { name: 'I urvalet' }).count()).toBe(figures)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    expect(complaints).toEqual([])
    await site.leave(page)
  })

  test('keeps every letter that is written at once behind the keys that open it', async () => {
    const { page } = await site.openAnew(`/?view=compare&${CHOICE}`)
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /search-box/.test(name)),
    )
    await page.keyboard.press('Control+k')
    await page.keyboard.type('bistånd barn', { delay: 20 })
    expect(await page.locator('dialog input').inputValue()).toBe('bistånd barn')
    await page.context().close()
  })

  test('is accessible, and Escape leaves the page as it was', async () => {
    const { page } = await site.open(`/?view=compare&${CHOICE}`)
    await page.getByRole('button', { name: 'Sök (Ctrl+K)' }).click()
    await page.locator('dialog input').fill('vård')
    expect(await violationsOn(page, { within: 'dialog' })).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    expect(page.url()).toContain('view=compare')
    await site.leave(page)
  })
})

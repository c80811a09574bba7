import { readFile } from 'node:fs/promises'
import Zip from 'jszip'
import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOn } from './accessibility.ts'
import { begin, MeetingStage, say } from './meeting-stage.ts'
import { unpacked } from './unpacked.ts'

const stage = new MeetingStage()
let page: Page
let id: string

beforeAll(async () => {
  await stage.open()
  page = await stage.page('view=meetings', stage.cookies.fou)
  await begin(page)
  id = new URL(page.url()).searchParams.get('meeting')!
  await put(`actions/${'a'.repeat(12)}`, ACTION)
})
afterAll(() => stage.leave())

const ACTION = {
  ...{
    municipality: '0184',
    goal: 'Färre länge',
    text: 'Tidig kontakt med arbetsmarknadsenheten',
    owner: 'Enhetschef',
  },
  ...{
    due: '2024-10-01',
    because: 'Det hjälpte förra året',
    notes: [],
    status: 'planned',
    decided: null,
    shared: true,
  },
  expectation: {
    ...{ indicator: 'N31814', sex: 'T', from: 2023, baseline: null, period: 2024, direction: 'down', size: 2 },
  },
}

async function put(part: string, body: object): Promise<void> {
  const response = await fetch(`${stage.address}/api/v1/analysis-sessions/${id}/${part}`, {
    method: 'PUT',
    headers: { Cookie: stage.cookies.fou, 'Content-Type': 'application/json' },
    body: JSON.stringify({ base: 0, body }),
  })
  expect(response.status).toBe(200)
}

const turnTo = (mode: string) => page.getByRole('link', { name: mode, exact: true }).click()
const settled = () => page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' })

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 320, height: 700 },
]

test.each(['Förbered', 'Led', 'Delta', 'Besluta', 'Behåll', 'Underlägg'])(
  '%s is without faults for axe, and no wider than a telephone, a projector or a large screen',
  async (mode) => {
    await turnTo(mode)
    await settled()
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([size.width, Math.max(0, wide)]).toEqual([size.width, 0])
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await violationsOn(page, { within: 'main' })).toEqual([])
  },
)

test.each(['atgarder', 'kunskapshylla'])(
  'the page %s is without faults for axe, at the width of a telephone',
  async (view) => {
    const other = await stage.page(`view=${view}&group=fou-nordvast`, stage.cookies.fou, 320)
    await other.locator('main h1').waitFor()
    expect(await violationsOn(other, { within: 'main' })).toEqual([])
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await other.context().close()
  },
)

/** Tab until it has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${target}`)
}

/** Adds a card of a kind and waits until it is open to be written. */
async function addCard(kind: string): Promise<void> {
  await page.getByLabel('Lägg till kort').selectOption({ label: kind })
  await page.getByRole('button', { name: 'Lägg till', exact: true }).click()
  await page.locator('.card-editor').waitFor()
}

test('what is written while the session is being read anew stays, also in forms that are not saved when the page is left; a text shows its figures', async () => {
  await turnTo('Förbered')
  const session = `**/analysis-sessions/${id}?lang=sv`
  const late = async (route: Route) => {
    const response = await route.fetch()
    await page.waitForTimeout(700)
    await route.fulfill({ response })
  }
  await page.route(session, late, { times: 1 })
  await addCard('Text med siffror')
  await page.locator('.card-editor textarea[name=text]').fill('Solna: {värde:N31814:Solna}')
  await page.locator('.becomes', { hasText: /Solna: \d/ }).waitFor()
  const read = page.waitForResponse(session)
  await page.getByRole('button', { name: 'Spara kortet' }).click()
  await page.locator('.card-editor').waitFor({ state: 'detached' })
  await addCard('Fråga')
  await page.locator('.saved-state', { hasText: 'Allt är sparat' }).waitFor()
  await (await read).finished()
  await page.waitForTimeout(100)
  await page.locator('.card-editor').waitFor()
  await page.locator('.card-editor input[name=title]').fill('Skrivet men inte sparat')
  await page.locator('textarea[name=purpose]').fill('Syftet, inte sparat')
  await page.reload()
  await expect.poll(() => page.locator('.card-editor input[name=title]').inputValue()).toBe('Skrivet men inte sparat')
  expect(await page.locator('textarea[name=purpose]').inputValue()).toBe('Syftet, inte sparat')
  await page.locator('.agenda li:last-child').getByRole('button', { name: 'Ta bort kortet' }).click()
  await page.locator('.agenda li:last-child').getByRole('button', { name: 'Ta bort kortet' }).click()
})

test('a card is written, shown and noted at with the keyboard alone', async () => {
  await tabTo(page.getByRole('link', { name: 'Förbered', exact: true }))
  await page.keyboard.press('Enter')
  const kind = page.getByLabel('Lägg till kort')
  await kind.waitFor()
  await tabTo(kind)
  await page.keyboard.type('Fråga')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const title = page.locator('.card-editor input[name=title]')
  await title.waitFor()
  await tabTo(title)
  await page.keyboard.type('Bara tangenter')
  await page.keyboard.press('Enter')
  await page.locator('.agenda li', { hasText: 'Bara tangenter' }).waitFor()
  await page.locator('.card-editor').waitFor({ state: 'detached' })
  await tabTo(page.getByRole('link', { name: 'Led', exact: true }))
  await page.keyboard.press('Enter')
  await page.locator('.stage').waitFor()
  for (let turn = 0; turn < 13; turn++) await page.keyboard.press('PageDown')
  await expect.poll(() => page.locator('.card-now h2').innerText()).toBe('Bara tangenter')
  await tabTo(page.getByLabel('Skriv', { exact: true }))
  await page.keyboard.type('Skrivet utan mus')
  await page.keyboard.press('Control+Enter')
  await page.locator('.note-text', { hasText: 'Skrivet utan mus' }).waitFor()
})

async function kept(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole(role, { name }).click()])
  return (await download.path())!
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

test('a session is kept as Word, PDF, PowerPoint, Excel, calendar, placemats and a file, each with what was said and decided', async () => {
  await turnTo('Led')
  await say(page, 'Solna ligger lägst och har legat där länge')
  await turnTo('Behåll')

  const word = await unpacked(await kept(/Word/))
  const written = await word.text('word/document.xml')
  for (const words of ['Protokoll', 'Solna ligger lägst', ACTION.text, 'Enhetschef', 'Påhittade exempeldata'])
    expect(written).toContain(words)
  expect(word.names.filter((name) => /media\/.*\.png$/.test(name)).length).toBeGreaterThanOrEqual(4)

  const pdf = await readFile(await kept(/\(PDF\)/))
  expect([pdf.subarray(0, 5).toString(), pagesOf(pdf) >= 3]).toEqual(['%PDF-', true])
  expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)!.length).toBeGreaterThanOrEqual(4)

  const slides = await unpacked(await kept(/PowerPoint/))
  expect(slides.names.filter((name) => /charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(4)
  const notes = slides.names.filter((name) => /notesSlides\/notesSlide\d+\.xml$/.test(name))
  expect((await Promise.all(notes.map(slides.text))).join('')).toContain('Solna ligger lägst')

  const plates = await Promise.all(slides.names.filter((name) => /slides\/slide\d+\.xml$/.test(name)).map(slides.text))
  const said = (heading: string) => plates.find((plate) => plate.includes(`>${heading}<`))!.replaceAll('\u00a0', ' ')
  expect(said('Vem gör det bättre, och vad gör de?')).toMatch(/• Solna \d+,\d % \(\d{4}\): \S/)
  expect(said('Utvecklingsmål och åtgärder')).toContain(`• Solna: ${ACTION.text} – `)

  const sheet = await unpacked(await kept(/Åtgärder i Excel/))
  const cells = (await Promise.all(sheet.names.filter((name) => /\.xml$/.test(name)).map(sheet.text))).join('')
  expect(cells).toContain(ACTION.text)

  const calendar = await readFile(await kept(/iCal/, 'link'), 'utf8')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20241001')

  const mats = await Zip.loadAsync(await readFile(await kept(/ZIP/)))
  const files = await Promise.all(Object.values(mats.files).map((file) => file.async('nodebuffer')))
  expect(files.map((file) => file.subarray(0, 5).toString())).toEqual(Array(8).fill('%PDF-'))

  const whole = JSON.parse(await readFile(await kept(/Hela mötet som fil/, 'link'), 'utf8'))
  expect(whole).toMatchObject({ format: 'jamsides-analysis-session', id })
})

test('a placemat is sent beforehand by a link that shows it to whoever has it, and nothing else of the session', async () => {
  await turnTo('Underlägg')
  await page.getByRole('button', { name: 'Länkar att skicka i förväg' }).click()
  const links = page.locator('.placemat-links a')
  await expect.poll(() => links.count()).toBe(8)
  const address = new URL((await links.last().getAttribute('href'))!)
  const name = await page.locator('.placemat-links dt').last().innerText()
  const reader = await stage.page(address.search.slice(1), null)
  await reader.locator('.placemat figure').first().waitFor()
  expect(await reader.locator('.placemat h2').innerText()).toBe(`Underlägg för ${name}`)
  expect(await reader.locator('.placemat tr.own').first().innerText()).toContain(name)
  expect(await reader.locator('main').innerText()).not.toContain('Solna ligger lägst')
  await reader.context().close()
})

test('a source is put on the shelf, found by its text, and shown in the session', async () => {
  await page.goto(`${stage.address}/?view=kunskapshylla`)
  await page.getByRole('button', { name: 'Ställ en källa på hyllan' }).click()
  await page.getByLabel('Titel').fill('Vad vet vi om långvarigt bistånd?')
  await page.getByLabel('Källans egen text').fill('Sammanfattning. Handläggarnas tid avgör mycket.')
  await page
    .getByLabel('PDF, högst 20 MB')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 <script>') })
  await page.getByRole('button', { name: 'Ställ på hyllan' }).click()
  await page.getByRole('status').filter({ hasText: 'står på hyllan' }).waitFor()
  await page.getByLabel('Sök i hela texten').fill('handläggar')
  await page.keyboard.press('Enter')
  await page.locator('.sources-found', { hasText: 'Handläggarnas tid' }).waitFor()
  await page.getByRole('button', { name: 'Lägg till i möte' }).click()
  await page.getByRole('status').filter({ hasText: 'Lagt till i Ekonomiskt bistånd' }).waitFor()
  await page.goto(`${stage.address}/?view=meetings&meeting=${id}&mode=part`)
  const card = page.getByRole('combobox', { name: 'Kort' })
  await card.waitFor()
  await card.selectOption({ index: (await card.locator('option').count()) - 1 })
  await page.locator('.card-now', { hasText: 'Handläggarnas tid' }).waitFor()
  expect(await readFile(await kept('Hämta PDF', 'link'), 'utf8')).toBe('%PDF-1.4 <script>')
})

test('a figure is put into the session, told where it was done; the session is deleted by its title, with a receipt', async () => {
  await page.goto(`${stage.address}/?view=compare&group=fou-nordvast&indicator=N31814`)
  const figure = page.locator('js-figure').first()
  await figure.getByText('Spara som').click()
  await figure.getByRole('button', { name: 'Lägg till i möte' }).click()
  await figure.getByText('Lagt till i Ekonomiskt bistånd, FoU Nordväst.').waitFor()

  await page.goto(`${stage.address}/?view=meetings&meeting=${id}&mode=keep`)
  await page.getByText('Ta bort mötet för gott').first().click()
  const remove = async (title: string) => {
    await page.getByLabel('Mötets rubrik').fill(title)
    await page.getByRole('button', { name: 'Ta bort mötet för gott' }).click()
  }
  await remove('Ekonomiskt')
  await page.getByText('Rubriken stämmer inte. Mötet heter ”Ekonomiskt bistånd, FoU Nordväst”').waitFor()
  const [receipt] = await Promise.all([page.waitForEvent('download'), remove('Ekonomiskt bistånd, FoU Nordväst')])
  expect(JSON.parse(await readFile((await receipt.path())!, 'utf8'))).toMatchObject({ id, by: 'Fia' })
  await page.getByRole('heading', { name: 'är borttaget för gott' }).waitFor()
  await page.getByText('Inga möten än.').waitFor()
  expect(await page.getByLabel('Kommuner').inputValue()).toBe('fou-nordvast')
  expect(await page.getByLabel('Ditt namn').inputValue()).toBe('Fia Ledare')
})

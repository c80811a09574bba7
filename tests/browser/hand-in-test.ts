import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { managerOf } from '../fixtures/accounts.ts'
import { foreignExtract } from '../fixtures/foreign-extract.ts'
import { violationsOn } from './accessibility.ts'
import { borrowBrowser, giveBack } from './browser.ts'
import { settled } from './site.ts'

const { home, remove } = makeHome()
const folder = mkdtempSync(join(tmpdir(), 'hand-in-'))
let running: Running
let browser: Browser
let workspace: Workspace

beforeAll(async () => {
  await publish(home, { values: [{ indicator: 'N31807', municipality: '0184', period: 2023, value: 5 }] })
  writeFileSync(home.secret, randomBytes(32)) // as a release of the ETL leaves it
  running = await serve(home)
  workspace = await running.gate.holder.workspace()
  browser = await borrowBrowser()
})
afterAll(async () => {
  await giveBack(browser)
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  remove()
})

async function openAs(municipality: string, url = running.url): Promise<Page> {
  const { cookie } = await managerOf(workspace, municipality)
  const [name, value] = cookie.split('=') as [string, string]
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(200_000)
  await context.addCookies([{ name, value, url: running.url }])
  const page = await context.newPage()
  await page.goto(`${url}/?view=lamna-in`)
  await settled(page)
  return page
}

const written = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Tab until the wanted thing has the focus: what the keyboard cannot reach is not found. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${wanted}`)
}

async function press(page: Page, wanted: string): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

async function isAccessible(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await violationsOn(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}-${Date.now()}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** What stands out of the page to the right, outside of what scrolls by itself. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return []
    return [...document.querySelectorAll('main *')]
      .filter((one) => !one.closest('.table-scroll') && one.getBoundingClientRect().right > window.innerWidth)
      .map((one) => one.outerHTML.slice(0, 80))
  })

const headings = (page: Page) => page.locator('main h2').allTextContents()

/** Several checks and a release, each in a process of its own: slow where the machine is. */
const PATIENCE_MS = 900_000

test(
  'a faulty file with headings of its own is mapped, mended, approved and seen, by keyboard',
  async () => {
    const page = await openAs('0184')
    const content = foreignExtract('0184')
    const faulty = written('system.csv', content.replace(';K;', ';Kvinnnlig;'))
    await tabTo(page, '#hand-in-files')
    await page.setInputFiles('#hand-in-files', faulty)
    await press(page, 'form.hand-in-form > button')
    await page.getByRole('heading', { name: 'Översätt filens rubriker och koder' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('Avvisad')
    await isAccessible(page, [1280, 320])
    await press(page, 'js-mapping-form button')

    await page.locator('js-mapping-form').waitFor({ state: 'detached' })
    await page.getByText('Okänd kod.').first().waitFor()
    expect(await page.locator('.hand-in-how').first().textContent()).toContain('Ctrl+G')
    expect(await page.locator('main').textContent()).not.toContain('Kvinnnlig')

    await page.setInputFiles('#hand-in-files', written('rattad.csv', content))
    await page.locator('#hand-in-mapping').selectOption({ index: 1 })
    await press(page, 'form.hand-in-form > button')
    await page.getByRole('heading', { name: 'Vad som ändras' }).waitFor()
    await isAccessible(page, [320])
    for (const input of await page.locator('.hand-in-why input').all()) await input.fill('kontrollerat mot systemet')
    await press(page, '#hand-in-approve ~ form button')
    await page.getByText('Publicerad.').waitFor()
    await isAccessible(page, [1920])
    await page.getByRole('link', { name: 'Se siffrorna' }).waitFor()
    const { body } = await fetchJson(page, '/api/v1/releases')
    expect(body.releases[0].sources.map(({ source }: { source: string }) => source)).toContain('asi')

    const neighbour = await openAs('0183')
    expect(await headings(neighbour)).toEqual(['Välj fil', 'Tidigare inlämningar'])
    expect(await neighbour.locator('main').textContent()).toContain('Inget är inlämnat än.')
    await neighbour.context().close()
    await page.context().close()
  },
  PATIENCE_MS,
)

const fetchJson = (page: Page, address: string) =>
  page.evaluate(async (path) => ({ body: await (await fetch(path)).json() }), address)

/** A wire to the service that hears every byte a browser sends. */
async function listenedTo(url: string): Promise<{ url: string; sent(): string }> {
  const heard: Buffer[] = []
  const wire = createServer((socket) => {
    const service = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('data', (bytes) => heard.push(bytes))
    socket.pipe(service).pipe(socket)
    for (const end of [socket, service]) end.on('error', () => socket.destroy())
  })
  wire.unref()
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const { port } = wire.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, sent: () => Buffer.concat(heard).toString('latin1') }
}

test('what is reduced in the browser never leaves it: names, numbers, dates', async () => {
  const wire = await listenedTo(running.url)
  const page = await openAs('0184', wire.url)
  const key = written('nyckel.txt', 'k'.repeat(64))
  const rows = Array.from(
    { length: 12 },
    (_, i) => `Kim Exempel ${i};19811218-98${70 + i};2023-03-${10 + i};41;K;grund`,
  )
  const file = written('rader.csv', ['Namn;Personnummer;Intervjudatum;Ålder;kon;intervju', ...rows].join('\n'))
  await page.locator('.hand-in-reduce summary').click()
  await page.setInputFiles('#reduce-file', file)
  await page.setInputFiles('#reduce-key', key)
  await page.getByRole('button', { name: 'Använd den bearbetade filen' }).click()
  await page.getByText('12 rader är bearbetade').waitFor()
  await page.locator('form.hand-in-form > button').click()
  await page.locator('.hand-in-state').waitFor()
  await page.getByText('Avvisad').first().waitFor() // the municipality is not mapped: what counts here is what was sent
  const sent = wire.sent()
  expect(sent).toContain('pseudo_id;manad;aldersgrupp;kon;intervju')
  expect(sent).toMatch(/[a-p]{32};2023-03;35-44;K;grund/)
  for (const trace of ['Kim', 'Exempel', '19811218', '811218-98', '2023-03-1', 'kkkk'])
    expect(sent).not.toContain(trace)
  await page.context().close()
})
